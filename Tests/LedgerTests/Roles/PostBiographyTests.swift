// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PostBiographyTests {
    private static let defined = "2019-01-01T00:00:00Z"
    private static let funded = "2019-02-01T00:00:00Z"
    private static let shared = "2019-03-01T00:00:00Z"
    private static let joined = "2019-06-01T00:00:00Z"
    private static let away = "2019-09-01T00:00:00Z"
    private static let back = "2019-12-01T00:00:00Z"
    private static let retitled = "2020-02-01T00:00:00Z"
    private static let refunded = "2020-04-01T00:00:00Z"
    private static let alone = "2020-06-01T00:00:00Z"
    private static let vacant = "2020-08-01T00:00:00Z"
    private static let filled = "2020-10-01T00:00:00Z"
    private static let abolished = "2021-04-01T00:00:00Z"

    /// A job share, an absence with an acting holder, a new title, other funders, a vacancy and an abolition.
    ///
    /// All of it is recorded in 2026, and not in the order in which it happened.
    private func history() throws -> History {
        var history = try History.partnership()
        try history.define(
            from: Self.defined,
            with: [
                "sharing": "jobShare", "jointlyFunded": true, "host": "provide",
                "organisations": ["provide", "council"], "accountableTo": ["provide", "council"],
            ]
        )
        try history.record(
            "post.retitled",
            "post/manager",
            ["title": "Director", "from": .string(Self.retitled)]
        )
        try history.fund(from: Self.funded, shares: [("provide", 5_000), ("council", 5_000)])
        try history.fund(
            "funding.varied",
            from: Self.refunded,
            shares: [("provide", 7_500), ("council", 2_500)]
        )
        try history.assign(1, from: Self.shared, to: Self.vacant, with: ["fraction": 5_000])
        try history.assign(2, from: Self.joined, with: ["fraction": 5_000])
        try history.record("role.absence.started", "assignment/A-0002", ["from": .string(Self.away)])
        try history.record("role.absence.ended", "assignment/A-0002", ["to": .string(Self.back)])
        try history.record("role.ended", "assignment/A-0002", ["to": .string(Self.alone), "reason": "Moved"])
        try history.assign(
            4,
            from: Self.away,
            to: Self.back,
            with: ["fraction": 5_000, "capacity": "acting"]
        )
        try history.assign(3, from: Self.filled, with: ["fraction": 10_000])
        try history.record("post.abolished", "post/manager", ["reason": "Merged"], occurred: Self.abolished)
        return history
    }

    @Test(
        "a post's biography reads right on either side of",
        arguments: [
            Edge(defined, before: "-", after: "Manager | - | - | unknown"),
            Edge(funded, before: "Manager | - | - | unknown", after: "Manager | 5000/5000 | - | unknown"),
            Edge(
                shared,
                before: "Manager | 5000/5000 | - | unknown",
                after: "Manager | 5000/5000 | P-0001 | no"
            ),
            Edge(
                joined,
                before: "Manager | 5000/5000 | P-0001 | no",
                after: "Manager | 5000/5000 | P-0001 P-0002 | no"
            ),
            Edge(
                away,
                before: "Manager | 5000/5000 | P-0001 P-0002 | no",
                after: "Manager | 5000/5000 | P-0001 P-0002:absent P-0004:acting | no"
            ),
            Edge(
                back,
                before: "Manager | 5000/5000 | P-0001 P-0002:absent P-0004:acting | no",
                after: "Manager | 5000/5000 | P-0001 P-0002 | no"
            ),
            Edge(
                retitled,
                before: "Manager | 5000/5000 | P-0001 P-0002 | no",
                after: "Director | 5000/5000 | P-0001 P-0002 | no"
            ),
            Edge(
                refunded,
                before: "Director | 5000/5000 | P-0001 P-0002 | no",
                after: "Director | 2500/7500 | P-0001 P-0002 | no"
            ),
            Edge(
                alone,
                before: "Director | 2500/7500 | P-0001 P-0002 | no",
                after: "Director | 2500/7500 | P-0001 | no"
            ),
            Edge(
                vacant,
                before: "Director | 2500/7500 | P-0001 | no",
                after: "Director | 2500/7500 | - | yes"
            ),
            Edge(
                filled,
                before: "Director | 2500/7500 | - | yes",
                after: "Director | 2500/7500 | P-0003 | no"
            ),
            Edge(abolished, before: "Director | 2500/7500 | P-0003 | no", after: "-"),
        ]
    )
    func bothSides(_ edge: Edge) throws {
        let state = try history().state
        #expect(line(try #require(state.postView(.manager, validAt: justBefore(edge.date)))) == edge.before)
        #expect(line(try #require(state.postView(.manager, validAt: asOf(edge.date)))) == edge.after)
    }

    @Test func biographyIsInOrderAndNamesItsEntries() throws {
        let history = try history()
        let start = try #require(history.entries.first { $0.subject == .manager }).position
        let terms = history.state.funding(of: .manager).map(\.value)
        let biography = history.state.postBiography(.manager)
        let told = biography.map { event in
            Told(event.date?.text ?? "", event.kind, event.position - start)
        }
        #expect(
            told == [
                Told(Self.defined, .defined(title: .plain("Manager")), 0),
                Told(Self.funded, .funded(terms[0]), 2),
                Told(
                    Self.shared,
                    .appointed(assignment: .assignment(1), person: .person(1), .substantive),
                    4
                ),
                Told(
                    Self.joined,
                    .appointed(assignment: .assignment(2), person: .person(2), .substantive),
                    5
                ),
                Told(Self.away, .appointed(assignment: .assignment(3), person: .person(4), .acting), 9),
                Told(Self.away, .absenceBegan(assignment: .assignment(2), person: .person(2)), 6),
                Told(Self.back, .absenceEnded(assignment: .assignment(2), person: .person(2)), 7),
                Told(Self.back, .left(assignment: .assignment(3), person: .person(4), .acting), 9),
                Told(Self.retitled, .retitled(.plain("Director")), 1),
                Told(Self.refunded, .funded(terms[1]), 3),
                Told(Self.alone, .left(assignment: .assignment(2), person: .person(2), .substantive), 8),
                Told(Self.vacant, .left(assignment: .assignment(1), person: .person(1), .substantive), 4),
                Told(Self.vacant, .vacant(until: try EDTF(Self.filled), .yes), 4),
                Told(
                    Self.filled,
                    .appointed(assignment: .assignment(4), person: .person(3), .substantive),
                    10
                ),
                Told(Self.abolished, .left(assignment: .assignment(4), person: .person(3), .substantive), 11),
                Told(Self.abolished, .abolished(reason: .plain("Merged")), 11),
            ]
        )
    }
}

