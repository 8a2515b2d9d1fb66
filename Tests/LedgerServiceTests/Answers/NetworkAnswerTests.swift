// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import LedgerService

@Suite("Answers about the network")
struct NetworkAnswerTests {
    /// A survey of three people, in which the second goes to the first and the third to the second.
    private static func ledger() async throws -> AnsweringLedger {
        let ledger = try AnsweringLedger()
        try await ledger.record([
            entry(
                "organisation.registered",
                "organisation/provide",
                ["title": "Provide", "kind": "provider"]
            ),
            entry(
                "organisation.registered",
                "organisation/council",
                ["title": "Council", "kind": "council"]
            ),
            person("Ada Example", "Programme Manager", "provide"),
            person("Bob Example", "Team leader", "council"),
            person("Cy Example", "Social worker", "council"),
            entry(
                "survey.opened",
                "survey/",
                [
                    "title": "Advice", "question": "Whom do you go to?", "relation": "advice",
                    "direction": "seekerToSource", "level": "person",
                    "population": ["person/P-0001", "person/P-0002", "person/P-0003"],
                    "from": "2020-06", "to": "2020-09",
                ],
                occurred: "2020-06"
            ),
            answer("P-0002", ["person/P-0001"]), answer("P-0003", ["person/P-0002"]),
        ])
        return ledger
    }

    private static func person(_ name: String, _ label: String, _ organisation: String) -> JSON {
        entry(
            "person.registered",
            "person/",
            ["name": .string(name), "label": .string(label), "organisation": .string(organisation)]
        )
    }

    private static func answer(_ respondent: String, _ named: [String]) -> JSON {
        entry(
            "survey.response.recorded",
            "survey/SV-0001",
            [
                "respondent": .string("person/\(respondent)"),
                "ties": .array(named.map { .object(JSONObject([("to", .string($0))])) }),
            ],
            occurred: "2020-07"
        )
    }

    @Test("A broker is shown by what they do, and by name only to whom policy lets see it")
    func names() async throws {
        let ledger = try await Self.ledger()
        let asked: JSON = ["survey": "SV-0001"]
        let plain = try await ledger.ask("Boundary.ListNetworkBrokers", asked)
        #expect(plain.each("rows", "person").first == ["label": "Team leader"])
        #expect(plain.each("rows", "gatekeeper").first == 1)
        #expect(plain.each("rows", "exclusive").first == 1)
        let auditor = try await ledger.ask("Boundary.ListNetworkBrokers", asked, by: .ed)
        #expect(
            auditor.each("rows", "person").first
                == ["label": "Team leader", "key": "P-0002", "name": "Bob Example"]
        )
        for method in ["ListNetworkTies", "ListExclusiveBridges", "ListFailurePoints", "ListSurveys"] {
            let reply = try await ledger.ask("Boundary.\(method)", asked)
            let text = String(decoding: try JSON.object(reply).canonicalBytes(), as: UTF8.self)
            #expect(!text.contains("P-000") && !text.contains("Example"), "\(method)")
        }
    }

    @Test("Every question of the network is answered as it is defined")
    func questions() async throws {
        let ledger = try await Self.ledger()
        let network = try await ledger.ask("Boundary.GetNetwork", ["survey": "SV-0001", "by": "unit"])
        #expect(network.each("rows", "arcs") == [1, 0, 1, 0])
        #expect(network.each("figures", "name").contains("responseRate"))
        let bridges = try await ledger.ask("Boundary.ListExclusiveBridges", ["survey": "SV-0001"])
        #expect(bridges.each("rows", "as") == ["gatekeeper"])
        let ties = try await ledger.ask("Boundary.ListNetworkTies", ["survey": "SV-0001"])
        #expect(ties.each("rows", "fromNode") == [1, 2] && ties.each("rows", "toNode") == [2, 3])
        #expect(ties.each("rows", "weight") == [1, 1])
        let points = try await ledger.ask("Boundary.ListFailurePoints", ["survey": "SV-0001"])
        #expect(points.each("rows", "cutOff") == [1])
        let change = try await ledger.ask(
            "Boundary.GetNetworkChange",
            ["survey": "SV-0001", "afterFrom": "2021"]
        )
        #expect(change.each("rows", "kind").contains("figure"))
        for method in ["GetBoundarySummary", "ListServices", "ListInterfaces", "ListMissingContacts"] {
            #expect(try await ledger.ask("Boundary.\(method)")["rows"] == [])
        }
    }

    @Test("What the ledger held before the answers is asked for with knownAt")
    func known() async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Boundary.GetNetwork", ["survey": "SV-0001", "knownAt": "@7"])
        #expect(reply.each("rows", "arcs").compactMap { $0?.integer }.reduce(0, +) == 1)
    }
}
