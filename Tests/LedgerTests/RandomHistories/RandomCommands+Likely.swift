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
        let choices = decisionSteps(partner) + fundingSteps()
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
