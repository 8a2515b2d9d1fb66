// SPDX-License-Identifier: Apache-2.0

/// Whether two organisations had contact, and the entries that say so.
struct Contact: Hashable, Sendable {
    /// Whether they had: yes, or possibly where dates leave it open.
    var truth = Truth.no
    /// The entries of the contacts that are as certain.
    var entries: [UInt64] = []
}

extension World {
    /// The pairs of organisations, in order, that appear together in advice, in an action across boundaries,
    /// at a knowledge event, or in a survey's tie within a window; units stand for their organisations.
    func contacts(within window: DateWindow) -> [[Key]: Contact] {
        var contacts: [[Key]: Contact] = [:]
        for advice in state.activity.advice.values {
            let request = advice.request
            meet([request.content.seeker, request.content.source], request.happening, window, &contacts)
            for answer in advice.answers {
                let parties = [request.content.seeker, answer.content.organisation]
                meet(parties, answer.happening, window, &contacts)
            }
        }
        for action in state.activity.actions.values.map(\.action) {
            meet(action.content.participants, action.happening, window, &contacts)
        }
        for event in state.activity.knowledgeEvents.values where event.isHeld {
            meet([event.content.host] + event.content.organisations, event.happening, window, &contacts)
        }
        for survey in state.network.surveys.values {
            for response in survey.responses.values {
                let place = { organisation(of: $0, at: response.happening) }
                guard let respondent = place(response.content.respondent) else { continue }
                for named in response.content.ties.compactMap({ place($0.to) }) {
                    meet([respondent, named], response.happening, window, &contacts)
                }
            }
        }
        return contacts
    }

    /// Notes that some came together.
    private func meet(
        _ parties: [Key],
        _ happening: Happening,
        _ window: DateWindow,
        _ contacts: inout [[Key]: Contact]
    ) {
        let truth = window.contains(happening, by: instant)
        guard truth != .no else { return }
        let organisations = Set(parties.map(state.root(of:))).sorted()
        for (index, first) in organisations.enumerated() {
            for second in organisations.dropFirst(index + 1) {
                var contact = contacts[[first, second]] ?? Contact()
                let isFirstOfItsKind = contact.truth.or(truth) != contact.truth
                contact.entries = isFirstOfItsKind ? [] : contact.entries
                contact.truth = contact.truth.or(truth)
                if contact.truth == truth { contact.entries.append(happening.position) }
                contacts[[first, second]] = contact
            }
        }
    }

    /// The organisation of a member of a survey's population when the answer was given.
    private func organisation(of subject: Subject, at happening: Happening) -> Key? {
        if subject.kind == .organisation { return subject.key }
        let person = state.member(subject)
        let t = happening.occurrence.date.bounds.earliest ?? happening.recorded
        let affiliations = state.person(person.key)?.affiliations(at: t) ?? []
        return affiliations.last { $0.truth == .yes }?.value ?? affiliations.last?.value
    }
}
