// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension Holder {
    /// Somebody who holds or may hold a post or seat.
    func json(in view: View) -> JSON {
        let details = view.state.person(person)
        return .members([
            "assignment": assignment.json,
            "person": person.json,
            "name": details?.name.json(in: view),
            "erased": view.isErased(person),
            "label": details?.label.json(in: view),
            "capacities": .list(capacities) {
                ["capacity": $0.value.json, "certainty": $0.truth.json, "position": $0.position.json]
            },
            "fraction": fraction.map { .integer($0) },
            "span": validity.json,
            "certainty": truth.json,
            "absent": absent.json,
            "position": position.json,
        ])
    }
}

extension RosterLine {
    /// A post or seat and who holds it.
    func json(in view: View) -> JSON {
        let organisation =
            role.kind == .seat ? view.state.seat(role.key)?.organisation : view.state.post(role.key)?.host
        return .members([
            "role": role.json,
            "title": (titles.last ?? view.state.title(of: role)).json(in: view),
            "body": body?.json,
            "organisation": organisation.map(view.party),
            "exists": existence.json,
            "holders": .list(holders) { $0.json(in: view) },
            "vacant": vacancy.json,
        ])
    }
}
