// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// The clauses that SI 2000/617 asks for where there is no pooled fund.
    static let clauses = [
        "aims", "contributions", "contributionChanges", "functions", "services", "resources", "duration",
        "changes", "monitoring",
    ]

    /// A ledger under a profile, with a trust and a council registered.
    static func under(_ profile: String?) throws -> History {
        var history = try History(profile: profile)
        for (key, kind) in [
            ("trust", "nhsTrust"), ("council", "council"), ("provide", "communityInterestCompany"),
        ] {
            try history.register(key, kind: kind)
        }
        return history
    }

    /// Records an agreement, by default under section 75 between the trust and the council with every clause.
    @discardableResult
    mutating func agree(
        _ form: String = "s75",
        parties: [String] = ["trust", "council"],
        clauses: [String] = clauses,
        from: String = "2019-04-01",
        with more: [String: JSON] = [:]
    ) throws -> Accepted {
        var data = more
        data["title"] = "Agreement"
        data["form"] = .string(form)
        data["parties"] = .array(parties.map { .string($0) })
        data["from"] = .string(from)
        for clause in clauses { data[clause] = "…" }
        return try record("agreement.recorded", "agreement/", .members(data), occurred: "2019-03-01")
    }

    /// Records the signature of a party, for that party itself.
    @discardableResult
    mutating func sign(_ party: String, on date: String = "2019-03-20") throws -> Accepted {
        try record(
            "agreement.signed",
            "agreement/AG-0001",
            ["org": .string(party)],
            occurred: date,
            onBehalfOf: party
        )
    }
}
