// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// How far the ledger's reading of itself has come since it was taken into service.
public struct SelfCheckProgress: Hashable, Sendable {
    /// The pass that is under way, or was the last, from 1; 0 before the first.
    public internal(set) var pass: UInt64 = 0
    /// The entries that this pass has found right.
    public internal(set) var checked: UInt64 = 0
    /// The entries that this pass reads.
    public internal(set) var size: UInt64 = 0
    /// The last pass that found all right; nil before the first such.
    public internal(set) var lastPass: FullPass?

    /// A pass that found all right.
    public struct FullPass: Hashable, Sendable {
        /// When it ended.
        public let at: Timestamp
        /// The entries that it read.
        public let size: UInt64
    }

    mutating func begin(size: UInt64) {
        pass += 1
        checked = 0
        self.size = size
    }

    /// Ends the pass, which found all right, and returns its number.
    mutating func end(at time: Timestamp) -> UInt64 {
        lastPass = FullPass(at: time, size: size)
        return pass
    }
}
