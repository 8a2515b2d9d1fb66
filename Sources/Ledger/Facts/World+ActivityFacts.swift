// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of barriers and of what came of actions across boundaries.
    var activityFacts: [Fact] {
        let barriers = state.activity.barriers.sorted { $0.key < $1.key }.compactMap {
            key,
            barrier -> Fact? in
            let truth = barrier.stands(at: instant)
            return truth == .no
                ? nil
                : Fact(
                    Subject(.barrier, key),
                    "status",
                    "stands",
                    truth,
                    entries: [barrier.identified.happening.position]
                )
        }
        let outcomes = state.activity.actions.sorted { $0.key < $1.key }.compactMap { key, action -> Fact? in
            guard let outcome = action.outcome(at: instant) else { return nil }
            return Fact(
                Subject(.boundary, key),
                "outcome",
                outcome.content.result.rawValue,
                outcome.happening.happened(at: instant),
                entries: [outcome.happening.position]
            )
        }
        return barriers + outcomes
    }
}
