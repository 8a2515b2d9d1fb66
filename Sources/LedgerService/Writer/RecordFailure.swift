// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Why a call recorded nothing.
public enum RecordFailure: Error, Hashable, Sendable {
    /// The caller may not.
    case notPermitted(String)
    /// An entry is not what its type declares.
    case invalid(entry: Int, FieldError)
    /// A rule refuses an entry.
    case refused(entry: Int, Refusal)
    /// The id was used for other content or by another user.
    case idConflict(entry: Int, id: String, position: UInt64, sameUser: Bool)
    /// The stream has moved on.
    case wrongStreamVersion(entry: Int, subject: Subject, expected: Int, actual: Int)
    /// More entries than one call takes.
    case tooMany(limit: Int)
    /// Not now.
    case tryAgain(String)
    /// The ledger was found damaged.
    case readOnly(String)

    /// The entry of the call that it concerns, from 0.
    public var entry: Int? {
        switch self {
        case .invalid(let entry, _), .refused(let entry, _), .idConflict(let entry, _, _, _),
            .wrongStreamVersion(let entry, _, _, _):
            entry
        case .notPermitted, .tooMany, .tryAgain, .readOnly: nil
        }
    }

    /// Why, without any text that the caller gave: fit for a log.
    public var summary: String {
        switch self {
        case .notPermitted(let message), .tryAgain(let message), .readOnly(let message): message
        // The name of a field that there is not could be any text.
        case .invalid(_, let error) where error.problem == .undeclared: "a field is not of its type"
        case .invalid(_, let error): "\(error.path) is not valid"
        case .refused(_, let refusal): refusal.message
        case .idConflict(_, let id, _, _): "the id \(id) was used for something else"
        case .wrongStreamVersion(_, _, let expected, let actual): "version \(actual), not \(expected)"
        case .tooMany(let limit): "more than \(limit) entries"
        }
    }

    /// Whether the same call may succeed later.
    public var mayPass: Bool {
        switch self {
        case .tryAgain: true
        case .notPermitted, .invalid, .refused, .idConflict, .wrongStreamVersion, .tooMany, .readOnly: false
        }
    }

    init(_ index: Int, _ rejection: Rejection) {
        switch rejection {
        case .invalid(let error): self = .invalid(entry: index, error)
        case .refused(let refusal): self = .refused(entry: index, refusal)
        }
    }
}

/// What proves that an entry was recorded.
public struct Receipt: Hashable, Sendable {
    /// Its position.
    public let position: UInt64
    /// Its id.
    public let id: String
    /// Its stream.
    public let subject: Subject
    /// Its number on its stream.
    public let streamVersion: Int
    /// Its leaf hash, in lowercase hexadecimal.
    public let leafHash: String
    /// The rules that warned.
    public let warnings: [Int]
    /// Whether an earlier call had recorded it.
    public let isRepeated: Bool
}

/// A call that was recorded, or would have been.
public struct RecordedCall: Sendable {
    /// One receipt for each entry, in the order of the call.
    public let receipts: [Receipt]
    /// The checkpoint that covers them, as a signed note; the latest one for a dry run.
    public let checkpoint: [UInt8]
    /// Its size.
    public let size: UInt64
}
