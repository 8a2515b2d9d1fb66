// SPDX-License-Identifier: Apache-2.0

/// Why a state cannot be written to or read from a snapshot.
public enum SnapshotFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// It ends too early.
    case cutShort
    /// It holds what this version does not write.
    case malformed
    /// It cannot be written to where it should be, for this reason.
    case unwritable(String)

    /// Why, as words after "as".
    public var description: String {
        switch self {
        case .cutShort: "it ends too early"
        case .malformed: "it is not what this version writes"
        case .unwritable(let reason): reason
        }
    }

    init(_ error: any Error) { self = error as? SnapshotFailure ?? .malformed }
}
