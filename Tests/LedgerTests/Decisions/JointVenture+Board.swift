// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

@testable import Ledger

extension JointVenture {
    /// Both partners with a board in which each has a seat, and a proposal that is put to it.
    ///
    /// The seats are `council-seat` and `provide-seat`, their holders `A-0001` and `A-0002`; `adviser-seat` has no
    /// vote.
    static func withBoard(
        rule: String? = nil,
        deadline: String? = nil,
        profile: String? = nil
    ) throws -> History {
        var history = try begin(profile: profile)
        let board: JSON = [
            "title": "Programme Board", "kind": "programmeBoard",
            "quorum": [
                ["organisation": .string(council), "count": 1],
                ["organisation": .string(provide), "count": 1],
            ],
        ]
        try history.record(
            "body.constituted",
            "body/board",
            board.with("decisionRule", rule.map(JSON.string)),
            occurred: "2018-03-01"
        )
        try history.seat("council-seat", council)
        try history.seat("provide-seat", provide)
        try history.seat("adviser-seat", provide, "advisor", voting: false)
        for (index, seat) in ["council-seat", "provide-seat", "adviser-seat"].enumerated() {
            try history.record("person.registered", "person/", ["label": .string("holder \(index + 1)")])
            try history.record(
                "role.assigned",
                "assignment/",
                ["role": .string("seat/\(seat)"), "person": .string("P-000\(index + 1)")],
                occurred: "2018-04-01"
            )
        }
        let proposal: JSON = ["title": "Extend the evaluation method", "body": "board"]
        try history.record(
            "proposal.tabled",
            "decision/",
            proposal.with("deadline", deadline.map(JSON.string))
        )
        return history
    }
}

extension History {
    /// A meeting of the board, with these seats taken.
    mutating func meet(_ key: String, _ seats: [(seat: String, organisation: String)]) throws {
        let attendance = seats.map { seat, organisation -> JSON in
            ["seat": .string(seat), "organisation": .string(organisation)]
        }
        try record("meeting.held", "meeting/\(key)", ["body": "board", "attendance": .array(attendance)])
    }

    /// A step of `decision/D-0001`, recorded for the programme office unless it is said for whom.
    @discardableResult
    mutating func step(
        _ name: String,
        _ data: JSON = [:],
        for organisation: String? = nil,
        occurred: String? = nil
    ) throws -> Accepted {
        try record(name, "decision/D-0001", data, occurred: occurred, onBehalfOf: organisation)
    }

    /// Both partners consent to a revision.
    mutating func consentOfBoth(revision: Int64 = 1, _ key: String = "D-0001") throws {
        try consent(JointVenture.council, revision: revision, key)
        try consent(JointVenture.provide, revision: revision, key)
    }

    /// The status of `decision/D-0001`.
    var status: DecisionStatus? { state.decision(Key(unchecked: "D-0001"))?.status }
}
