// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern communities, lessons, practices, principles and recognition.
public enum LearningRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
}

extension LearningRefusal: RefusalReason {
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
