// SPDX-License-Identifier: Apache-2.0

extension DecisionAccount {
    /// What was known when it was decided, and what only later.
    var knew: [Row] {
        let cited = (decision.because + consultations).flatMap { subject -> [Row] in
            let sources = world.state.knowledge(in: subject)
            guard !sources.isEmpty else {
                return [
                    known(subject, nil, world.state.title(of: subject), when: decision.tabled?.words, tabled)
                ]
            }
            return sources.map { source in
                known(
                    subject,
                    source.when,
                    source.text ?? world.state.title(of: subject),
                    who: source.organisation,
                    when: source.when?.words,
                    tabled + source.entries
                )
            }
        }
        let linked = decision.evidence.map { link -> Row in
            let subject = Subject(.evidence, link.evidence)
            let wasLinked = decided.map { decided in
                link.position < decided.position
                    ? Truth.yes
                    : link.happening.occurrence.date.bounds.precedes(decided.occurrence.date.bounds)
            }
            var row = known(
                subject,
                world.state.evidence(link.evidence)?.dated?.bounds,
                world.state.title(of: subject),
                when: link.happening.occurrence.text,
                [link.position]
            )
            row.known = row.known.map { $0.and(wasLinked ?? .yes) }
            row.what += ", \(link.role.rawValue)"
            return row
        }
        return cited + linked
    }

    /// The consultations that were about it, besides those that the proposal names.
    private var consultations: [Subject] {
        world.state.work.consultations.filter { consultation in
            consultation.value.opened.content.about == Subject(.decision, key)
                && consultation.value.began.happened(at: world.instant) != .no
        }.map { Subject(.consultation, $0.key) }.filter { !decision.because.contains($0) }.sorted {
            $0.key < $1.key
        }
    }

    /// A thing on which it rests; it was known unless it is certainly or possibly later than the decision.
    private func known(
        _ subject: Subject,
        _ dated: Bounds?,
        _ text: Text?,
        who: Key? = nil,
        when: String?,
        _ entries: [UInt64]
    ) -> Row {
        let truth = decided.map { decided -> Truth in
            guard let dated else { return .yes }
            let last = decided.occurrence.date.bounds.last ?? .distantFuture
            let isCertain = dated.isAtOrBefore(last) != .no
            return isCertain ? dated.isAtOrBefore(last) : .no
        }
        return Row(
            aspect: .knew,
            what: subject.description,
            text: text,
            who: who,
            when: when,
            known: truth,
            entries: entries
        )
    }
}
