// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

/// What rows of tables become.
struct TableDraftTests {
    private static let log = """
        Ref,Decision,Date,Decision Maker,Rationale,Chosen option,Alternatives Considered,Status
        D-0001,Create the post,late summer 2019,"Provide CIC, Essex County Council",Best practice spreads,\
        Joint post,Leave to each partner; Contract out,Approved
        D-0002,Move the office,03/04/2019,Programme Board,Too dear,,,Rejected
        ,Buy chairs,May 2019,Provide,Needed,,,Agreed
        """

    @Test("A decision becomes its proposal, options, reported consents and adoption, each with its source")
    func decision() throws {
        let drafted = try DraftFixtures.draft(Self.log)
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(
            drafted.types == [
                "evidence.registered", "proposal.tabled", "option.added", "option.added", "option.added",
                "consent.given", "consent.given", "decision.adopted", "proposal.tabled", "decision.rejected",
                "proposal.tabled", "consent.given", "decision.adopted",
            ]
        )
        #expect(drafted.file.lines.map(\.number) == [1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 4])
        let adopted = try #require(drafted.entries("decision.adopted").first)
        #expect(adopted["subject"] == "decision/#1")
        #expect(adopted["occurred"] == ["date": "2019-08/2019-09", "words": "late summer 2019"])
        #expect(adopted["sources"] == [["evidence": "#0", "locator": "line 2"]])
        #expect(adopted["data"]?.object?["option"] == 1)
        #expect(
            drafted.data("consent.given").prefix(2).map { $0["org"] } == ["provide", "essex-county-council"]
        )
        #expect(drafted.data("option.added").compactMap { $0["title"]?.text }.first == "Joint post")
        #expect(drafted.entries("decision.rejected").first?["occurred"] == ["date": "2019-04-03"])
    }

    @Test("One organisation alone decides alone, and a board is the body")
    func makers() throws {
        let proposals = try DraftFixtures.draft(Self.log).data("proposal.tabled")
        #expect(proposals.map { $0["organisation"] } == [nil, nil, "provide"])
        #expect(proposals.map { $0["body"] } == [nil, "board", nil])
    }

    @Test("An organisation that is not registered is a problem, with the command that registers it")
    func unknownOrganisation() throws {
        let drafted = try DraftFixtures.draft("Decision,Date,Agreed by,Why\nFund,2019,Acme Care Ltd,Best\n")
        #expect(drafted.problems.map(\.line) == [2])
        #expect(
            drafted.problems.first?.next
                == "jvctl organisation add acme-care-ltd \"Acme Care Ltd\" --kind KIND"
        )
    }

    @Test("Where no row says who consented, the import says how to say it for all")
    func consentsNotStated() throws {
        let drafted = try DraftFixtures.draft("Decision,Date,Why,Status\nFund,2019,Best,Agreed\n")
        #expect(drafted.remarks.contains { $0.contains("@consents = all") })
        #expect(try !DraftFixtures.draft(Self.log).remarks.contains { $0.contains("@consents") })
    }

    @Test("Dates, statuses and reasons that are missing or not understood are problems of their lines")
    func problems() throws {
        let drafted = try DraftFixtures.draft(
            "Decision,Date,Status,Why\nA,31/02/2019,Agreed,x\nB,2019,Purple,x\nC,2019,Agreed,\nD,2019,Agreed,x\n"
        )
        #expect(drafted.problems.map(\.line) == [2, 3, 4])
    }

    @Test("Settings of the mapping stand for what rows do not say")
    func settings() throws {
        let drafted = try DraftFixtures.draft(
            "Decision,When,Why\nFund,,\n",
            mapping:
                "@date = 2019-08\n@consents = all\n@reason = Not stated\nDecision = title\nWhen = decided\nWhy = reason"
        )
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.data("consent.given").count == 2)
        #expect(drafted.data("decision.adopted").first?["reason"] == "Not stated")
        #expect(drafted.entries("proposal.tabled").first?["occurred"] == ["date": "2019-08"])
    }

    @Test("A superseded decision is adopted first, and replaced once all are")
    func superseded() throws {
        let drafted = try DraftFixtures.draft(
            """
            Ref,Decision,Date,Agreed by,Why,Status,Superseded by
            D-1,One,2018,Provide,x,Superseded,D-2
            D-2,Two,2019,Provide,x,Agreed,
            """
        )
        #expect(drafted.types.last == "decision.superseded")
        #expect(drafted.file.lines.last?.subject == "decision/D-1")
        #expect(drafted.data("decision.superseded") == [JSONObject([("decision", "D-2")])])
    }

    @Test("Ids follow from the rows, so that they do not change when one is put before them")
    func ids() throws {
        let first = try DraftFixtures.draft("Ref,Decision,Date,Why\nD-1,One,2019,x\n")
        let second = try DraftFixtures.draft("Ref,Decision,Date,Why\nD-1,One,2019,x\nD-2,Two,2018,x\n")
        let ids = first.file.lines.compactMap { $0.entry["id"]?.text }
        #expect(Set(ids).count == ids.count)
        #expect(Array(second.file.lines.compactMap { $0.entry["id"]?.text }.prefix(ids.count)) == ids)
    }

    @Test("An action is a commitment of an assignment or organisation, and ends as its status says")
    func actions() throws {
        let drafted = try DraftFixtures.draft(
            """
            Action,Owner,Due,Status,Closed,Notes
            Write terms,Programme Manager,1/9/2019,Done,5/9/2019,
            Ask staff,Provide,,Open,,By letter
            Print,Jo Doe,,Cancelled,,No paper
            """
        )
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        let assigned = drafted.data("commitment.assigned")
        #expect(assigned.map { $0["owner"] } == ["A-0001", nil, nil])
        #expect(assigned.map { $0["org"] } == [nil, "provide", nil])
        #expect(assigned.map { $0["due"] } == ["2019-09-01", nil, nil])
        #expect(drafted.entries("commitment.assigned").map { $0["seal"] } == [nil, nil, ["note"]])
        #expect(drafted.entries("commitment.completed").first?["occurred"] == ["date": "2019-09-05"])
        #expect(
            drafted.entries("commitment.assigned").first?["occurred"]
                == ["basis": "inferred", "date": "../2019-09-05"]
        )
        #expect(drafted.data("commitment.cancelled") == [JSONObject([("reason", "No paper")])])
    }

    @Test("A RAID log's items have their kind, and scores of one to five")
    func raid() throws {
        let drafted = try DraftFixtures.draft(
            "Type,Description,Likelihood,Impact,Mitigation,Status\nR,Staff leave,High,3,Hire,Open\nX,?,1,1,,Open\nIssue,Slow,9,1,,Open\n",
            mapping:
                "@table = RAID log\nType = kind\nDescription = title\nLikelihood = likelihood\nImpact = impact\n"
                + "Mitigation = response\nStatus = status"
        )
        #expect(drafted.problems.map(\.line) == [3, 4])
        let first = try #require(drafted.data("raid.raised").first)
        #expect(first["kind"] == "risk")
        #expect(first["likelihood"] == 4)
        #expect(first["note"] == "Hire")
    }

    @Test("A post is defined once, its holders are people under numbers with their names sealed")
    func posts() throws {
        let drafted = try DraftFixtures.draft(
            """
            Post,Holder,Organisation,From,To,Capacity
            Lead Officer,Jo Doe,Provide CIC,Oct 2019,2020-03-31,
            Lead Officer,Al Roe,Provide CIC,1/4/2020,,Acting
            Programme Manager,jo  doe,,2020,,
            Analyst,Vacant,Essex County Council,,,
            """
        )
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.data("post.defined").map { $0["title"] } == ["Lead Officer", "Analyst"])
        #expect(drafted.data("post.defined").first?["from"] == "2019-10")
        #expect(drafted.data("person.registered").map { $0["name"] } == ["Jo Doe", "Al Roe"])
        let assigned = drafted.data("role.assigned")
        #expect(assigned.map { $0["role"] } == ["post/lead-officer", "post/lead-officer", "post/pm"])
        #expect(assigned.map { $0["person"] } == ["#2", "#4", "#2"])
        #expect(assigned.map { $0["capacity"] } == [nil, "acting", nil])
    }

    private static let matrix = "Respondent,Jo,Al,Bo\nJo,1,1,0\nAl,,,3\nBo,0,0,0\n"
    private static let question = "@question = Whom do you go to?\n@date = summer 2011\n"

    private func survey(_ csv: String, _ mapping: String) throws -> DraftedImport {
        try DraftFixtures.draft(csv, mapping: mapping, types: DraftFixtures.types + [DraftFixtures.response])
    }

    @Test("A matrix becomes an answer for each respondent, of people under numbers")
    func matrix() throws {
        let columns = "Respondent = respondent\nJo = alter\nAl = alter\nBo = alter\n"
        let drafted = try survey(Self.matrix, Self.question + columns)
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.data("person.registered").compactMap { $0["name"] }.count == 3)
        let opened = try #require(drafted.entries("survey.opened").first)
        #expect(opened["occurred"] == ["date": "2011-22", "words": "summer 2011"])
        #expect(opened["data"]?.object?["population"] == ["person/#1", "person/#2", "person/#3"])
        let answers = drafted.data("survey.response.recorded")
        #expect(answers.map { $0["respondent"] } == ["person/#1", "person/#2", "person/#3"])
        #expect(
            answers.map { $0["ties"] } == [
                [["to": "person/#2", "strength": 1]], [["to": "person/#3", "strength": 3]], nil,
            ]
        )
        #expect(drafted.entries("survey.response.recorded").first?["subject"] == "survey/#4")
    }

    @Test("A list of ties does too, of organisations if all are; and a 1 alone says no strength")
    func ties() throws {
        let drafted = try survey(
            "Seeker,Source\nProvide,Essex County Council\nAge UK Essex,provide\n",
            Self.question + "Seeker = seeker\nSource = source\n"
        )
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.data("survey.opened").first?["level"] == "organisation")
        #expect(
            drafted.data("survey.response.recorded").map { $0["ties"] } == [
                [["to": "organisation/essex-county-council"]], [["to": "organisation/provide"]],
            ]
        )
    }

    @Test("A survey's question has to be said, as no table has it")
    func question() throws {
        let drafted = try DraftFixtures.draft(
            Self.matrix,
            types: DraftFixtures.types + [DraftFixtures.response]
        )
        #expect(drafted.problems.first?.message.contains("@question") == true)
    }

    @Test("A table that needs a type the ledger does not have is a problem, not a loss")
    func olderLedger() throws {
        let drafted = try DraftFixtures.draft("Seeker,Source\nJo,Al\n")
        #expect(
            drafted.problems.first?.message == "this ledger has no surveys: its daemon is of another version"
        )
    }
}
