// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern objectives, measures, benefits, baselines, costs and contributions.
public enum EvaluationRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
}

extension EvaluationRefusal: RefusalReason {
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
