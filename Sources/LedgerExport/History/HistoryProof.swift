// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What was verified when the page was made, and what whoever reads it can compare.
public struct HistoryProof: Sendable {
    /// The checkpoint, opened with the ledger's own key and those of its witnesses.
    public let checkpoint: VerifiedCheckpoint
    /// The text of its signed note, with all signatures.
    public let note: String
    /// The organisations of the witnesses, by the names of their keys.
    public let witnessOrganisations: [String: String]

    /// Takes a checkpoint over entries that were all read and hashed to its root.
    public init(
        checkpoint: VerifiedCheckpoint,
        note: String,
        witnessOrganisations: [String: String] = [:]
    ) {
        self.checkpoint = checkpoint
        self.note = note
        self.witnessOrganisations = witnessOrganisations
    }

    /// SHA-256 of the text of the ledger's public key, in lowercase hexadecimal: `printf %s KEY | sha256sum`.
    public var keyFingerprint: String { Digest.sha256(Array(checkpoint.log.text.utf8)).hexadecimal }
}
