// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// Objectives, measures, observations, benefits, baselines, costs and contributions.
public struct EvaluationState: Hashable, Sendable {
    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? { nil }
}

extension Catalogue {
    static let evaluationTypes: [any Event.Type] = []
}
