// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct LearningQuestionTests {
    @Test func lessonsAreListedByStateAndAge() throws {
        var history = try History.learning()
        try history.learn("First", occurred: "2019-01-01")
        try history.learn("Second", author: nil, occurred: "2019-03-01", with: ["org": "council"])
        try history.lesson("validated", ["org": "council"], occurred: "2019-02-01")
        let now = try history.answer(ListLessons.self, validAt: "2019-03-11")
        #expect(now.column("key") == ["L-0002", "L-0001"])
        #expect(now.column("state") == ["identified", "validated"])
        #expect(now.column("ageDays") == ["10", "69"])
        #expect(now.column("stateDays") == ["10", "38"])
        #expect(now.column("author") == ["-", "P-0001"])
        #expect(now.figures.map(\.name) == ["identified", "validated"])
        let then = try history.answer(ListLessons.self, validAt: "2019-01-15")
        #expect(then.column("state") == ["identified"])
        #expect(try history.answer(ListLessons.self, ["state": "validated"]).column("key") == ["L-0001"])
        #expect(try history.answer(ListLessons.self, ["organisation": "council"]).column("key") == ["L-0002"])
    }

    @Test func aStateIsPossibleWhereDatesLeaveItOpen() throws {
        var history = try History.learning()
        try history.learn(occurred: "2018")
        try history.lesson("validated", ["org": "council"], occurred: "2019")
        let during = try history.answer(ListLessons.self, validAt: "2019-06")
        #expect(during.column("state") == ["validated"])
        #expect(during.column("certainty") == ["possibly"])
    }

    @Test func lessonsThatComeBackAndAreNeverEmbeddedAreFound() throws {
        var history = try History.learning()
        try history.learn("Words", occurred: "2015")
        try history.learn("Words again", occurred: "2017", with: ["repeats": "L-0001", "org": "council"])
        try history.learn("Words once more", occurred: "2019", with: ["repeats": "L-0002"])
        try history.learn("Something else", occurred: "2019")
        let rows = try history.answer(ListRepeatedLessons.self)
        #expect(rows.column("key") == ["L-0001"])
        #expect(rows.column("times") == ["3"])
        #expect(rows.column("organisations") == ["provide, council"])
        #expect(rows.column("lessons") == ["L-0001 identified, L-0002 identified, L-0003 identified"])
        #expect(try history.answer(ListRepeatedLessons.self, ["least": 4]).rows.isEmpty)
        #expect(try history.answer(ListRepeatedLessons.self, validAt: "2018").column("times") == ["2"])

        try history.lesson("validated", ["org": "council"], of: "L-0003", occurred: "2019")
        try history.lesson("actioned", ["note": "Done"], of: "L-0003", occurred: "2020")
        try history.lesson("embedded", ["evidence": ["REF"]], of: "L-0003", occurred: "2021")
        #expect(try history.answer(ListRepeatedLessons.self).rows.isEmpty)
        #expect(try history.answer(ListRepeatedLessons.self, ["all": true]).column("embedded") == ["true"])
        #expect(try history.answer(ListRepeatedLessons.self, validAt: "2020").column("times") == ["3"])
    }

    @Test func whatBearsOnAProposalSharesABarrierOrAGroundWithIt() throws {
        var history = try History.learning()
        try history.record("barrier.identified", "barrier/", ["kind": "trust", "title": "Little trust"])
        try history.record("finding.recorded", "finding/", ["title": "Local gains"])
        try history.record(
            "aar.held",
            "knowledge/",
            [
                "title": "Winter", "host": "provide", "expected": "a", "actual": "b", "why": "c",
                "about": "finding/FI-0001",
            ]
        )
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Joint post", "because": ["barrier/BR-0001", "finding/FI-0001"]]
        )
        try history.learn("On trust", with: ["barrier": "BR-0001"])
        try history.learn("From the finding", with: ["origin": "finding/FI-0001"])
        try history.learn("From the review", with: ["origin": "knowledge/K-0001"])
        try history.learn("On nothing of it")
        let rows = try history.answer(ListRelevantLessons.self, ["decision": "D-0001"])
        #expect(
            rows.column("subject") == ["lesson/L-0001", "lesson/L-0002", "lesson/L-0003", "knowledge/K-0001"]
        )
        #expect(
            rows.column("because") == [
                "barrier/BR-0001", "finding/FI-0001", "finding/FI-0001", "finding/FI-0001",
            ]
        )
        #expect(rows.column("state").last == "review")
        try history.lesson("rejected", ["reason": "x"])
        #expect(try history.answer(ListRelevantLessons.self, ["decision": "D-0001"]).rows.count == 3)
    }

    @Test func wordsAreFoundInPlainTextsWhateverTheirCase() throws {
        var history = try History.learning()
        try history.learn("Handover at DISCHARGE", with: ["statement": "Call the ward first"])
        try history.submit("Discharge call")
        try history.record("finding.recorded", "finding/", ["title": "Discharges are late"], occurred: "2016")
        let rows = try history.answer(SearchLessons.self, ["text": "discharge"])
        #expect(rows.column("subject") == ["lesson/L-0001", "practice/PR-0001", "finding/FI-0001"])
        #expect(rows.note == "Sealed texts are not searched.")
        let both = try history.answer(SearchLessons.self, ["text": "WARD  discharge"])
        #expect(both.column("subject") == ["lesson/L-0001"])
        #expect(both.column("found") == ["title, statement"])
        #expect(try history.answer(SearchLessons.self, ["text": " "]).rows.isEmpty)
        let early = try history.answer(SearchLessons.self, ["text": "discharge"], validAt: "2017")
        #expect(early.column("kind") == ["finding"])
    }

    @Test func practicesAreListedByUseWithTheMeanOfTheLastRatings() throws {
        var history = try History.published()
        for (worked, date) in [("yes", "2019-05"), ("no", "2019-06"), ("partly", "2020")] {
            try history.practice("used", ["org": "council", "worked": .string(worked)], occurred: date)
        }
        try history.practice("used", ["org": "trust", "worked": "yes"], occurred: "2019-05")
        for (organisation, rating) in [("council", 1), ("council", 4), ("trust", 5), ("provide", 4)] {
            try history.practice(
                "rated",
                ["org": .string(organisation), "rating": .integer(Int64(rating))],
                occurred: "2020"
            )
        }
        try history.submit("Unused", author: "assignment/A-0002")
        let rows = try history.answer(ListPractices.self)
        #expect(rows.column("key") == ["PR-0001", "PR-0002"])
        #expect(rows.column("author") == ["P-0001", "P-0002"])
        #expect(rows.column("uses") == ["4", "0"])
        #expect(rows.column("worked") == ["2", "0"])
        #expect(rows.column("ratings") == ["3", "0"])
        #expect(rows.column("mean") == ["4.33", "-"])
        let then = try history.answer(ListPractices.self, validAt: "2019-05-31")
        #expect(then.column("uses") == ["2", "0"])
        #expect(then.column("mean") == ["-", "-"])
        #expect(try history.answer(ListPractices.self, ["state": "published"]).column("key") == ["PR-0001"])
    }

    @Test func adoptionSaysHowSoonAndByWhom() throws {
        var history = try History.published("2019-03-01")
        try history.practice("adopted", ["org": "council", "adaptation": "x"], occurred: "2019-03-31")
        try history.practice(
            "adopted",
            ["org": "trust", "adaptation": "None needed", "unchanged": true],
            occurred: "2019-05"
        )
        try history.practice("abandoned", ["org": "trust", "reason": "x"], occurred: "2020")
        let now = try history.answer(GetAdoption.self)
        #expect(now.column("organisation") == ["council", "trust"])
        #expect(now.column("uptake") == ["adapted", "abandoned"])
        #expect(now.column("lagLeast") == ["30", "61"])
        #expect(now.column("lagMost") == ["30", "91"])
        #expect(now.figures.map(\.value) == ["0", "1", "1"])
        let then = try history.answer(GetAdoption.self, ["all": true], validAt: "2019-03-15")
        #expect(then.column("organisation") == ["council"])
        #expect(then.column("uptake") == ["none"])
        let during = try history.answer(GetAdoption.self, ["organisation": "trust"], validAt: "2020-06")
        #expect(during.column("uptake") == ["adopted"])
        #expect(during.column("certainty") == ["possibly"])
    }

    @Test func barriersAreCountedInTheirPhases() throws {
        var history = try History.learning()
        try history.declarePhases("2013", "2015", "2018")
        for date in ["2012", "2014", "2014/2016", "2016"] {
            try history.record(
                "barrier.identified",
                "barrier/",
                ["kind": "trust", "title": "x", "severity": 4],
                occurred: date
            )
        }
        try history.record("proposal.tabled", "decision/", ["title": "Joint post"])
        try history.record("barrier.removed", "barrier/BR-0002", ["decision": "D-0001"], occurred: "2019")
        let rows = try history.answer(GetBarriersByPhase.self)
        #expect(rows.column("phase") == ["1", "2", "3", "-"])
        #expect(rows.column("raised") == ["2", "1", "0", "1"])
        #expect(rows.column("raisedBarriers") == ["BR-0002, BR-0003 (possibly)", "BR-0004", "", "BR-0001"])
        #expect(rows.column("removedBarriers") == ["", "", "BR-0002 by D-0001", ""])
        let then = try history.answer(GetBarriersByPhase.self, validAt: "2016")
        #expect(then.column("phase") == ["1", "2", "-"])
    }

    @Test func aBarrierIsAsSevereAsLastAssessed() throws {
        var history = try History.learning()
        try history.record(
            "barrier.identified",
            "barrier/",
            ["kind": "trust", "title": "x", "severity": 4],
            occurred: "2014"
        )
        try history.record("barrier.reassessed", "barrier/BR-0001", ["severity": 2], occurred: "2016")
        #expect(try history.answer(ListBarriers.self).column("severity") == ["2"])
        #expect(try history.answer(ListBarriers.self, validAt: "2015").column("severity") == ["4"])
        try history.record("barrier.removed", "barrier/BR-0001", occurred: "2018")
        #expect(throws: Rejection.refused(.activity(.barrierRemoved(try key("BR-0001"))))) {
            try history.record("barrier.reassessed", "barrier/BR-0001", ["severity": 1], occurred: "2019")
        }
    }
}
