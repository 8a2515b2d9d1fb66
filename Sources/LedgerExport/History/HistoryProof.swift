// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What was verified when the page was made, and what whoever reads it can compare.
public struct HistoryProof: Sendable {
    /// Somebody who cosigns checkpoints.
    public struct Witness: Hashable, Sendable {
        /// The key that cosigns.
        public let key: VerifierKey
        /// The organisation for which.
        public let organisation: String
        /// Whether the key is out of use.
        public let isRevoked: Bool

        /// Names a witness.
        public init(key: VerifierKey, organisation: String, isRevoked: Bool) {
            self.key = key
            self.organisation = organisation
            self.isRevoked = isRevoked
        }
    }

    /// The checkpoint, opened with the ledger's own key and those of its witnesses.
    public let checkpoint: VerifiedCheckpoint
    /// The text of its signed note, with all signatures.
    public let note: String
    /// The last checkpoint that has the cosignatures which the ledger's policy asks for, if it is another one.
    public let witnessed: VerifiedCheckpoint?
    /// The witnesses.
    public let witnesses: [Witness]

    /// Takes checkpoints over entries that were all read and hashed to their roots.
    public init(
        checkpoint: VerifiedCheckpoint,
        note: String,
        witnessed: VerifiedCheckpoint? = nil,
        witnesses: [Witness] = []
    ) {
        self.checkpoint = checkpoint
        self.note = note
        self.witnessed = witnessed
        self.witnesses = witnesses
    }

    /// SHA-256 of the text of the ledger's public key, in lowercase hexadecimal: `printf %s KEY | sha256sum`.
    var keyFingerprint: String { Digest.sha256(Array(checkpoint.log.text.utf8)).hexadecimal }

    /// The witness that has a key.
    func witness(_ key: VerifierKey) -> Witness? { witnesses.first { $0.key == key } }
}
