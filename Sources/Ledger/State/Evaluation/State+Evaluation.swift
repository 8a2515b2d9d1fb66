// SPDX-License-Identifier: Apache-2.0

extension State {
    /// The objective with this key.
    public func objective(_ key: Key) -> Objective? { evaluation.objectives[key] }

    /// The measure with this key.
    public func measure(_ key: Key) -> Measure? { evaluation.measures[key] }

    /// The benefit with this key.
    public func benefit(_ key: Key) -> Benefit? { evaluation.benefits[key] }

    /// The measures of an objective by their latest definition, in the order of their keys.
    func measures(of objective: Key) -> [(key: Key, definition: MeasureDefinition)] {
        evaluation.measures.compactMap { key, measure in
            guard measure.retired == nil, let last = measure.versions.last?.definition,
                last.objective == objective
            else { return nil }
            return (key, last)
        }.sorted { $0.key < $1.key }
    }

    /// Whether a measure has a target and says which way is better, by its latest definition (rule 82).
    func canRate(_ measure: Key) -> Bool {
        guard let definition = evaluation.measures[measure]?.versions.last?.definition else { return false }
        let objective = definition.objective.flatMap { evaluation.objectives[$0] }
        return definition.better != nil && definition.target(under: objective) != nil
    }
}

extension MeasureDefinition {
    /// Where the measure should be: its own target, or for an outcome measure without one that of its objective.
    func target(under objective: Objective?) -> DecimalNumber? {
        target ?? (measure == .outcome ? objective?.target : nil)
    }
}
