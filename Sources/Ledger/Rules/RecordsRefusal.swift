// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern the record itself: erasure, holds and exports.
public enum RecordsRefusal: Hashable, Sendable {
    /// What is sealed of this person must be kept for now.
    case held(Key, Hold?)
    /// There is a hold already.
    case heldBefore(Key)
    /// There is no hold.
    case notHeld(Key)
    /// The hold is another organisation's.
    case heldByAnother(Key, Key)
    /// What was sealed of this person was deleted.
    case erasedBefore(Key)
    /// It would bring back who somebody is of whom it was erased.
    case identityErased(Key)
    /// It names an entry that is not there yet.
    case notYetRecorded(UInt64)
    /// A pack shows texts, and something was erased after it was begun, by this entry.
    case erasedMeanwhile(UInt64)
}

extension RecordsRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .held: .heldIsKept
        case .identityErased: .erasedStaysErased
        case .heldByAnother: .actsForItself
        case .heldBefore, .notHeld, .erasedBefore, .notYetRecorded, .erasedMeanwhile: .lifeAllows
        }
    }

    var message: String {
        switch self {
        case .held(let person, let hold):
            "what is sealed of \(person) must be kept" + (hold.map { ", as entry \($0.position) says" } ?? "")
        case .heldBefore(let person): "there is a hold on \(person) already"
        case .notHeld(let person): "there is no hold on \(person)"
        case .heldByAnother(let person, let organisation):
            "the hold on \(person) is \(organisation)'s; only what is recorded for \(organisation) releases it"
        case .erasedBefore(let person): "what was sealed of \(person) has been erased"
        case .identityErased(let person):
            "who \(person) is was erased, and must not be recorded again; leave the sealed texts out"
        case .notYetRecorded(let position): "entry \(position) is not recorded yet"
        case .erasedMeanwhile(let position):
            "entry \(position) erased texts while the pack was written, and it may show them; write it again"
        }
    }

    var next: [String] {
        switch self {
        case .held(let person, _): ["jvctl hold release \(person) --reason TEXT"]
        case .heldBefore(let person), .notHeld(let person), .heldByAnother(let person, _),
            .erasedBefore(let person), .identityErased(let person):
            ["jvctl log --subject person/\(person)"]
        case .notYetRecorded: ["jvctl status"]
        case .erasedMeanwhile(let position): ["jvctl show \(position)"]
        }
    }
}
