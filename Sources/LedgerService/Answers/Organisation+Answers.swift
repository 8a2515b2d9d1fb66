// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension PartnerView {
    /// An organisation as partner, past, present or to come.
    func json(in view: View) -> JSON {
        let current = memberships.filter { $0.validity.holds(at: view.instant) != .no }
        let certain = current.last { $0.validity.holds(at: view.instant) == .yes }
        return .members([
            "organisation": view.party(organisation),
            "standing": standing.json,
            "certainty": truth.json,
            "right": right?.json,
            "status": status?.json,
            "span": (certain ?? current.last)?.validity.json,
            "memberships": .list(memberships, \.validity.json),
        ])
    }
}

extension OrganisationView {
    /// An organisation or a unit of one.
    func json(in view: View) -> JSON {
        let partnership = view.state.partnership(of: key, at: view.instant)
        return .members([
            "key": key.json,
            "name": name.json(in: view),
            "names": .list(names) { .members(["name": $0.name.json(in: view), "span": $0.validity.json]) },
            "kind": kind?.json,
            "parent": parent?.json,
            "units": .keys(units),
            "right": partnership?.right.json,
            "partner": (partnership?.truth ?? .no).json,
            "succession": succession?.json(happened: truth.negated, in: view),
            "predecessors": .keys(predecessors),
        ])
    }
}

extension Succession {
    fileprivate func json(happened: Truth, in view: View) -> JSON {
        [
            "happened": happened.json,
            "when": .string(date.words),
            "date": date.json,
            "successors": view.parties(successors),
            "position": position.json,
        ]
    }
}
