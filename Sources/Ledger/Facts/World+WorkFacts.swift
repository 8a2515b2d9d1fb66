// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of needs, consultations, commitments, disputes between partners, risks and their like, evidence and
    /// advice.
    var workFacts: [Fact] {
        let work = state.work
        return statuses(.need, work.needs) { $0.closed?.content.outcome.rawValue }
            + statuses(.consultation, work.consultations) { _ in "closed" }
            + statuses(.commitment, work.commitments) { $0.ending?.word } + commitmentFacts
            + statuses(.dispute, work.disputes) { $0.resolved?.content.outcome.rawValue } + stageFacts
            + statuses(.raid, work.raid) { $0.closed?.content.outcome.rawValue } + scoreFacts + evidenceFacts
            + adviceFacts
    }

    /// Whether each is open or how it ended; both possibly where the dates leave it open.
    private func statuses<Item: WorkItem>(
        _ kind: SubjectKind,
        _ items: LayeredMap<Key, Item>,
        outcome: (Item) -> String?
    ) -> [Fact] {
        items.sorted { $0.key < $1.key }.flatMap { key, item -> [Fact] in
            let subject = Subject(kind, key)
            let (open, ended) = (item.isOpen(at: instant), item.hasEnded(at: instant))
            var facts: [Fact] = []
            if open != .no {
                facts.append(Fact(subject, "status", "open", open, entries: [item.began.position]))
            }
            if ended != .no, let outcome = outcome(item), let happening = item.ended {
                facts.append(Fact(subject, "status", outcome, ended, entries: [happening.position]))
            }
            return facts
        }
    }

    private var commitmentFacts: [Fact] {
        state.work.commitments.sorted { $0.key < $1.key }.flatMap { key, commitment -> [Fact] in
            let subject = Subject(.commitment, key)
            let entries = commitment.positions(at: instant)
            let (responsible, due) = (commitment.responsible(at: instant), commitment.due(at: instant))
            let names = responsible.map {
                [$0.owner, $0.organisation].compactMap { $0?.text }.joined(separator: ", ")
            }
            return names.filter { !$0.isEmpty }.map {
                Fact(subject, "owner", $0, names.count == 1 ? .yes : .possibly, entries: entries)
            }
                + due.compactMap { $0 }.map {
                    Fact(subject, "due", $0.short, due.count == 1 ? .yes : .possibly, entries: entries)
                }
        }
    }

    private var stageFacts: [Fact] {
        state.work.disputes.sorted { $0.key < $1.key }.compactMap { key, dispute in
            dispute.stage(at: instant).map {
                Fact(Subject(.dispute, key), "stage", $0.rawValue, entries: dispute.positions(at: instant))
            }
        }
    }

    private var scoreFacts: [Fact] {
        state.work.raid.sorted { $0.key < $1.key }.compactMap { key, item in
            guard item.began.happened(at: instant) != .no else { return nil }
            return RaidView(item, at: instant).score.map {
                Fact(Subject(.raid, key), "score", "\($0)", entries: item.positions(at: instant))
            }
        }
    }

    private var evidenceFacts: [Fact] {
        state.decisions.evidence.sorted { $0.key < $1.key }.flatMap { key, evidence -> [Fact] in
            let subject = Subject(.evidence, key)
            var facts: [Fact] = []
            if let appraisal = evidence.appraisal(at: instant) {
                facts.append(
                    Fact(
                        subject,
                        "strength",
                        appraisal.content.strength.rawValue,
                        appraisal.happening.happened(at: instant),
                        entries: [appraisal.happening.position]
                    )
                )
            }
            if let retraction = evidence.retraction?.happening, retraction.happened(at: instant) != .no {
                facts.append(
                    Fact(
                        subject,
                        "status",
                        "retracted",
                        retraction.happened(at: instant),
                        entries: [retraction.position]
                    )
                )
            }
            return facts
        }
    }

    private var adviceFacts: [Fact] {
        state.activity.advice.sorted { $0.key < $1.key }.flatMap { key, advice -> [Fact] in
            advice.followings.filter { $0.happening.happened(at: instant) != .no }.map { followed in
                let place = followed.content.decision.map { " in \($0)" } ?? ""
                return Fact(
                    Subject(.advice, key),
                    "followed",
                    followed.content.extent.rawValue + place,
                    followed.happening.happened(at: instant),
                    entries: [followed.happening.position]
                )
            }
        }
    }
}
