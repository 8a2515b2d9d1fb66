// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// What a client may not say of an entry, because the ledger says it.
struct DraftLimitTests {
    @Test(arguments: ["sealed", "_sd"])
    func correctedContentDoesNotSayWhatIsSealed(name: String) throws {
        let content = JSON.object(JSONObject([("title", "A"), (name, ["title"])]))
        let line: JSON = [
            "type": "entry.corrected", "subject": "finding/F",
            "data": ["entry": 3, "explanation": "x", "data": content],
        ]
        let draft = try Draft(try #require(line.object))
        #expect(throws: FieldError("data.data.\(name)", .undeclared)) {
            try draft.resolved(in: State(), earlier: EarlierEntries())
        }
    }

    @Test func onlyTextIsSealed() throws {
        var history = try JointVenture.withProposal()
        let data: JSON = ["revision": 1, "sealed": ["org"], "_sd": ["x"]]
        #expect(throws: Rejection.invalid(FieldError("org", .missing))) {
            try history.record("consent.given", "decision/D-0001", data)
        }
    }

    @Test func chosenKeysDoNotUseUpTheNumbers() throws {
        let history = try JointVenture.begin()
        func resolve(_ key: String) throws -> String {
            try Draft(type: "finding.recorded", subject: "finding/\(key)", data: JSONObject([("title", "A")]))
                .resolved(in: history.state, earlier: EarlierEntries()).subject.key.text
        }
        #expect(throws: FieldError.self) { try resolve("FI-999999999") }
        #expect(throws: FieldError.self) { try resolve("FI-10001") }
        #expect(try resolve("FI-10000") == "FI-10000")
        #expect(try resolve("FI-999999999-a") == "FI-999999999-a")
    }
}
