// SPDX-License-Identifier: Apache-2.0

/// Why a signed note was refused.
public enum NoteError: Error, Hashable, Sendable {
    /// It has more than ``SignedNote/maximumBytes`` bytes.
    case tooLarge
    /// It is not UTF-8, or has a control character other than LF.
    case invalidText
    /// The text does not end in LF, or no blank line parts it from the signatures.
    case noSignatures
    /// A signature line, counted from 1, has not the form `— name base64`.
    case malformedSignature(line: Int)
    /// There are more than ``SignedNote/maximumSignatures`` signature lines.
    case tooManySignatures
    /// Two of the given keys have the same name and id and are not the same key.
    case ambiguousKey(KeyName, KeyID)
    /// A line is signed in the name of a known key and is not its signature.
    case badSignature(KeyName, KeyID)
    /// None of the given keys signed.
    case noKnownSignature
}
