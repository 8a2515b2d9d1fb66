// SPDX-License-Identifier: Apache-2.0

extension DecisionAccount {
    /// What was chosen, and why.
    var chosen: [Row] {
        let reason = decision.adoption?.reason ?? decision.urgency?.taken.content.reason
        guard let decided, let reason else { return [] }
        let option = decision.chosenOption.flatMap { decision.option($0) }
        var rows: [Row] = []
        if let option {
            rows.append(
                Row(
                    aspect: .chosen,
                    what: "option \(option.number)",
                    text: option.title,
                    when: decided.occurrence.text,
                    entries: [option.position, decided.position]
                )
            )
        }
        rows.append(
            Row(
                aspect: .chosen,
                what: "because",
                text: reason,
                who: decision.urgency?.taken.content.org,
                by: decision.urgency?.taken.content.by,
                when: decided.occurrence.text,
                entries: [decided.position]
            )
        )
        if let none = decision.adoption?.noAlternatives ?? decision.urgency?.taken.content.noAlternatives {
            rows.append(Row(aspect: .chosen, what: "no alternative", text: none, entries: [decided.position]))
        }
        return rows
    }

    /// The options that were considered and not chosen.
    var rejectedOptions: [Option] {
        decision.options.filter { option in
            option.number != decision.chosenOption && (decision.isDecided || option.isWithdrawn)
        }
    }

    /// What was not, and why.
    var rejected: [Row] {
        rejectedOptions.flatMap { option -> [Row] in
            let kind = option.kind.map { ", \($0.words)" } ?? ""
            let title = Row(
                aspect: .rejected,
                what: "option \(option.number)\(kind)",
                text: option.title,
                when: option.happening.occurrence.text,
                entries: [option.position]
            )
            var reasons = option.arguments.filter { $0.stance == .against }.map { argument in
                Row(
                    aspect: .rejected,
                    what: "against option \(option.number)",
                    text: argument.text,
                    when: argument.happening.occurrence.text,
                    entries: [argument.position]
                )
            }
            if let withdrawn = option.withdrawn {
                reasons.append(
                    Row(
                        aspect: .rejected,
                        what: "option \(option.number) withdrawn",
                        text: withdrawn.content.reason,
                        when: withdrawn.happening.occurrence.text,
                        entries: [withdrawn.happening.position]
                    )
                )
            }
            if reasons.isEmpty {
                reasons.append(
                    Row(
                        aspect: .rejected,
                        what: "no reason against option \(option.number) is recorded",
                        entries: [option.position]
                    )
                )
            }
            return [title] + reasons
        }
    }

    /// How it went on.
    var became: [Row] {
        let changes = decision.history.filter { !$0.status.isOpen }.map { change in
            (change.position, change.status.rawValue, nil as Text?, change.words)
        }
        let milestones = decision.milestones.map { reached in
            (
                reached.happening.position, "milestone", reached.content.title as Text?,
                reached.happening.occurrence.text
            )
        }
        let blocks = decision.blocks.map { block in
            (
                block.happening.position, "blocked", block.content.reason as Text?,
                block.happening.occurrence.text
            )
        }
        let reviews = decision.reviews.map { review in
            (
                review.position, "reviewed: \(review.outcome.rawValue)", review.findings,
                review.happening.occurrence.text
            )
        }
        return (changes + milestones + blocks + reviews).sorted { $0.0 < $1.0 }.map {
            position,
            what,
            text,
            when in
            Row(aspect: .became, what: what, text: text, when: when, entries: [position])
        }
    }

    /// What came of it.
    var ledTo: [Row] {
        decision.results.filter { world.hasBegun($0.subject) }.map { result in
            Row(
                aspect: .ledTo,
                what: result.subject.description,
                text: world.state.title(of: result.subject),
                entries: [result.position]
            )
        }
    }

    /// What replaced it.
    var replaced: [Row] {
        guard let successor = decision.replacedBy, let change = decision.history.last else { return [] }
        return [
            Row(
                aspect: .replaced,
                what: "\(change.status.rawValue) by decision/\(successor)",
                text: world.state.title(of: Subject(.decision, successor)),
                when: change.words,
                entries: [change.position]
            )
        ]
    }

    /// Who has taken up what came of it, or of what came of it.
    var adoptedSince: [Row] {
        let came = world.state.why(key).filter { $0.direction != .restsOn }.map(\.subject)
        return came.flatMap { world.adopters(of: $0) }.map { adopter in
            Row(
                aspect: .adoptedSince,
                what: adopter.subject.description,
                text: world.state.title(of: adopter.subject),
                who: adopter.organisation,
                when: adopter.when,
                entries: [adopter.position]
            )
        }
    }
}
