// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Rules of benefits")
struct BenefitRuleTests {
    private static func claimed(_ more: [String: JSON] = [:]) throws -> History {
        var history = try History.withObjective()
        for person in ["provide", "university"] {
            try history.record(
                "person.registered",
                "person/",
                ["label": "x", "organisation": .string(person)]
            )
        }
        try history.record(
            "post.defined",
            "post/lead",
            ["title": "Lead", "organisations": ["provide"], "sharing": "multi"],
            occurred: "2018"
        )
        for person in ["P-0001", "P-0001", "P-0002"] {
            try history.record(
                "role.assigned",
                "assignment/",
                ["role": "post/lead", "person": .string(person), "from": "2018"]
            )
        }
        let data: [String: JSON] = [
            "title": "No contracts to negotiate", "kind": "transactionCost", "claimant": "sociology",
            "amount": ["currency": "GBP", "minor": 954_600],
        ]
        try history.record(
            "benefit.claimed",
            "benefit/",
            .members(data.merging(more) { $1 }),
            occurred: "2020"
        )
        return history
    }

    private static func verification(_ more: [String: JSON] = [:]) -> JSON {
        let data: [String: JSON] = [
            "org": "provide", "confidence": "medium", "evidence": ["REF"], "counterfactual": "Contracts",
        ]
        return .members(data.merging(more) { $1 })
    }

    @Test(
        "Rule 85: a benefit is verified by another organisation than the claimant",
        arguments: ["sociology", "university"]
    )
    func otherOrganisation(org: String) throws {
        var history = try Self.claimed()
        refuses(.verifiesOwn(try key(org)), rule: 85) {
            try history.record(
                "benefit.verified",
                "benefit/BE-0001",
                Self.verification(["org": .string(org)])
            )
        }
        #expect(
            try history.record("benefit.verified", "benefit/BE-0001", Self.verification()).entry.warnings
                == []
        )
    }

    @Test("Rule 85: a benefit is verified by another person than the claimant, where both are known")
    func otherPerson() throws {
        var history = try Self.claimed(["by": "A-0001"])
        for assignment in ["A-0001", "A-0002"] {
            refuses(.samePersonVerifies(try key(assignment)), rule: 85) {
                try history.record(
                    "benefit.verified",
                    "benefit/BE-0001",
                    Self.verification(["by": .string(assignment)])
                )
            }
        }
        try history.record("benefit.verified", "benefit/BE-0001", Self.verification(["by": "A-0003"]))
    }

    @Test("Rule 86: a verified benefit has evidence, registered or as a source")
    func evidence() throws {
        var history = try Self.claimed()
        let bare: JSON = ["org": "provide", "confidence": "low", "counterfactual": "Contracts"]
        refuses(.unevidenced(try key("BE-0001")), rule: 86) {
            try history.record("benefit.verified", "benefit/BE-0001", bare)
        }
        try history.record("benefit.verified", "benefit/BE-0001", bare, sources: ["REF"])
    }

    @Test("Rule 86: a verified benefit has a counterfactual, in the claim or in the verification")
    func counterfactual() throws {
        let bare: JSON = ["org": "provide", "confidence": "low", "evidence": ["REF"]]
        var history = try Self.claimed()
        refuses(.noCounterfactual(try key("BE-0001")), rule: 86) {
            try history.record("benefit.verified", "benefit/BE-0001", bare)
        }
        var other = try Self.claimed(["counterfactual": "Contracts"])
        try other.record("benefit.verified", "benefit/BE-0001", bare)
    }

    @Test("A finding does not precede the claim, and what was found last stands")
    func findings() throws {
        var history = try Self.claimed()
        let subject = Subject(.benefit, try key("BE-0001"))
        #expect(throws: Rejection.refused(.activity(.beforeItBegan(subject, began: try EDTF("2020"))))) {
            try history.record("benefit.notRealised", "benefit/BE-0001", ["reason": "x"], occurred: "2019")
        }
        try history.record(
            "benefit.notRealised",
            "benefit/BE-0001",
            ["reason": "Monitoring went on", "org": "council"],
            occurred: "2022"
        )
        let verified = Self.verification(["amount": ["currency": "GBP", "minor": 500_000]])
        try history.record("benefit.verified", "benefit/BE-0001", verified, occurred: "2021-06")
        func status(_ date: String) throws -> [[String]] {
            cells(
                ListBenefits.self,
                try ask(ListBenefits.self, of: history, at: date),
                "status",
                "by",
                "verified",
                "confidence",
                "counterfactual"
            )
        }
        #expect(try status("2019").isEmpty)
        #expect(try status("2020") == [["claimed", "", "", "", ""]])
        #expect(try status("2021") == [["verified", "provide", "500000", "medium", "Contracts"]])
        #expect(try status("2022") == [["notRealised", "council", "", "", ""]])
        let then = try ask(ListBenefits.self, of: history, at: "2021")
        #expect(then.figure("verified") == "1")
        #expect(then.figure("worth as claimed") == "GBP 9546.00")
        #expect(then.figure("worth as verified") == "GBP 5000.00")
        #expect(try ask(ListBenefits.self, ["status": "claimed"], of: history).rows.isEmpty)
    }
}
