// SPDX-License-Identifier: Apache-2.0

/// Why a state cannot be written to or read from a snapshot.
public enum SnapshotFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// It ends too early.
    case cutShort
    /// It holds what this version does not write.
    case malformed
    /// The file cannot be written or read, for this reason.
    case inaccessible(String)

    /// Why, as words after "as".
    public var description: String {
        switch self {
        case .cutShort: "it ends too early"
        case .malformed: "it is not what this version writes"
        case .inaccessible(let reason): reason
        }
    }

    init(_ error: any Error) { self = error as? SnapshotFailure ?? .malformed }
}
