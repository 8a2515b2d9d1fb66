// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of proposals and decisions: where each stands, what is chosen, and what partners said of it.
    var decisionFacts: [Fact] {
        state.decisions.all.keys.sorted().flatMap { key -> [Fact] in
            guard let row = state.decisionRow(key, validAt: instant), let recorded = state.decision(key)
            else {
                return []
            }
            let decision = recorded.asOf(instant)
            let subject = Subject(.decision, key)
            var facts = [
                Fact(subject, "status", row.status.rawValue, row.truth, entries: [row.position]),
                Fact(subject, "revision", "\(row.revision)"),
            ]
            if let option = decision.adoption?.option {
                facts.append(
                    Fact(
                        subject,
                        "option",
                        "\(option)",
                        entries: decision.adoption.map { [$0.position] } ?? []
                    )
                )
            }
            if let replacement = decision.replacedBy {
                facts.append(Fact(subject, "replaced by", replacement.text))
            }
            let organisations = Set(decision.positions.map(\.organisation)).sorted()
            return facts
                + organisations.compactMap { organisation in
                    decision.standing(of: organisation).map { position in
                        Fact(
                            subject,
                            organisation.text,
                            "\(position.stance.rawValue), \(position.mode.rawValue)",
                            entries: [position.position]
                        )
                    }
                }
        }
    }
}
