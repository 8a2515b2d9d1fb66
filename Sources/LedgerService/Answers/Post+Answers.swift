// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension PostView {
    /// A line of the list of posts.
    func row(in view: View) -> JSON {
        .members([
            "key": key.json,
            "title": (titles.last { $0.truth == .yes } ?? titles.last)?.value.json(in: view)
                ?? view.state.title(of: Subject(.post, key)).json(in: view),
            "exists": existence.json,
            "span": life.json,
            "jointlyFunded": .bool(isJointlyFunded),
            "boundarySpanning": .bool(isBoundarySpanning),
            "holders": .list(holders) { $0.json(in: view) },
            "vacant": vacancy.json,
        ])
    }

    /// All that is known of a post.
    func json(in view: View, entries: [UInt64]) -> JSON {
        let funding = view.state.fundingOfPost(key, validAt: view.instant)
        return .members([
            "row": row(in: view),
            "existence": .string(existenceSentence),
            "holding": .string(holderSentence),
            "titles": .list(titles) {
                .members([
                    "title": $0.value.json(in: view), "certainty": $0.truth.json,
                    "position": $0.position.json,
                ])
            },
            "organisations": view.parties(organisations),
            "host": host.map(view.party),
            "accountableTo": view.parties(accountableTo),
            "sharing": sharing.json,
            "holderLimit": holderLimit?.json,
            "funding": .list(funding) { $0.json(in: view) },
            "decision": decision?.json,
            "abolishedBy": abolition?.position.json,
            "abolishedBecause": abolition?.reason.json(in: view),
            "entries": .positions(entries),
        ])
    }
}

extension BiographyEvent {
    /// Something that happened to a post.
    func json(in view: View) -> JSON {
        var object = JSONObject([
            "when": .string(date?.words ?? Validity().words),
            "date": date?.json,
            "event": .string(word),
            "certainty": Truth.yes.json,
            "shares": [],
            "position": position.json,
        ])
        switch kind {
        case .defined(let title), .retitled(let title): object["title"] = title.json(in: view)
        case .funded(let terms):
            object["shares"] = .list(terms.parts) { $0.json(in: view) }
            object["total"] = terms.total?.json
        case .appointed(let assignment, let person, let capacity),
            .capacityChanged(let assignment, let person, let capacity),
            .left(let assignment, let person, let capacity):
            Self.add(assignment, person, to: &object, in: view)
            object["capacity"] = capacity.json
        case .absenceBegan(let assignment, let person), .absenceEnded(let assignment, let person):
            Self.add(assignment, person, to: &object, in: view)
        case .vacant(let until, let truth):
            object["until"] = until?.json
            object["certainty"] = truth.json
        case .abolished(let reason): object["reason"] = reason.json(in: view)
        case .fundingEnded, .ended: break
        }
        return .object(object)
    }

    private static func add(_ assignment: Key, _ person: Key, to object: inout JSONObject, in view: View) {
        let details = view.state.person(person)
        object["assignment"] = assignment.json
        object["person"] = person.json
        object["name"] = details?.name.json(in: view)
        object["label"] = details?.label.json(in: view)
    }

    private var word: String {
        switch kind {
        case .defined: "defined"
        case .retitled: "retitled"
        case .funded: "funded"
        case .fundingEnded: "fundingEnded"
        case .appointed: "appointed"
        case .capacityChanged: "capacityChanged"
        case .absenceBegan: "absenceBegan"
        case .absenceEnded: "absenceEnded"
        case .left: "left"
        case .vacant: "vacant"
        case .ended: "ended"
        case .abolished: "abolished"
        }
    }
}
