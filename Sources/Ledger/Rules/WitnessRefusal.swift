// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern witnesses.
public enum WitnessRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Key)
    /// The key is not the public key of a witness.
    case keyUnreadable(Key)
    /// Another witness has, or had, the key.
    case keyInUse(Key)
    /// The key is out of use already.
    case revokedBefore(Key)
    /// The text of a witness policy is sealed.
    case policySealed
    /// A witness policy is not for this ledger's key, and for it alone.
    case policyOfOtherLog
    /// A witness of the policy, by its name there, has a key that no witness in use has.
    case policyNamesStranger(String)
}

extension WitnessRefusal: RefusalReason {
    var rule: Rule { .lifeAllows }

    var message: String {
        switch self {
        case .nothingToContinue(let key): "witness/\(key) has no beginning that stands"
        case .keyUnreadable(let key):
            "witness/\(key): publicKey is not a witness's key (NAME+1234abcd+BASE64, type cosignature/v1)"
        case .keyInUse(let key): "witness/\(key) has this key; a key serves one witness only, make another"
        case .revokedBefore(let key): "witness/\(key) was revoked before"
        case .policySealed:
            "a witness policy is for everyone to read: it can be neither sealed nor classified"
        case .policyOfOtherLog: "the witness policy must have one log line, with this ledger's public key"
        case .policyNamesStranger(let name):
            "witness \(name) of the policy has a key that is not that of a witness in use here"
        }
    }

    var next: [String] {
        switch self {
        case .keyUnreadable, .keyInUse: ["jvctl witness keygen NAME --output FILE"]
        case .nothingToContinue(let key), .revokedBefore(let key): ["jvctl log witness/\(key)"]
        case .policySealed, .policyOfOtherLog: ["jvctl witness policy"]
        case .policyNamesStranger: ["jvctl witness list", "jvctl witness appoint KEY ORGANISATION VKEY"]
        }
    }
}
