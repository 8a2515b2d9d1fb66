// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// A ledger in which a provider, a county council with a unit for social care, a commissioner, a hospital
    /// trust and a university are registered.
    static func ofOrganisations() throws -> History {
        var history = try History()
        for (key, kind) in [
            ("provide", "communityInterestCompany"), ("council", "council"), ("commissioner", "commissioner"),
            ("trust", "nhsTrust"), ("university", "university"),
        ] {
            try history.register(key, kind: kind)
        }
        try history.register("social-care", kind: "council", parent: "council")
        return history
    }

    /// The same with a venture of 2018 that the provider and the council have joined, with a programme board.
    static func ofVenture() throws -> History {
        var history = try ofOrganisations()
        try history.record(
            "venture.established",
            "venture/integrated-care",
            ["title": "Integrated care", "form": "jointVenture"],
            occurred: "2018-03-01"
        )
        for partner in ["council", "provide"] {
            try history.record(
                "partner.joined",
                "partner/\(partner)",
                ["right": "required"],
                occurred: "2018-03-01"
            )
        }
        try history.record(
            "body.constituted",
            "body/board",
            ["title": "Programme Board", "kind": "programmeBoard", "decisionRule": "consent"],
            occurred: "2018-03-02"
        )
        return history
    }

    /// Registers an organisation.
    mutating func register(_ key: String, kind: String = "other", parent: String? = nil) throws {
        let data: JSON = ["title": .string(key), "kind": .string(kind)]
        try record(
            "organisation.registered",
            "organisation/\(key)",
            data.with("parent", parent.map(JSON.string))
        )
    }

    /// Tries to correct or retract an entry; nothing is recorded.
    func correcting(_ name: String, _ subject: String, _ data: JSON) throws -> Result<Outcome, Rejected> {
        var attempt = self
        try attempt.record(name, subject, data)
        return state.correcting(Array(attempt.entries.suffix(1))) { body in
            for entry in entries { body(entry) }
        }
    }

    /// Gives the board a seat from the day on which it was constituted.
    @discardableResult
    mutating func seat(
        _ key: String,
        _ organisation: String,
        _ seatClass: String = "member",
        voting: Bool = true,
        in body: String = "board",
        occurred: String = "2018-03-02"
    ) throws -> Accepted {
        let data: JSON = [
            "body": .string(body), "organisation": .string(organisation), "seatClass": .string(seatClass),
        ]
        return try record(
            "seat.created",
            "seat/\(key)",
            data.with("voting", voting ? true : nil),
            occurred: occurred
        )
    }
}

extension JSON {
    /// The same object with one more member, if there is a value for it.
    func with(_ name: String, _ value: JSON?) -> JSON {
        guard let value, var object else { return self }
        object[name] = value
        return .object(object)
    }
}

/// The instant in the middle of a day.
func noon(_ day: String) throws -> Timestamp { try #require(Timestamp("\(day)T12:00:00.000000Z")) }
