// SPDX-License-Identifier: Apache-2.0

/// Why a witness policy was refused, and where.
public struct PolicyError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The file has more than ``WitnessPolicy/maximumBytes`` bytes.
        case tooLarge
        /// There are more than ``WitnessPolicy/maximumDefinitions`` logs, witnesses and groups.
        case tooManyDefinitions
        /// A control character other than tab and LF.
        case controlCharacter
        /// The last line does not end in LF.
        case unterminatedLine
        /// The line begins with none of `log`, `witness`, `group` and `quorum`.
        case unknownKeyword
        /// The line has too few or too many items.
        case wrongItemCount
        /// The verifier key cannot be read.
        case key(KeyError)
        /// A log whose key is no note key, or a witness whose key is no cosignature key.
        case wrongAlgorithm
        /// Another line has the same public key.
        case duplicateKey
        /// Another line defines the same name, or the name is `none`.
        case duplicateName
        /// The threshold is neither `all`, `any` nor a number from 1 to the number of members.
        case invalidThreshold
        /// The name is not defined on a line before.
        case unknownName
        /// The name is a member of a group already.
        case repeatedMember
        /// There is a quorum line already.
        case repeatedQuorum
        /// There is no quorum line.
        case noQuorum
    }

    /// The line, counted from 1; for what the whole file lacks, the line after the last.
    public let line: Int
    /// What is wrong with it.
    public let reason: Reason
}
