// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

@testable import Ledger

/// Commands that are likely to be accepted, of types that chance alone would seldom get past their rules.
extension RandomCommands {
    /// A type, a kind of subject to go on with or to begin, and its data.
    typealias Likely = (type: String, kind: SubjectKind, data: JSON)

    /// One likely command of many.
    mutating func likely(in state: State) -> Command? {
        let partner = happens(50) ? JointVenture.provide : JointVenture.council
        let choices =
            decisionSteps(partner) + boardSteps(partner) + fundingSteps() + surveySteps()
            + learningSteps(partner)
            + witnessSteps(partner) + agreementSteps(partner) + recordsSteps()
        let choice = pick(choices)
        guard let type = Catalogue.type(named: choice.type) else { return nil }
        let subject = subject(of: type, state)
        var data = choice.data.object ?? JSONObject()
        if data["revision"] != nil {
            data["revision"] = .integer(Int64(state.decision(subject.key)?.revision ?? 1))
        }
        if data["post"] != nil { data["post"] = .string(subject.key.text) }
        return Command(
            type: type,
            subject: subject,
            data: .object(data),
            occurred: nil,
            basis: nil,
            onBehalfOf: partner,
            isSourced: false
        )
    }

    private mutating func decisionSteps(_ partner: String) -> [Likely] {
        let org = JSON.string(partner)
        let other = JSON.string(key(.decision).text)
        return [
            ("proposal.tabled", .decision, ["title": "x"]),
            ("proposal.tabled", .decision, ["title": "x", "organisation": org]),
            ("consent.given", .decision, ["org": org, "revision": 1]),
            ("consent.given", .decision, ["org": org, "revision": 1]),
            ("consent.given", .decision, ["org": org, "revision": 1, "condition": "c"]),
            ("option.added", .decision, ["option": 1, "title": "o"]),
            ("option.argued", .decision, ["option": 1, "stance": "against", "text": "a"]),
            ("option.withdrawn", .decision, ["option": 1]),
            ("consent.withdrawn", .decision, ["org": org]),
            ("condition.met", .decision, ["org": org]),
            ("decision.adopted", .decision, ["reason": "r"]),
            ("decision.adopted", .decision, ["reason": "r"]),
            ("decision.superseded", .decision, ["decision": other, "handover": "h"]),
            ("decision.rescinded", .decision, ["reason": "r", "decision": other]),
            ("implementation.started", .decision, [:]),
            ("implementation.abandoned", .decision, ["reason": "r"]),
            ("implementation.completed", .decision, [:]),
            ("claim.disputed", .claim, ["entries": [1, 2], "question": "q"]),
            ("claim.settled", .claim, ["stands": 1, "reason": "r"]),
        ]
    }

    /// Steps of decisions that are put to the board, in whose seats `A-0001` and `A-0002` sit.
    private func boardSteps(_ partner: String) -> [Likely] {
        let org = JSON.string(partner)
        let isCouncil = partner == JointVenture.council
        let seat: JSON = isCouncil ? "council-seat" : "provide-seat"
        let by: JSON = isCouncil ? "A-0001" : "A-0002"
        return [
            ("proposal.tabled", .decision, ["title": "x", "body": "board"]),
            ("vote.opened", .decision, ["body": "board", "rule": "majority"]),
            ("vote.cast", .decision, ["org": org, "seat": seat, "ballot": "for"]),
            ("vote.closed", .decision, [:]),
            (
                "decision.urgent.taken", .decision,
                ["org": org, "by": by, "reason": "r", "urgency": "u", "ratifyBy": "2026-12-01"]
            ),
            ("consent.given", .decision, ["org": org, "revision": 1]),
            ("consent.given", .decision, ["org": org, "revision": 1]),
            ("decision.ratified", .decision, [:]),
            ("decision.ratified", .decision, [:]),
            ("decision.ratification.refused", .decision, ["org": org, "reason": "r"]),
            ("decision.adopted", .decision, ["reason": "r", "callInUntil": "2026-11-28"]),
            ("decision.calledIn", .decision, ["org": org, "reason": "r"]),
            ("decision.adopted", .decision, ["reason": "r", "callInUntil": "2026-11-28"]),
            ("decision.calledIn", .decision, ["org": org, "reason": "r"]),
            ("callIn.resolved", .decision, ["outcome": isCouncil ? "confirmed" : "setAside", "reason": "r"]),
            ("implementation.milestone.reached", .decision, ["title": "m"]),
            ("meeting.scheduled", .meeting, ["body": "board", "date": "2027-01"]),
            (
                "paper.circulated", .meeting,
                ["title": "t", "digest": .string(String(repeating: "a", count: 64))]
            ),
            (
                "paper.read", .meeting,
                ["digest": .string(String(repeating: "a", count: 64)), "assignment": by]
            ),
        ]
    }

