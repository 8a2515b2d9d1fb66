// SPDX-License-Identifier: Apache-2.0

extension State {
    /// What a later entry says of the one at a position.
    public func amendment(of position: UInt64) -> Amendment? { amendments[position] }

    /// The dispute that the entry at a position is part of.
    public func dispute(of position: UInt64) -> Key? { disputes[position] }
}
