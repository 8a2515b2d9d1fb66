// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of objectives, measures and the benefits that somebody claims.
    var evaluationFacts: [Fact] { objectiveFacts + measureFacts + benefitFacts }

    private var objectiveFacts: [Fact] {
        state.evaluation.objectives.sorted { $0.key < $1.key }.flatMap { key, recorded -> [Fact] in
            guard let objective = recorded.asOf(instant) else { return [] }
            let subject = Subject(.objective, key)
            let status = objective.closed?.content.outcome.rawValue ?? "open"
            let truth = (objective.closed?.happening ?? objective.set.happening).happened(at: instant)
            var facts = [Fact(subject, "status", status, truth, entries: [objective.set.happening.position])]
            if let target = objective.target { facts.append(Fact(subject, "target", target.description)) }
            if let rating = objective.lastAssessment?.content.rating {
                facts.append(Fact(subject, "rating", rating.rawValue))
            }
            return facts
        }
    }

    private var measureFacts: [Fact] {
        state.evaluation.measures.sorted { $0.key < $1.key }.flatMap { key, measure -> [Fact] in
            guard let definition = measure.definition(at: instant) else { return [] }
            let subject = Subject(.measure, key)
            let entries = [definition.version.happening.position]
            let taken = measure.isTaken(at: instant)
            return [Fact(subject, "definition", "version \(definition.number)", entries: entries)]
                + (taken == .no ? [] : [Fact(subject, "status", "taken", taken, entries: entries)])
        }
    }

    private var benefitFacts: [Fact] {
        state.evaluation.benefits.sorted { $0.key < $1.key }.compactMap { key, benefit -> Fact? in
            let claimed = benefit.claim.happening
            guard claimed.happened(at: instant) != .no else { return nil }
            let (word, happening): (String, Happening) =
                switch benefit.finding(at: instant) {
                case nil: ("claimed", claimed)
                case .verified(let event): ("verified", event.happening)
                case .notRealised(let event): ("not realised", event.happening)
                }
            return Fact(
                Subject(.benefit, key),
                "status",
                word,
                happening.happened(at: instant),
                entries: [happening.position]
            )
        }
    }
}
