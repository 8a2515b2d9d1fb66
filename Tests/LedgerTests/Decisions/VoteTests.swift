// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Votes")
struct VoteTests {
    private let key = Key(unchecked: "D-0001")

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    /// Seats vote, each for its organisation.
    private func cast(_ ballots: [String: String], _ history: inout History) throws {
        for (seat, ballot) in ballots.sorted(by: { $0.key < $1.key }) {
            let organisation = seat == "council-seat" ? JointVenture.council : JointVenture.provide
            try history.step(
                "vote.cast",
                ["org": .string(organisation), "seat": .string(seat), "ballot": .string(ballot)],
                for: organisation
            )
        }
    }

    /// A vote that is closed, in a body that decides by this rule; both partners consent.
    private func voted(_ rule: String, terms: String?, _ ballots: [String: String]) throws -> History {
        var history = try JointVenture.withBoard(rule: terms)
        try history.consentOfBoth()
        try history.step("vote.opened", ["body": "board", "rule": .string(rule)])
        try cast(ballots, &history)
        try history.step("vote.closed")
        return history
    }

    @Test("Rule 46: an advisor's seat cannot vote, and neither can one that is not the body's")
    func votingSeats() throws {
        var history = try JointVenture.withBoard()
        try history.step("vote.opened", ["body": "board", "rule": "majority"])
        let seat = Key(unchecked: "adviser-seat")
        #expect(throws: refusal(.seatHasNoVote(seat))) {
            try history.step(
                "vote.cast",
                ["org": "provide", "seat": "adviser-seat", "ballot": "for"],
                for: "provide"
            )
        }
        #expect(throws: refusal(.seatHasNoVote(seat))) {
            try history.step(
                "consent.given",
                ["org": "provide", "revision": 1, "by": "A-0003"],
                for: "provide"
            )
        }
        try cast(["provide-seat": "for"], &history)
    }

    @Test("Rule 46: a body without voting seats has no vote")
    func noSeats() throws {
        var history = try JointVenture.withBoard()
        try history.record("body.constituted", "body/empty", ["title": "Empty", "kind": "board"])
        #expect(throws: refusal(.noVotingSeats(Key(unchecked: "empty")))) {
            try history.step("vote.opened", ["body": "empty", "rule": "majority"])
        }
    }

    @Test(
        "Rule 241: what a vote did not carry is not adopted where the body decides by votes, and warns elsewhere"
    )
    func lostVotes() throws {
        var tied = try voted(
            "majority",
            terms: "majority",
            ["council-seat": "for", "provide-seat": "against"]
        )
        let tally = Vote.Tally(inFavour: 1, against: 1, abstaining: 0, carries: false)
        #expect(throws: refusal(.voteLost(key, tally))) { try tied.adopt() }
        let light = try voted("majority", terms: nil, ["council-seat": "for", "provide-seat": "against"])
        #expect(try light.entryWarnings("decision.adopted", ["reason": "r"]) == [Rule.voteCarries.rawValue])
        var carried = try voted("majority", terms: "majority", ["council-seat": "for"])
        try carried.adopt()
    }

    @Test("Rule 241: unanimity is lost by an abstention, and the vote is by the rule of the terms")
    func unanimity() throws {
        let abstained = try voted(
            "unanimity",
            terms: "unanimity",
            ["council-seat": "for", "provide-seat": "abstain"]
        )
        #expect(abstained.state.decision(key)?.votes.last?.tally(nil).carries == false)
        var history = try JointVenture.withBoard(rule: "unanimity")
        #expect(throws: refusal(.voteByOtherRule(Key(unchecked: "board"), .unanimity))) {
            try history.step("vote.opened", ["body": "board", "rule": "majority"])
        }
    }

    @Test("Rule 48: a vote that carries does not stand in for a partner's consent")
    func consentsAreNeeded() throws {
        var history = try JointVenture.withBoard(rule: "majority")
        try history.step("vote.opened", ["body": "board", "rule": "majority"])
        try cast(["council-seat": "for", "provide-seat": "for"], &history)
        #expect(throws: refusal(.voteStillOpen(key))) {
            var attempt = history
            try attempt.consentOfBoth()
            try attempt.adopt()
        }
        try history.step("vote.closed")
        #expect(throws: Rejection.self) { try history.adopt() }
    }

    @Test("Rule 46: weights are fixed when the vote opens, and a later ballot replaces the one before")
    func weights() throws {
        var history = try JointVenture.withBoard()
        try history.step(
            "vote.opened",
            ["body": "board", "rule": "majority", "weights": [["seat": "council-seat", "votes": 2]]]
        )
        try cast(["council-seat": "for", "provide-seat": "against"], &history)
        #expect(history.state.decision(key)?.votes.last?.tally(nil).carries == true)
        #expect(throws: refusal(.tooManyVotes(Key(unchecked: "provide-seat"), of: 1))) {
            try history.step(
                "vote.cast",
                ["org": "provide", "seat": "provide-seat", "ballot": "against", "weight": 3],
                for: "provide"
            )
        }
        try cast(["council-seat": "against"], &history)
        let tally = history.state.decision(key)?.votes.last?.tally(nil)
        #expect(tally == Vote.Tally(inFavour: 0, against: 3, abstaining: 0, carries: false))
    }

    @Test("Rule 49: a seat's ballot is its organisation's, and a deputy votes for the holder of that seat")
    func voices() throws {
        var history = try JointVenture.withBoard()
        try history.step("vote.opened", ["body": "board", "rule": "majority"])
        let ballot: JSON = ["org": "provide", "seat": "council-seat", "ballot": "for"]
        #expect(
            throws: refusal(
                .seatOfAnother(Key(unchecked: "council-seat"), Key(unchecked: JointVenture.council))
            )
        ) { try history.step("vote.cast", ballot, for: "provide") }
        let own: JSON = ["org": "provide", "seat": "provide-seat", "ballot": "for"]
        #expect(
            throws: refusal(.deputyOfAnother(Key(unchecked: "A-0001"), Key(unchecked: "provide-seat")))
        ) { try history.step("vote.cast", own.with("asDeputyFor", "A-0001"), for: "provide") }
        try history.step("vote.cast", own.with("asDeputyFor", "A-0002"), for: "provide")
    }

    @Test("Rule 47: a vote is closed once, and another opened afterwards")
    func oneVoteAtATime() throws {
        var history = try JointVenture.withBoard()
        #expect(throws: refusal(.noOpenVote(key))) { try history.step("vote.closed") }
        try history.step("vote.opened", ["body": "board", "rule": "majority"])
        #expect(throws: refusal(.voteStillOpen(key))) {
            try history.step("vote.opened", ["body": "board", "rule": "majority"])
        }
        try history.step("vote.closed")
        try history.step("vote.opened", ["body": "board", "rule": "majority"])
        #expect(history.state.decision(key)?.votes.count == 2)
    }
}
