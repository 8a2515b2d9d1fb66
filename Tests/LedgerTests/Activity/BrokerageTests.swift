// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct BrokerageTests {
    @Test func theIntroductionOf2012() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(
            broker: "sociology",
            from: "business-school",
            to: "provide",
            occurred: "2012-10/2012-12"
        )
        let then = try endOf("2012")
        let byOrganisation = history.state.brokerage(by: .organisation, validAt: then)
        #expect(
            byOrganisation.counts == [
                BrokerageCount(
                    broker: try key("university"),
                    role: .representative,
                    actions: [action],
                    possibleActions: []
                )
            ]
        )
        let byUnit = history.state.brokerage(by: .unit, validAt: then)
        #expect(
            byUnit.counts == [
                BrokerageCount(
                    broker: try key("sociology"),
                    role: .liaison,
                    actions: [action],
                    possibleActions: []
                )
            ]
        )
        #expect(byUnit.counts.map(\.count) == [1])
    }

    @Test(arguments: [
        ("A", "A", "A", BrokerageRole.coordinator), ("A", "B", "A", .itinerant),
        ("A", "A", "B", .representative), ("A", "B", "B", .gatekeeper), ("A", "B", "C", .liaison),
    ])
    func fiveRolesByTheirPaths(from: String, broker: String, to: String, role: BrokerageRole) {
        #expect(BrokerageRole(from: from, broker: broker, to: to) == role)
    }

    @Test(arguments: [
        ("business-school", "history", "sociology", BrokerageRole.coordinator),
        ("business-school", "council", "sociology", .itinerant),
        ("business-school", "sociology", "council", .representative),
        ("council", "sociology", "business-school", .gatekeeper),
        ("council", "sociology", "provide", .liaison),
        ("university", "sociology", "provide", .representative),
    ])
    func fiveRolesByOrganisation(from: String, broker: String, to: String, role: BrokerageRole) throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "organisation.registered",
            "organisation/history",
            ["title": "history", "kind": "university", "parent": "university"]
        )
        try history.act(.brokering, broker: broker, from: from, to: to)
        let brokerage = history.state.brokerage(by: .organisation, validAt: history.now)
        #expect(brokerage.actions.map(\.role) == [role])
        #expect(history.state.brokerage(by: .unit, validAt: history.now).actions.map(\.role) == [.liaison])
    }

    @Test func aDirectContactIsNotBrokered() throws {
        var history = try History.acrossTheBoundary()
        let outward = try history.act(broker: "provide", from: "provide", to: "council")
        let inward = try history.act(broker: "council", from: "provide", to: "council")
        let brokered = try history.act(broker: "trust", from: "provide", to: "council")
        for grouping in Grouping.allCases {
            let brokerage = history.state.brokerage(by: grouping, validAt: history.now)
            #expect(brokerage.directContacts == [outward, inward])
            #expect(brokerage.actions.map(\.key) == [brokered])
        }
    }

    @Test(arguments: BoundaryActionKind.allCases)
    func onlyIntroductionsAndBrokeringsCount(kind: BoundaryActionKind) throws {
        var history = try History.acrossTheBoundary()
        try history.act(kind, broker: "trust", from: "provide", to: "council")
        let isCounted = kind == .introduction || kind == .brokering
        let brokerage = history.state.brokerage(by: .organisation, validAt: history.now)
        #expect(brokerage.actions.count == (isCounted ? 1 : 0))
        #expect(brokerage.directContacts.isEmpty)
    }

    @Test func whatPossiblyHappenedIsNamedAndNotCounted() throws {
        var history = try History.acrossTheBoundary()
        let certain = try history.act(broker: "trust", from: "provide", to: "council", occurred: "2012")
        let possible = try history.act(broker: "trust", from: "council", to: "provide", occurred: "2013")
        try history.act(broker: "trust", from: "council", to: "provide", occurred: "2014")
        let brokerage = history.state.brokerage(by: .organisation, validAt: try endOf("2013-06"))
        #expect(
            brokerage.counts == [
                BrokerageCount(
                    broker: try key("trust"),
                    role: .liaison,
                    actions: [certain],
                    possibleActions: [possible]
                )
            ]
        )
    }

    @Test(arguments: 0..<200)
    func turnedRoundRepresentativesAndGatekeepersChangePlaces(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var forward = try History.acrossTheBoundary()
        var backward = forward
        let organisations = ["university", "sociology", "business-school", "provide", "council", "trust"]
        for _ in 0..<12 {
            let three = organisations.shuffled(using: &random).prefix(3)
            try forward.act(broker: three[0], from: three[1], to: three[2])
            try backward.act(broker: three[0], from: three[2], to: three[1])
        }
        let there = forward.state.brokerage(by: .organisation, validAt: forward.now)
        let back = backward.state.brokerage(by: .organisation, validAt: backward.now)
        func tally(_ brokerage: Brokerage, _ roles: [BrokerageRole]) -> [Int] {
            roles.map { role in brokerage.counts.filter { $0.role == role }.reduce(0) { $0 + $1.count } }
        }
        let roles: [BrokerageRole] = [.coordinator, .itinerant, .representative, .gatekeeper, .liaison]
        let turned: [BrokerageRole] = [.coordinator, .itinerant, .gatekeeper, .representative, .liaison]
        #expect(tally(there, roles) == tally(back, turned))
        #expect(tally(there, roles).reduce(0, +) == 12)
        #expect(there.counts.allSatisfy { forward.state.root(of: $0.broker) == $0.broker })
    }
}
