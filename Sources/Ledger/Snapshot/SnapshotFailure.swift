// SPDX-License-Identifier: Apache-2.0

/// Why a state cannot be written to or read from a snapshot.
public enum SnapshotFailure: Error, Hashable, Sendable {
    /// It ends too early.
    case cutShort
    /// It holds what this version does not write.
    case malformed
    /// It cannot be written to where it should be, for this reason.
    case unwritable(String)

    init(_ error: any Error) { self = error as? SnapshotFailure ?? .malformed }
}
