// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What a verification has read and found to be right.
public struct VerificationReport: Hashable, Sendable {
    /// The entries read, from position 0.
    public internal(set) var entries: UInt64 = 0
    /// The bytes of these entries.
    public internal(set) var bytes: UInt64 = 0
    /// The checkpoints compared with the tree of their size.
    public internal(set) var checkpoints: UInt64 = 0
    /// The full tiles compared.
    public internal(set) var tiles: UInt64 = 0
    /// The root over the entries read, derived from their bytes.
    public internal(set) var root = Merkle.emptyRoot
    /// Whether every entry that was there at the start was read; false if the caller stopped it.
    public internal(set) var isComplete = false
}
