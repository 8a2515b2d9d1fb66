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

extension PolicyError: CustomStringConvertible {
    public var description: String { "line \(line): \(reason)" }
}

extension PolicyError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge: "it has more than \(WitnessPolicy.maximumBytes) bytes"
        case .tooManyDefinitions:
            "there are more than \(WitnessPolicy.maximumDefinitions) logs, witnesses and groups"
        case .controlCharacter: "there is a control character"
        case .unterminatedLine: "the last line does not end with a newline"
        case .unknownKeyword: "it begins with none of log, witness, group and quorum"
        case .wrongItemCount: "it has too few or too many items"
        case .key(let error): "the key cannot be read: \(error)"
        case .wrongAlgorithm: "the key is of the wrong type; a log's is Ed25519, a witness's cosignature/v1"
        case .duplicateKey: "another line has the same public key"
        case .duplicateName: "the name is taken"
        case .invalidThreshold: "the threshold is neither all, any nor a number of the members"
        case .unknownName: "it names what no line before defines"
        case .repeatedMember: "a member belongs to a group already"
        case .repeatedQuorum: "there is a second quorum"
        case .noQuorum: "there is no quorum line"
        }
    }
}
