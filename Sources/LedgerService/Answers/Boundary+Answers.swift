// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension BoundaryLogRow {
    /// An action across a boundary; `certainty` is whether it happened within the time asked about.
    func json(certainty: Truth, in view: View) -> JSON {
        let details = person.flatMap(view.state.person)
        return .members([
            "key": key.json,
            "when": .string(occurrence.text),
            "date": occurrence.date.json,
            "certainty": certainty.json,
            "action": action.json,
            "role": role?.json,
            "title": title.json(in: view),
            "from": view.party(from),
            "to": view.party(to),
            "actor": view.party(actor),
            "person": person?.json,
            "name": details?.name.json(in: view),
            "label": details?.label.json(in: view),
            "others": view.parties(others),
            "outcome": outcome?.json,
            "effortMinutes": effortMinutes.map(JSON.integer),
            "interface": interface?.json,
            "position": position.json,
        ])
    }
}

extension Brokerage {
    /// The members of a reply about brokers.
    func reply(in view: View) -> JSONObject {
        view.reply([
            "by": grouping.json,
            "counts": .list(counts) { $0.json(in: view) },
            "actions": .list(actions) { $0.json(in: view) },
            "directContacts": .keys(directContacts),
        ])
    }
}

extension BrokerageCount {
    fileprivate func json(in view: View) -> JSON {
        [
            "broker": view.party(broker),
            "role": role.json,
            "count": count.json,
            "actions": .keys(actions),
            "possibleActions": .keys(possibleActions),
        ]
    }
}

extension BrokeredAction {
    fileprivate func json(in view: View) -> JSON {
        [
            "key": key.json,
            "when": .string(occurrence.text),
            "date": occurrence.date.json,
            "certainty": happened.json,
            "from": view.party(from),
            "broker": view.party(broker),
            "to": view.party(to),
            "group": group.json,
            "role": role.json,
            "position": position.json,
        ]
    }
}

extension JourneyRow {
    /// A step of the journey; what it does not say itself is called what it is about.
    func json(in view: View) -> JSON {
        .members([
            "when": .string(occurrence.text),
            "date": occurrence.date.json,
            "certainty": happened.json,
            "type": .string(type),
            "subject": subject.json,
            "title": (title ?? view.state.title(of: subject)).json(in: view),
            "lanes": view.parties(lanes),
            "phase": phase?.ordinal.json,
            "phaseCertainty": phase?.truth.json,
            "disputes": .keys(disputes),
            "settledAgainst": .bool(isSettledAgainst),
            "position": position.json,
        ])
    }
}

extension PhaseView {
    /// A phase of the journey.
    func journeyJSON(in view: View) -> JSON {
        .members([
            "ordinal": ordinal.json,
            "title": title.json(in: view),
            "when": .string(validity.words),
            "position": position.json,
        ])
    }
}
