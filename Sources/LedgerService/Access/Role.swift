// SPDX-License-Identifier: Apache-2.0

/// What a caller may do, as the access policy grants it.
public enum Role: String, CaseIterable, Sendable, Comparable {
    /// Ask every question and read every text that is for everyone.
    case reader
    /// Record, for the organisations that the policy names.
    case recorder
    /// Read restricted texts too, and take exports away.
    case auditor
    /// Take checkpoints and give cosignatures.
    case witness
    /// Watch, verify, reload. An administrator never records.
    case administrator

    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
}

/// What a method needs of its caller.
public enum Right: String, CaseIterable, Sendable {
    /// Asking questions.
    case read
    /// Recording entries.
    case record
    /// Seeing who it is where an answer is about people: brokers are people.
    case namePeople
    /// Taking checkpoints and proofs.
    case prove
    /// Handing in cosignatures, which prove by themselves whose they are.
    case cosign
    /// Status and verification.
    case watch
    /// Having it recorded that a pack was written.
    case export
    /// Deleting what is sealed of somebody.
    case erase
    /// Taking all that is kept away, to put it back after a loss.
    case backUp
    /// Reloading policy and configuration.
    case administer

    /// The roles of which one is enough.
    public var roles: Set<Role> {
        switch self {
        case .read: [.reader, .recorder, .auditor, .administrator]
        case .record: [.recorder]
        case .namePeople: [.recorder, .auditor]
        case .prove: [.reader, .recorder, .auditor, .witness, .administrator]
        case .cosign: [.witness, .recorder]
        case .watch: [.reader, .recorder, .auditor, .witness, .administrator]
        case .export: [.recorder, .auditor, .administrator]
        case .erase: [.administrator]
        case .backUp: [.administrator]
        case .administer: [.administrator]
        }
    }

    /// What it allows, to stand behind "may not".
    public var text: String {
        switch self {
        case .read: "read this ledger"
        case .record: "record in this ledger"
        case .namePeople: "see who the people in this ledger are"
        case .prove: "take proofs of this ledger"
        case .cosign: "hand in cosignatures of this ledger's checkpoints"
        case .watch: "see the status of this ledger"
        case .export: "have a pack recorded in this ledger"
        case .erase: "erase in this ledger"
        case .backUp: "back up this ledger"
        case .administer: "administer this ledger"
        }
    }
}