    private func surveySteps() -> [Likely] {
        let window: JSON = [
            "title": "t", "question": "q", "relation": "advice", "direction": "seekerToSource",
            "level": "person", "population": ["person/P-0001", "person/P-0002"], "from": "2026-01",
            "to": "2026-12",
        ]
        return [
            ("survey.opened", .survey, window),
            ("survey.extended", .survey, ["population": ["person/P-0003"]]),
            (
                "survey.response.recorded", .survey,
                ["respondent": "person/P-0001", "ties": [["to": "person/P-0002"]]]
            ),
            ("survey.closed", .survey, [:]),
        ]
    }

    private func learningSteps(_ partner: String) -> [Likely] {
        let org = JSON.string(partner)
        return [
            ("lesson.identified", .lesson, ["title": "t", "org": org]),
            ("lesson.validated", .lesson, ["org": org]),
            ("lesson.shared", .lesson, ["organisations": [org]]),
            ("lesson.actioned", .lesson, ["note": "n"]),
            ("lesson.embedded", .lesson, ["evidence": ["REF"]]),
            (
                "measure.defined", .measure,
                ["title": "t", "definition": "d", "kind": "process", "frequency": "monthly", "org": org]
            ),
            ("observation.recorded", .measure, ["period": "2026-10", "value": "1"]),
            ("practice.submitted", .practice, ["title": "t", "problem": "p", "solution": "s", "org": org]),
            ("practice.validated", .practice, ["org": org]),
            ("practice.published", .practice, [:]),
            ("practice.adopted", .practice, ["org": org, "unchanged": true]),
            ("practice.abandoned", .practice, ["org": org, "reason": "r"]),
        ]
    }

    private func agreementSteps(_ partner: String) -> [Likely] {
        let parties: JSON = [.string(JointVenture.provide), .string(JointVenture.council)]
        let signature: Likely = ("agreement.signed", .agreement, ["org": .string(partner)])
        return [
            ("agreement.recorded", .agreement, ["title": "t", "form": "memorandum", "parties": parties]),
            signature, signature,
            ("agreement.varied", .agreement, ["note": "n", "aims": "a"]),
            ("agreement.reviewed", .agreement, ["outcome": "keep"]),
        ]
    }

    /// A witness's keys have a shape that no random text has, and each is taken once.
    private mutating func witnessSteps(_ partner: String) -> [Likely] {
        let letter = pick(["A", "C", "D", "E", "F", "G", "H"])
        let key = "w+0123abcd+B" + String(repeating: letter, count: 43)
        return [
            ("witness.appointed", .witness, ["org": .string(partner), "publicKey": .string(key)]),
            ("witness.revoked", .witness, ["reason": "r"]),
        ]
    }

    private mutating func recordsSteps() -> [Likely] {
        let digest = JSON.string(String(repeating: "a", count: 64))
        let field: JSON = [
            "position": .integer(Int64.random(in: 0...60, using: &generator)), "field": "name",
            "digest": digest,
        ]
        return [
            ("person.registered", .person, ["label": "l"]),
            ("hold.placed", .person, ["reason": "r"]),
            ("hold.released", .person, ["reason": "r"]),
            ("erasure.executed", .person, ["fields": [field], "basis": "b", "approvedBy": "a"]),
        ]
    }

    private func fundingSteps() -> [Likely] {
        let shares: JSON = [
            ["organisation": .string(JointVenture.provide), "basisPoints": 5_000],
            ["organisation": .string(JointVenture.council), "basisPoints": 5_000],
        ]
        return [
            ("funding.agreed", .funding, ["post": "p", "shares": shares]),
            ("funding.varied", .funding, ["post": "p", "shares": shares]),
            ("funding.ended", .funding, [:]),
            (
                "post.defined", .post,
                [
                    "title": "p",
                    "organisations": [.string(JointVenture.provide), .string(JointVenture.council)],
                ]
            ),
        ]
    }
}
