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
        }
    }

    var next: [String] {
        switch self {
        case .keyUnreadable, .keyInUse: ["jvctl witness keygen NAME --output FILE"]
        case .nothingToContinue(let key), .revokedBefore(let key): ["jvctl log witness/\(key)"]
        }
    }
}
