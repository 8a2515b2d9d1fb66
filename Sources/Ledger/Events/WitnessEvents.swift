// SPDX-License-Identifier: Apache-2.0

/// A witness: a key with which somebody other than the operator cosigns checkpoints.
public struct Witness: Hashable, Codable, Sendable {
    /// The organisation for which it watches the ledger.
    public let organisation: Key
    /// The key that it signs with, a C2SP vkey of the type cosignature/v1.
    public let publicKey: String
    /// The entry that made it known.
    public let position: UInt64
    /// The entry that took its key out of use; nil while its cosignatures are taken.
    public internal(set) var revoked: UInt64?
}

/// A witness is made known: from now on the ledger takes its cosignatures.
///
/// A new key is a new witness: a cosignature does not name its signer, so that one key never serves two.
public struct WitnessAppointed: Event, Codable, Hashable {
    public static let name = "witness.appointed"
    public static let kind = SubjectKind.witness
    public static let place = StreamPlace.begins
    public static let summary =
        "A witness of an organisation is made known, with the key that cosigns checkpoints."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "witness appoint"

    /// The most bytes of a key: a name of some hundred and what C2SP puts behind it.
    static let keyLimit = 320

    /// The organisation for which it watches.
    public let organisation: Key
    /// Its public key.
    public let publicKey: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key(
            "org",
            of: .organisation,
            "The organisation for which it watches the ledger."
        )
        publicKey = try fields.text(
            "publicKey",
            "The key that it cosigns with, as a C2SP vkey: NAME+1234abcd+BASE64 (type cosignature/v1)."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let text = publicKey.plain, Self.isCosignatureKey(text) else {
            throw .witness(.keyUnreadable(key))
        }
        for (other, witness) in check.state.witnesses where witness.publicKey == text {
            throw .witness(.keyInUse(other))
        }
        try check.demand(check.state.charter?.publicKey != text, .witness(.keyUnreadable(key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.witnesses[entry.subject.key] = Witness(
            organisation: organisation,
            publicKey: publicKey.plain ?? "",
            position: entry.position
        )
    }

    /// Whether a text has the shape of a vkey whose type byte is 0x04.
    ///
    /// The base64 of such a key of 33 bytes has 44 characters and begins with B. Who takes cosignatures reads the key.
    static func isCosignatureKey(_ text: String) -> Bool {
        guard text.utf8.count <= keyLimit else { return false }
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[1].utf8.count == 8, parts[2].utf8.count == 44 else {
            return false
        }
        let isName = parts[0].unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
        let isID = parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        return isName && isID && parts[2].utf8.first == 0x42
    }
}

/// A witness's key is taken out of use.
public struct WitnessRevoked: Event, Codable, Hashable {
    public static let name = "witness.revoked"
    public static let kind = SubjectKind.witness
    public static let place = StreamPlace.continues
    public static let summary = "A witness's key is taken out of use; what it cosigned before stays so."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "witness revoke"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why: it was replaced, lost, or came into the hands of others.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let witness = check.state.witnesses[key] else { throw .witness(.nothingToContinue(key)) }
        try check.demand(witness.revoked == nil, .witness(.revokedBefore(key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.witnesses[entry.subject.key]?.revoked = entry.position
    }
}
