// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

@testable import Ledger

/// Two partners of one venture, as most tests of decisions need them.
enum JointVenture {
    static let provide = "provide"
    static let council = "essex-county-council"

    /// A ledger with both partners, joined before recording began.
    static func begin(profile: String? = nil) throws -> History {
        var history = try History(profile: profile)
        history.actor = Key("programme-office")
        for name in ["programme-office", provide, council] {
            try history.record(
                "organisation.registered",
                "organisation/\(name)",
                ["title": .string(name), "kind": name == council ? "council" : "other"]
            )
        }
        for name in [provide, council] {
            try history.record(
                "partner.joined",
                "partner/\(name)",
                ["right": "required"],
                occurred: "2018-01-01"
            )
        }
        try history.record(
            "evidence.registered",
            "evidence/REF",
            ["title": "Case study", "kind": "research"]
        )
        return history
    }

    /// The same with a proposal on the table, `decision/D-0001`.
    static func withProposal(tabled date: String? = nil, profile: String? = nil) throws -> History {
        var history = try begin(profile: profile)
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Extend the evaluation method"],
            occurred: date
        )
        return history
    }

    /// The same with the consent of both partners to it.
    static func withConsents(profile: String? = nil) throws -> History {
        var history = try withProposal(profile: profile)
        try history.consent(provide, revision: 1)
        try history.consent(council, revision: 1)
        return history
    }

    /// The same, adopted.
    static func withDecision() throws -> History {
        var history = try withConsents()
        try history.adopt()
        return history
    }
}

extension History {
    /// A partner gives its consent itself.
    mutating func consent(_ organisation: String, revision: Int64, _ key: String = "D-0001") throws {
        try record(
            "consent.given",
            "decision/\(key)",
            ["org": .string(organisation), "revision": .integer(revision)],
            onBehalfOf: organisation
        )
    }

    /// The programme office records the adoption.
    mutating func adopt(_ key: String = "D-0001", option: Int64? = nil) throws {
        var data: [(String, JSON)] = [("reason", "it works")]
        if let option { data.append(("option", .integer(option))) }
        try record("decision.adopted", "decision/\(key)", .object(.init(data)))
    }
}
