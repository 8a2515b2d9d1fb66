// SPDX-License-Identifier: Apache-2.0

/// Why a Merkle proof proves nothing.
public enum ProofError: Error, Hashable, Sendable {
    /// A size is above ``Merkle/maximumSize``.
    case sizeTooLarge
    /// The leaf's index is not below the size.
    case indexBeyondSize
    /// The old size is above the new one.
    case sizesReversed
    /// The path has fewer hashes than the sizes need.
    case pathTooShort
    /// The path has more hashes than the sizes need.
    case pathTooLong
    /// The hashes do not lead to the root of the tree that was to be proved.
    case rootMismatch
    /// The hashes do not lead to the root of the old tree.
    case oldRootMismatch
}
