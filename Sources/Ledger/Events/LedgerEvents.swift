// SPDX-License-Identifier: Apache-2.0

/// What entry 0 fixes for ever.
public struct Charter: Hashable, Codable, Sendable {
    /// The ledger's name: the first line of every checkpoint.
    public let origin: String
    /// The key that signs checkpoints, as a C2SP vkey.
    public let publicKey: String
    /// Which demands bind.
    public let profile: Profile
    /// When recording began.
    public let recorded: Timestamp
}

/// A ledger begins: entry 0.
public struct LedgerCreated: Event {
    public static let name = "ledger.created"
    public static let kind = SubjectKind.ledger
    public static let place = StreamPlace.begins
    public static let channel = Channel.daemon
    public static let summary = "A ledger begins: its charter."

    /// The ledger's name.
    public let origin: Text
    /// The public key that signs its checkpoints.
    public let publicKey: Text
    /// Which demands bind; `minimal` when absent.
    public let profile: Profile?
    /// The witness policy in force.
    public let witnessPolicy: Text?
    /// The digest of the access policy in force.
    public let policyDigest: String?

    public init(_ fields: inout Fields) throws(FieldError) {
        origin = try fields.text("origin", "The ledger's name: the first line of every checkpoint.")
        publicKey = try fields.text("publicKey", "The key that signs its checkpoints, as a C2SP vkey.")
        profile = try fields.optionalChoice(
            "profile",
            Profile.self,
            "Which law's demands bind; minimal when absent."
        )
        witnessPolicy = try fields.optionalText(
            "witnessPolicy",
            "Which witnesses cosign, as a C2SP tlog-policy."
        )
        policyDigest = try fields.optionalDigest("policyDigest", "SHA-256 of the access policy in force.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let entry = check.entry
        try check.demand(
            entry.position == 0 && entry.recorder == .system,
            .entry(.systemOnly(type: entry.type))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.charter = Charter(
            origin: origin.plain ?? entry.origin,
            publicKey: publicKey.plain ?? "",
            profile: profile ?? .minimal,
            recorded: entry.recorded
        )
        state.policyDigest = policyDigest
    }
}

/// The access policy changed: who may do what from here on.
public struct PolicyChanged: Event {
    public static let name = "policy.changed"
    public static let kind = SubjectKind.policy
    public static let place = StreamPlace.anywhere
    public static let channel = Channel.daemon
    public static let summary = "The access policy changed; its text is sealed."

    /// The digest of the new policy.
    public let digest: String?
    /// The new policy.
    public let text: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        digest = try fields.optionalDigest("digest", "SHA-256 of the access policy now in force.")
        text = try fields.optionalText("text", personal: true, "The access policy now in force.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let entry = check.entry
        try check.demand(entry.recorder == .system, .entry(.systemOnly(type: entry.type)))
    }

    public func apply(_ entry: Entry, to state: inout State) { state.policyDigest = digest }
}
