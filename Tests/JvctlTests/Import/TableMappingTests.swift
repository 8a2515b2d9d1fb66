// SPDX-License-Identifier: Apache-2.0
import LedgerCommands
import Testing

/// What is made of the headings of tables that people keep.
struct TableMappingTests {
    private func table(_ csv: String) throws -> SourceTable { try SourceTable(csv: Array(csv.utf8)) }

    private func fields(_ headings: String, _ row: String) throws -> (TableKind, [String]) {
        let mapping = try TableMapping(proposedFor: table("\(headings)\n\(row)\n"))
        return (mapping.kind, mapping.columns.map { $0.field ?? "-" })
    }

    @Test(
        "A decision log is recognised",
        arguments: [
            (
                "Ref,Decision,Date,Decision Maker,Rationale,Alternatives Considered,Status",
                "1,Fund the post,2019-08,Board,Best,None;Two,Approved",
                ["key", "title", "decided", "makers", "reason", "alternatives", "status"]
            ),
            (
                "Decision ID,Topic,Decision,Date agreed,Agreed by,Reason for decision,Review date,Owner",
                "D-1,Post,Fund it,1/8/2019,Provide,Best,2020,Jo",
                ["key", "title", "option", "decided", "makers", "reason", "review", "-"]
            ),
            (
                "NUMBER,issue,Options,Outcome,Why,conflicts of interest",
                "1,Post,A;B,A,Best,None",
                ["key", "title", "alternatives", "option", "reason", "conflicts"]
            ),
        ]
    )
    func decisions(headings: String, row: String, expected: [String]) throws {
        let (kind, fields) = try fields(headings, row)
        #expect(kind == .decisions)
        #expect(fields == expected)
    }

    @Test(
        "Other tables are told apart",
        arguments: [
            (
                "Action No,Action,Owner,Due Date,Status", "1,Write terms,Jo,1/9/2019,Open", TableKind.actions,
                ["key", "title", "owner", "due", "status"]
            ),
            (
                "ID,Type,Description,Owner,Likelihood,Impact,Mitigation,Status",
                "1,Risk,Staff leave,Jo,3,4,Hire,Open",
                .raid, ["key", "kind", "title", "owner", "likelihood", "impact", "response", "status"]
            ),
            (
                "Post Title,Post Holder,Organisation,Start Date,End Date", "Manager,Jo,Provide,1/10/2019,",
                .posts,
                ["post", "holder", "org", "from", "to"]
            ),
            ("From,To,Strength", "Jo,Al,3", .ties, ["seeker", "source", "strength"]),
            ("Respondent,Jo,Al", "Jo,,1", .matrix, ["respondent", "alter", "alter"]),
            (",Jo,Al,Bo", "Jo,0,1,0", .matrix, ["respondent", "alter", "alter", "alter"]),
        ]
    )
    func others(headings: String, row: String, kind: TableKind, expected: [String]) throws {
        let (found, fields) = try fields(headings, row)
        #expect(found == kind)
        #expect(fields == expected)
    }

    @Test("A table of something else is refused, and says what would do")
    func unknown() throws {
        let table = try table("colour,weight\nred,heavy\n")
        let complaint = #expect(throws: Complaint.self) { try TableMapping(proposedFor: table) }
        #expect(complaint?.details.count == TableKind.allCases.count)
        #expect(complaint?.message.contains("colour, weight") == true)
    }

    @Test("A mapping that is printed reads back as the same")
    func roundTrip() throws {
        let table = try table(
            "Ref,\"a = b\",\"@x\",Decision,Date,\"with \"\"quotes\"\"\"\n1,2,3,Fund,2019,5\n"
        )
        var mapping = try TableMapping(proposedFor: table)
        mapping.dates = .monthFirst
        mapping.settings = ["consents": "all", "reason": "not stated"]
        #expect(try TableMapping(Array(mapping.lines.joined(separator: "\n").utf8), for: table) == mapping)
    }

    @Test("What a mapping does not name is left out, and comments are passed over")
    func edited() throws {
        let table = try table("Ref,Decision,Date\n1,Fund,2019\n")
        let text = "# mine\n@dates = MM/DD/YYYY # as they write\nDecision = title\nDate=decided\nRef = -\n"
        let mapping = try TableMapping(Array(text.utf8), for: table)
        #expect(mapping.columns.map(\.field) == [nil, "title", "decided"])
        #expect(mapping.dates == .monthFirst)
    }

    @Test(
        "What is wrong in a mapping is said with its line",
        arguments: [
            ("Decision", "line 1 of the mapping is not HEADING = FIELD, nor @SETTING = VALUE"),
            ("Title = title", "line 1 of the mapping: the table has no (other) column Title"),
            ("\nDecision = titel", "line 2 of the mapping: a column of a decision log is one of key, title"),
            ("Decision = title\nDate = title", "line 2 of the mapping: two columns are title"),
            ("@dates = YYYY", "line 1 of the mapping: @dates is DD/MM/YYYY or MM/DD/YYYY"),
            ("@colour = red", "line 1 of the mapping: there is no setting @colour"),
            ("@table = list", "line 1 of the mapping: @table is one of"),
        ]
    )
    func wrong(text: String, message: String) throws {
        let table = try table("Ref,Decision,Date\n1,Fund,2019\n")
        let complaint = #expect(throws: Complaint.self) { try TableMapping(Array(text.utf8), for: table) }
        #expect(complaint?.message.hasPrefix(message) == true, "\(complaint?.message ?? "")")
    }

    @Test("Rows have as many cells as there are headings, and empty ones are left out")
    func rows() throws {
        let table = try table("a,b\n1,2\n,\n\n3,4\n")
        #expect(table.rows.map(\.line) == [2, 5])
        let complaint = #expect(throws: Complaint.self) { try SourceTable(csv: Array("a,b\n1,2,3\n".utf8)) }
        #expect(complaint?.message == "line 2 has 3 cells, and the line of headings has 2")
        let semicolons = #expect(throws: Complaint.self) { try SourceTable(csv: Array("a;b\n1;2\n".utf8)) }
        #expect(semicolons?.message.contains("semicolons") == true)
    }
}
