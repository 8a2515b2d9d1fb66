// SPDX-License-Identifier: Apache-2.0

/// Ties before they become a graph: who is there, and how knowledge flows between them.
struct NetworkTies {
    /// A tie from a source to a seeker.
    struct Flow: Hashable {
        let source: Subject
        let seeker: Subject
    }

    /// Everybody who could have had a tie, as a member of the population and by whom it stands for.
    var population: [Subject: Subject] = [:]
    /// Those who were asked and did not answer.
    var silent: Set<Subject> = []
    /// The entries that report each tie.
    var flows: [Flow: [UInt64]] = [:]
    /// Whether arcs as asked run against the flow.
    var isAskedAgainstFlow = true
    /// How many answers or events may or may not lie within the window, and are left out.
    var possible = 0
    /// Where the ties come from, in words.
    var source = ""
    /// The window in words.
    var window = ""
    /// The instant at which groups are taken.
    var end: Timestamp
}

extension World {
    /// The ties that a survey reports.
    func ties(of key: Key, _ survey: Survey, within window: DateWindow) -> NetworkTies {
        let lastWithin = survey.window.to?.bounds.earliest?.advanced(byMicroseconds: -1) ?? instant
        var ties = NetworkTies(end: min(lastWithin, window.end(by: instant)))
        let content = survey.opened.content
        ties.isAskedAgainstFlow = content.direction == .seekerToSource
        ties.source =
            "survey \(key.text): \(content.relation.rawValue) between \(content.level.rawValue)s, asked "
            + content.direction.rawValue
        ties.window = Self.words(survey.window)
        if window != DateWindow() { ties.window += "; answers \(window.words)" }
        for member in survey.population { ties.population[state.member(member)] = member }
        ties.silent = Set(ties.population.keys)
        for response in survey.responses(at: instant) {
            switch window.contains(response.happening, by: instant) {
            case .no: continue
            case .possibly: ties.possible += 1
            case .yes:
                let respondent = state.member(response.content.respondent)
                ties.silent.remove(respondent)
                for tie in response.content.ties {
                    let named = state.member(tie.to)
                    let flow =
                        content.direction == .seekerToSource
                        ? NetworkTies.Flow(source: named, seeker: respondent)
                        : NetworkTies.Flow(source: respondent, seeker: named)
                    ties.flows[flow, default: []].append(response.happening.position)
                }
            }
        }
        return ties
    }

    /// The ties between organisations that recorded advice and actions across boundaries make.
    ///
    /// Advice flows from whom it was sought, and from any other that gave it, to the seeker. An action leads
    /// from one organisation to another; through the one that acted, if that is a third.
    func tiesOfOrganisations(within window: DateWindow) -> NetworkTies {
        var ties = NetworkTies(end: window.end(by: instant))
        ties.source = "recorded advice and boundary actions between organisations and units"
        ties.window = window.words
        for advice in state.activity.advice.values {
            let request = advice.request.content
            add(request.source, to: request.seeker, advice.request.happening, within: window, &ties)
            for answer in advice.answers where answer.content.organisation != request.source {
                add(answer.content.organisation, to: request.seeker, answer.happening, within: window, &ties)
            }
        }
        for action in state.activity.actions.values.map(\.action) {
            let content = action.content
            if content.organisation == content.from || content.organisation == content.to {
                add(content.from, to: content.to, action.happening, within: window, &ties)
            } else {
                add(content.from, to: content.organisation, action.happening, within: window, &ties)
                add(content.organisation, to: content.to, action.happening, within: window, &ties)
            }
        }
        let tied = ties.population.keys.map(\.key)
        for partner in state.partners(at: ties.end).map(\.organisation)
        where !tied.contains(where: { state.belongs($0, to: partner) }) {
            let subject = Subject(.organisation, partner)
            ties.population[subject] = subject
        }
        return ties
    }

    /// The ties between each person who acted across a boundary and those with whom they dealt, both ways.
    func tiesOfPeople(within window: DateWindow) -> NetworkTies {
        var ties = NetworkTies(end: window.end(by: instant))
        ties.source = "recorded boundary actions between who acted and their counterparts, both ways"
        ties.window = window.words
        for action in state.activity.actions.values.map(\.action) {
            guard
                let actor = action.content.assignment.map({ Subject(.assignment, $0) })
                    ?? action.content.person.map({ Subject(.person, $0) })
            else { continue }
            for counterpart in action.content.counterparts.map({ Subject(.assignment, $0) }) {
                add(actor, to: counterpart, action.happening, within: window, &ties)
                add(counterpart, to: actor, action.happening, within: window, &ties)
            }
        }
        for key in state.roles.assignments.keys where state.roleStands(key, at: ties.end) == .yes {
            let subject = Subject(.assignment, key)
            let member = state.member(subject)
            if ties.population[member].map({ subject < $0 }) ?? true { ties.population[member] = subject }
        }
        return ties
    }

    private func add(
        _ source: Key,
        to seeker: Key,
        _ happening: Happening,
        within window: DateWindow,
        _ ties: inout NetworkTies
    ) {
        let source = Subject(.organisation, source)
        add(source, to: Subject(.organisation, seeker), happening, within: window, &ties)
    }

    private func add(
        _ source: Subject,
        to seeker: Subject,
        _ happening: Happening,
        within window: DateWindow,
        _ ties: inout NetworkTies
    ) {
        let flow = NetworkTies.Flow(source: state.member(source), seeker: state.member(seeker))
        guard flow.source != flow.seeker else { return }
        switch window.contains(happening, by: instant) {
        case .no: return
        case .possibly: ties.possible += 1
        case .yes:
            ties.flows[flow, default: []].append(happening.position)
            for (member, subject) in [(flow.source, source), (flow.seeker, seeker)]
            where ties.population[member].map({ subject < $0 }) ?? true {
                ties.population[member] = subject
            }
        }
    }

    private static func words(_ window: Validity) -> String {
        let from = window.from.map { "from \($0.short)" } ?? "from the beginning"
        return window.to.map { "\(from) until before \($0.short)" } ?? from
    }
}
