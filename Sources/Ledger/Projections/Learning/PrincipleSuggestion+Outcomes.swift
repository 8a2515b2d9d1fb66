// SPDX-License-Identifier: Apache-2.0

extension World {
    /// Principle 5: objectives with a baseline and an outcome measure that was observed.
    var outcomeSuggestions: [PrincipleSuggestion] {
        state.evaluation.objectives.compactMap { key, known in
            guard let objective = known.asOf(instant), objective.baseline != nil else { return nil }
            let observations = state.evaluation.measures.values.flatMap { measure -> [UInt64] in
                guard let definition = measure.definition(at: instant)?.version.definition,
                    definition.objective == key, definition.measure == .outcome
                else { return [] }
                return measure.observations.values.filter { $0.tells(at: instant) }.map(\.happening.position)
            }
            guard !observations.isEmpty else { return nil }
            return PrincipleSuggestion(
                principle: .outcomes,
                artefact: Subject(.objective, key),
                reason: "it has a baseline and an outcome measure that was observed",
                entries: [objective.set.happening.position] + observations.sorted()
            )
        }
    }
}
