// SPDX-License-Identifier: Apache-2.0

/// Why a checkpoint was refused, or was not signed.
public enum CheckpointError: Error, Hashable, Sendable {
    /// The note around it was refused.
    case note(NoteError)
    /// It has not the three lines that it must have, or an extension line is empty.
    case malformed
    /// The first line is not a key name.
    case invalidOrigin
    /// The second line is not a canonical decimal number below 2^63.
    case invalidSize
    /// The third line is not the base64 of 32 bytes.
    case invalidRoot
    /// The size is 0 and the root is not that of the empty tree.
    case wrongEmptyRoot
    /// Witnesses signed and the log did not.
    case noLogSignature
    /// The log's key has another name than the origin.
    case wrongOrigin
    /// The key signs in another way than is needed here.
    case wrongAlgorithm
    /// A checkpoint of size 0 is never signed: implementations disagree on its root.
    case emptyTree
    /// The time of a cosignature is 0 or above 2^63 - 1.
    case timestampOutOfRange
    /// The key failed.
    case key(KeyError)
    /// The cosignatures are fewer than the policy wants.
    case noQuorum
}
