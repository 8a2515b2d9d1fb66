// SPDX-License-Identifier: Apache-2.0

/// The witness policy that an entry put in force.
public struct RecordedWitnessPolicy: Hashable, Codable, Sendable {
    /// The policy, a C2SP tlog-policy.
    public let text: String
    /// The entry.
    public let position: UInt64
}

/// Which witnesses must have cosigned a checkpoint for it to count as witnessed.
///
/// Whoever takes the entry has read the whole policy before: here is only checked that it speaks of this ledger and
/// of its witnesses.
public struct WitnessPolicyChanged: Event, Codable, Hashable {
    public static let name = "witness.policy.changed"
    public static let kind = SubjectKind.policy
    public static let place = StreamPlace.anywhere
    public static let summary =
        "Which witnesses must cosign for a checkpoint to count as witnessed: a C2SP tlog-policy."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "witness policy set"

    /// The policy; nil for the one that follows from the witnesses.
    public let text: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        text = try fields.optionalText(
            "text",
            "The policy, as a C2SP tlog-policy; absent to ask again for one witness of each organisation that has one."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let text else { return }
        guard let plain = text.plain else { throw .witness(.policySealed) }
        let (logs, witnesses) = Self.keys(of: plain)
        try check.demand(
            logs.count == 1 && logs.first.map(String.init) == check.state.charter?.publicKey,
            .witness(.policyOfOtherLog)
        )
        let inUse = Set(check.state.witnesses.filter { $0.value.revoked == nil }.map(\.value.publicKey))
        for (name, key) in witnesses where !inUse.contains(String(key)) {
            throw .witness(.policyNamesStranger(String(name)))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.witnessPolicy = text?.plain.map { RecordedWitnessPolicy(text: $0, position: entry.position) }
    }

    /// The keys on the lines `log <vkey>` and, each with its name, `witness <name> <vkey>`.
    private static func keys(
        of text: String
    ) -> (logs: [Substring], witnesses: [(name: Substring, key: Substring)]) {
        var logs: [Substring] = []
        var witnesses: [(name: Substring, key: Substring)] = []
        for line in text.split(separator: "\n") {
            let items = line.split { $0 == " " || $0 == "\t" }
            switch items.first {
            case "log" where items.count > 1: logs.append(items[1])
            case "witness" where items.count > 2: witnesses.append((items[1], items[2]))
            case .some, .none: continue
            }
        }
        return (logs, witnesses)
    }
}
