// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// What the regulations on records ask of a council, and of nobody else.
@Suite("The profile uk-council")
struct CouncilProfileTests {
    private static let profile = "uk-council"
    private let complete: JSON = [
        "reason": "it works", "option": 1, "conflicts": "none declared", "reviewOn": "2027-11",
    ]

    /// A proposal with options to which both partners consent.
    private func proposal(_ options: [String], profile: String? = profile) throws -> History {
        var history = try JointVenture.withProposal(profile: profile)
        for (index, title) in options.enumerated() {
            try history.step("option.added", ["option": .integer(Int64(index + 1)), "title": .string(title)])
        }
        try history.consentOfBoth()
        return history
    }

    /// Expects that the profile refuses a step, and cites the provision.
    private func expectRefusal(
        _ rule: Rule,
        _ citation: String,
        _ history: History,
        _ name: String,
        _ data: JSON,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var attempt = history
        do {
            try attempt.step(name, data)
            Issue.record("accepted", sourceLocation: sourceLocation)
        } catch Rejection.refused(let refusal) {
            #expect(
                refusal == .entry(.profileDemands(rule, .ukCouncil)),
                sourceLocation: sourceLocation
            )
            #expect(refusal.message.contains(citation), sourceLocation: sourceLocation)
        } catch { Issue.record(error, sourceLocation: sourceLocation) }
    }

    @Test("The lightest joint decision is its title, a reason and consents: nothing is asked or warned of")
    func minimal() throws {
        var history = try proposal([], profile: nil)
        let accepted = try history.step("decision.adopted", ["reason": "it works"])
        #expect(accepted.entry.warnings == [])
    }

    @Test("Rule 55: two options, or why there was no alternative: warns, and binds a council")
    func options() throws {
        let one = try proposal(["A post"])
        let citation = "SI 2012/2089, regulation 12(2)(c)"
        expectRefusal(.optionsConsidered, citation, one, "decision.adopted", complete)
        let none = try proposal([])
        expectRefusal(
            .optionsConsidered,
            citation,
            none,
            "decision.adopted",
            ["reason": "it works", "conflicts": "none"]
        )
        let stated = complete.with("noAlternatives", "the statute names the form")
        #expect(try one.entryWarnings("decision.adopted", stated) == [])
        let light = try proposal(["A post"], profile: nil)
        #expect(
            try light.entryWarnings("decision.adopted", ["reason": "it works", "option": 1])
                == [Rule.optionsConsidered.rawValue]
        )
    }

    @Test("Rule 57: a rejected option without a reason warns under every profile")
    func rejectedOptions() throws {
        var history = try proposal(["A post", "Nothing"])
        #expect(try history.entryWarnings("decision.adopted", complete) == [57])
        try history.step("option.argued", ["option": 2, "stance": "against", "text": "it is what we have"])
        #expect(try history.entryWarnings("decision.adopted", complete) == [])
    }

    @Test("Rule 58: conflicts of interest are stated where a council is bound, and elsewhere not asked for")
    func conflicts() throws {
        let history = try proposal(["A post", "Nothing"])
        let silent: JSON = ["reason": "it works", "option": 1, "reviewOn": "2027-11"]
        expectRefusal(
            .conflictsStated,
            "SI 2012/2089, regulation 12(2)(d)",
            history,
            "decision.adopted",
            silent
        )
        let light = try proposal([], profile: nil)
        #expect(try light.entryWarnings("decision.adopted", ["reason": "it works"]) == [])
    }

    @Test("Rule 58: whom the regulations do not bind, the profile does not ask")
    func othersAreFree() throws {
        var history = try JointVenture.begin(profile: Self.profile)
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Ours alone", "organisation": "provide"],
            onBehalfOf: "provide"
        )
        let accepted = try history.step("decision.adopted", ["reason": "ours"], for: "provide")
        #expect(accepted.entry.warnings == [Rule.reviewDateSet.rawValue])
    }

    @Test(
        "Rule 67: a decision without a review date warns where a profile is chosen, and not in the minimal one"
    )
    func reviewDates() throws {
        var history = try proposal(["A post", "Nothing"])
        try history.step("option.argued", ["option": 2, "stance": "against", "text": "it is what we have"])
        let undated: JSON = ["reason": "it works", "option": 1, "conflicts": "none"]
        #expect(try history.entryWarnings("decision.adopted", undated) == [67])
        #expect(try history.entryWarnings("decision.adopted", complete) == [])
        let light = try proposal([], profile: nil)
        #expect(try light.entryWarnings("decision.adopted", ["reason": "it works"]) == [])
    }

    @Test("Rule 69: what a council publishes has reasons, alternatives with reasons, and conflicts")
    func publication() throws {
        var history = try proposal(["A post", "Nothing"])
        try history.step("decision.adopted", complete)
        expectRefusal(
            .publicationComplete,
            "SI 2012/2089, regulation 12(2)",
            history,
            "decision.published",
            ["channel": "the council's website"]
        )
        try history.step("option.argued", ["option": 2, "stance": "neutral", "text": "as it is"])
        var light = try proposal(["A post", "Nothing"], profile: nil)
        try light.step("decision.adopted", ["reason": "it works", "option": 1])
        try light.step("decision.published", ["channel": "the newsletter"])
        #expect(light.state.decision(Key(unchecked: "D-0001"))?.publications.count == 1)
    }

    @Test("Rule 69: a complete record is published; an open matter is not")
    func completePublication() throws {
        var history = try proposal(["A post", "Nothing"])
        #expect(throws: Rejection.self) { try history.step("decision.published", ["channel": "website"]) }
        try history.step("option.argued", ["option": 2, "stance": "against", "text": "it is what we have"])
        try history.step("decision.adopted", complete)
        try history.step("decision.published", ["channel": "website", "redactions": "a name"])
        try history.step("decision.withheld", ["exemption": "commercial confidence"])
        #expect(history.state.decision(Key(unchecked: "D-0001"))?.withholdings.count == 1)
    }
}
