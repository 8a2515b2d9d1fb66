// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern needs, consultations, commitments, disputes between partners and registered risks.
public enum WorkRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
}

extension WorkRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .nothingToContinue: .lifeAllows
        }
    }

    var message: String {
        switch self {
        case .nothingToContinue(let subject): "\(subject) has no beginning that stands"
        }
    }

    var next: [String] {
        switch self {
        case .nothingToContinue(let subject): ["jvctl log \(subject)"]
        }
    }
}