/// A date, and how the post reads the instant before it and from it on.
struct Edge: CustomTestStringConvertible {
    let date: String
    let before: String
    let after: String

    init(_ date: String, before: String, after: String) {
        self.date = date
        self.before = before
        self.after = after
    }

    var testDescription: String { date }
}

/// An event of a biography, by its position after that of the post's definition.
private struct Told: Hashable {
    let date: String
    let kind: BiographyEvent.Kind
    let position: UInt64

    init(_ date: String, _ kind: BiographyEvent.Kind, _ position: UInt64) {
        self.date = date
        self.kind = kind
        self.position = position
    }
}

/// A view in one line: title, shares by organisation, holders, vacancy; `-` where there is none.
private func line(_ view: PostView) -> String {
    guard view.existence != .no else {
        return view.titles.isEmpty && view.holders.isEmpty && view.funding.isEmpty ? "-" : "\(view)"
    }
    let title = view.titles.compactMap(\.value.plain).joined(separator: "/")
    let shares = view.funding.flatMap(\.value.parts).map { String($0.basisPoints) }.joined(separator: "/")
    let holders = view.holders.map { holder in
        let capacity = holder.isSubstantive ? "" : ":" + holder.capacities.map(\.value.rawValue).joined()
        return holder.person.text + capacity + (holder.absent == .yes ? ":absent" : "")
    }
    return [title, shares, holders.joined(separator: " "), view.vacancy.rawValue]
        .map { $0.isEmpty ? "-" : $0 }.joined(separator: " | ")
}
