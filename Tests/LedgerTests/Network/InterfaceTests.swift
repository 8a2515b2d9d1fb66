// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Services and their interfaces")
struct InterfaceTests {
    /// A ledger in which nursing of a provider and social work of a council meet in rapid response.
    static func rapidResponse() throws -> History {
        var history = try History.acrossTheBoundary()
        for (key, provider) in [("nursing", "provide"), ("social-work", "council")] {
            try history.record(
                "service.registered",
                "service/\(key)",
                ["title": .string(key), "provider": .string(provider)],
                occurred: "2015"
            )
        }
        try history.record(
            "interface.defined",
            "interface/rapid-response",
            [
                "title": "Integrated rapid response", "services": ["nursing", "social-work"],
                "organisations": ["provide", "council"], "process": "By telephone",
            ],
            occurred: "2018"
        )
        return history
    }

    @Test("An interface joins services of at least two organisations")
    func joinsTwo() throws {
        var history = try Self.rapidResponse()
        for organisations in [[], ["provide"], ["provide", "provide"]] as [JSON] {
            #expect(throws: Rejection.self) {
                try history.record(
                    "interface.defined",
                    "interface/other",
                    ["title": "x", "services": ["nursing"], "organisations": organisations]
                )
            }
        }
        #expect(throws: Rejection.self) {
            try history.record(
                "interface.defined",
                "interface/other",
                ["title": "x", "services": [], "organisations": ["provide", "council"]]
            )
        }
    }

    @Test("A redesign counts the version up, and a reversion brings back the one before")
    func versions() throws {
        var history = try Self.rapidResponse()
        let subject = "interface/rapid-response"
        #expect(throws: Rejection.refused(.network(.firstVersion(try key("rapid-response"))))) {
            try history.record("interface.reverted", subject, ["reason": "no"])
        }
        try history.record(
            "interface.redesigned",
            subject,
            ["note": "One form", "process": "By form", "coProducers": [["kind": "frontLine", "count": 4]]],
            occurred: "2019-05"
        )
        try history.record("interface.redesigned", subject, ["note": "Two hours"], occurred: "2020")
        try history.record("interface.reverted", subject, ["reason": "Too fast"], occurred: "2021")
        let numbers = try ["2018", "2019-06", "2020", "2021"].map { instant in
            try #require(try ask(ListInterfaces.self, of: history, at: instant).rows.first)
        }
        #expect(numbers.map { $0.versions.last?.number } == [1, 2, 3, 2])
        #expect(
            numbers.map { $0.versions.last?.process?.plain } == [
                "By telephone", "By form", "By form", "By form",
            ]
        )
        #expect(numbers.map(\.isCoProduced) == [false, true, true, true])
        #expect(numbers.map(\.given) == [0, 0, 0, 1])
        #expect(try ask(ListInterfaces.self, of: history, at: "2017").rows.isEmpty)
    }

    @Test("Co-production is counted, and what is not stated is not counted as none")
    func coverage() throws {
        var history = try Self.rapidResponse()
        let subject = "interface/rapid-response"
        for coProducers in [
            [["kind": "none"], ["kind": "carers"]], [["kind": "carers"], ["kind": "carers"]],
        ] as [JSON] {
            #expect(throws: Rejection.self) {
                try history.record(
                    "interface.redesigned",
                    subject,
                    ["note": "x", "coProducers": coProducers]
                )
            }
        }
        try history.record("interface.redesigned", subject, ["note": "x", "coProducers": [["kind": "none"]]])
        var report = try ask(ListInterfaces.self, of: history)
        #expect(report.figure("coProducedShare") == "0")
        #expect(report.rows.first?.coProducers == ["none"])
        try history.record(
            "interface.tested",
            subject,
            ["tester": "serviceUsers", "result": "worked", "participants": 7]
        )
        report = try ask(ListInterfaces.self, of: history)
        #expect(report.figure("coProducedShare") == "1")
        #expect(report.figure("coProducedVersionShare") == "0")
        #expect(
            report.figure("coProducedDecisionShare") == .some(nil)
                || report.figure("coProducedDecisionShare") == nil
        )
        #expect(report.rows.first?.test?.result == .worked)
    }

    @Test("A service is shown as it was, with the interfaces at which it meets others")
    func services() throws {
        var history = try Self.rapidResponse()
        let nursing = try key("nursing")
        #expect(throws: Rejection.refused(.network(.changesNothing(nursing)))) {
            try history.record("service.changed", "service/nursing", ["reason": "why not"])
        }
        try history.record(
            "service.changed",
            "service/nursing",
            ["title": "Community nursing", "commissioner": "trust"],
            occurred: "2016"
        )
        let before = try ask(ListServices.self, of: history, at: "2015").rows
        #expect(before.map(\.title.plain) == ["nursing", "social-work"])
        #expect(before.map(\.interfaces) == [[], []])
        let after = try ask(ListServices.self, ["organisation": "trust"], of: history).rows
        #expect(after.map(\.title.plain) == ["Community nursing"])
        #expect(after.first?.interfaces.map(\.text) == ["rapid-response"])
        #expect(history.state.title(of: Subject(.service, nursing))?.plain == "Community nursing")
    }

    @Test("Organisations that share an interface and have no recorded contact are found")
    func missingContacts() throws {
        var history = try Self.rapidResponse()
        var report = try ask(ListMissingContacts.self, of: history)
        #expect(report.rows.map(\.first.text) == ["council"])
        #expect(report.rows.map(\.contact) == [.no])
        try history.record(
            "knowledge.event.held",
            "knowledge/",
            [
                "kind": "workshop", "title": "x", "host": "university",
                "organisations": ["provide", "council"],
            ],
            occurred: "2019-05"
        )
        #expect(try ask(ListMissingContacts.self, of: history).rows.isEmpty)
        report = try ask(ListMissingContacts.self, ["from": "2019-05-15"], of: history)
        #expect(report.rows.map(\.contact) == [.possibly])
        #expect(report.figure("withoutContact") == "0")
        report = try ask(ListMissingContacts.self, ["from": "2019-06"], of: history)
        #expect(report.rows.map(\.contact) == [.no])
        #expect(report.figure("withoutContact") == "1")
    }

    @Test("Actions across boundaries are summed up by officer, pair, role and outcome")
    func summary() throws {
        var history = try Self.rapidResponse()
        try history.record("person.registered", "person/", ["organisation": "provide"])
        for (from, to, minutes) in [("provide", "council", 30), ("council", "provide", 15)] {
            try history.record(
                "boundary.action.recorded",
                "boundary/",
                [
                    "kind": "informationSharing", "title": "x", "org": "provide", "person": "P-0001",
                    "fromOrganisation": .string(from), "toOrganisation": .string(to),
                    "effortMinutes": .integer(Int64(minutes)), "role": "coordinator",
                    "interface": "rapid-response",
                ],
                occurred: "2019"
            )
        }
        try history.act(broker: "university", from: "sociology", to: "provide", occurred: "2018/2019")
        try history.record(
            "boundary.outcome.recorded",
            "boundary/BA-0001",
            ["result": "landed"],
            occurred: "2020"
        )
        let pairs = try ask(GetBoundarySummary.self, ["by": "pair", "from": "2019"], of: history)
        #expect(
            pairs.rows.map { $0.group.organisations.map(\.text) } == [
                ["council", "provide"], ["provide", "university"],
            ]
        )
        #expect(pairs.rows.map(\.actions) == [2, 0])
        #expect(pairs.rows.map(\.possible) == [0, 1])
        #expect(pairs.rows.first?.minutes == 45)
        #expect(pairs.rows.first?.outcomes == [.landed: 1])
        #expect(pairs.rows.first?.open == 1)
        let officers = try ask(GetBoundarySummary.self, of: history)
        #expect(officers.rows.map { $0.group.person?.text } == ["P-0001", nil])
        #expect(officers.figure("minutes") == "45")
        for by in BoundarySummaryKey.allCases {
            let report = try ask(GetBoundarySummary.self, ["by": .string(by.rawValue)], of: history)
            #expect(report.figure("actions") == "3", "\(by)")
        }
    }
}
