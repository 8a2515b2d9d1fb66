// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// Communities, lessons, practices, enablers, reflections, recognition and principles.
public struct LearningState: Hashable, Sendable {
    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? { nil }
}

extension Catalogue {
    static let learningTypes: [any Event.Type] = []
}
