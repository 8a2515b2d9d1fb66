// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

/// Something that was said or done about a matter, as the dossier lists it.
struct DecisionAct {
    let what: String
    var organisation: Key?
    let text: Text?
    let happening: Happening

    func json(in view: View) -> JSON {
        .members([
            "what": .string(what),
            "organisation": organisation?.json,
            "text": text.json(in: view),
            "when": .string(happening.occurrence.text),
            "position": happening.position.json,
        ])
    }
}

extension Decision {
    /// That it was decided in urgency, and what came of that.
    var urgencyActs: [DecisionAct] {
        guard let urgency else { return [] }
        let taken = urgency.taken.content
        let acts = [
            DecisionAct(
                what: "urgent",
                organisation: taken.org,
                text: taken.urgency,
                happening: urgency.taken.happening
            ),
            urgency.ratified.map {
                DecisionAct(what: "ratified", text: $0.content.note, happening: $0.happening)
            },
            urgency.refused.map {
                DecisionAct(
                    what: "refused",
                    organisation: $0.content.org,
                    text: $0.content.reason,
                    happening: $0.happening
                )
            },
        ]
        return acts.compactMap(\.self)
    }

    /// Call-ins and what came of them.
    var callInActs: [DecisionAct] {
        callIns.flatMap { callIn -> [DecisionAct] in
            let called = DecisionAct(
                what: "calledIn",
                organisation: callIn.called.content.org,
                text: callIn.called.content.reason,
                happening: callIn.called.happening
            )
            guard let resolved = callIn.resolved else { return [called] }
            let end = DecisionAct(
                what: resolved.content.outcome.rawValue,
                text: resolved.content.reason,
                happening: resolved.happening
            )
            return [called, end]
        }
    }

    /// What carrying it out has reached, and what stopped it, in the order of recording.
    var progressActs: [DecisionAct] {
        let reached = milestones.map {
            DecisionAct(what: "milestone", text: $0.content.title, happening: $0.happening)
        }
        let stopped = blocks.map {
            DecisionAct(what: "blocked", text: $0.content.reason, happening: $0.happening)
        }
        return (reached + stopped).sorted { $0.happening.position < $1.happening.position }
    }

    /// Where its record was published, or why it was not.
    var publicationActs: [DecisionAct] {
        publications.map { DecisionAct(what: "published", text: $0.content.channel, happening: $0.happening) }
            + withholdings.map {
                DecisionAct(what: "withheld", text: $0.content.exemption, happening: $0.happening)
            }
    }
}

extension Voiced<PositionStated> {
    /// A stated position.
    func json(in view: View) -> JSON {
        DecisionAct(
            what: content.stance.rawValue,
            organisation: content.org,
            text: content.reason ?? content.condition,
            happening: happening
        ).json(in: view)
    }
}

extension Vote {
    /// A vote, counted for the option that was chosen, or else for the one that was voted on.
    func json(chosen: Int?) -> JSON {
        let tally = tally(chosen ?? opened.content.option)
        return .members([
            "body": opened.content.body.json,
            "rule": opened.content.rule.json,
            "option": opened.content.option?.json,
            "revision": revision.json,
            "seats": electorate.count.json,
            "inFavour": tally.inFavour.json,
            "against": tally.against.json,
            "abstaining": tally.abstaining.json,
            "carries": .bool(tally.carries),
            "closed": .bool(closed != nil),
            "when": .string(opened.happening.occurrence.text),
            "position": opened.happening.position.json,
        ])
    }
}
