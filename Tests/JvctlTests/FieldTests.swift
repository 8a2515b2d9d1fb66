// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

struct FieldTests {
    /// A type with a field of every kind.
    static let type: JSON = [
        "name": "thing.done", "type": "io.jvledger.thing.done.v1", "kind": "thing", "begins": true,
        "summary": "A thing is done.",
        "fields": [
            field("title", "text", isRequired: true), field("org", "key of organisation"),
            field("others", "keys of organisation"), field("role", "subject: post, seat"),
            field("because", "subjects: finding, advice"), field("entries", "positions"),
            field("option", "integer from 1 to 999"), field("voting", "flag"), field("amount", "money"),
            field("from", "date"), field("digest", "digest"), field("data", "object"),
            field("value", "decimal"),
            [
                "name": "result", "kind": "choice", "required": false, "personal": false, "documentation": "",
                "choices": ["landed", "failed"],
            ],
            [
                "name": "shares", "kind": "list", "required": false, "personal": false, "documentation": "",
                "items": [field("organisation", "key of organisation")],
            ],
        ],
    ]

    private static func field(_ name: String, _ kind: String, isRequired: Bool = false) -> JSON {
        [
            "name": .string(name), "kind": .string(kind), "required": .bool(isRequired), "personal": false,
            "documentation": "What it means.",
        ]
    }

    private func described() throws -> EventType { try #require(EventType(Self.type)) }

    /// What is typed, the field and its value.
    private static let typed: [(String, String, JSON)] = [
        ("title=a = b", "title", "a = b"), ("title=", "title", ""),
        ("org=provide", "org", "provide"),
        ("others=a,b, c", "others", ["a", "b", "c"]), ("role=post/boss", "role", "post/boss"),
        ("because=finding/F-1", "because", ["finding/F-1"]), ("entries=40,41", "entries", [40, 41]),
        ("option=3", "option", 3), ("option=-3", "option", -3), ("voting=yes", "voting", true),
        ("amount=GBP 9546.00", "amount", ["currency": "GBP", "minor": 954_600]),
        ("from=2019-08", "from", "2019-08"), ("value=-12.5", "value", "-12.5"), ("value=0", "value", "0"),
        ("result=landed", "result", "landed"), ("title:=\"x\"", "title", "x"),
        ("shares:=[{\"organisation\":\"a\"}]", "shares", [["organisation": "a"]]),
        ("shares=[{\"organisation\":\"a\"}]", "shares", [["organisation": "a"]]),
        ("data={}", "data", [:]),
    ]

    @Test("A field's value becomes JSON of the kind that its type declares", arguments: typed)
    func values(assignment: String, name: String, value: JSON) throws {
        let data = try FieldAssignments.data([assignment], for: described())
        #expect(data == JSONObject([(name, value)]))
    }

    @Test(
        "What does not fit is refused before anything is sent",
        arguments: [
            ("option=x", "option=x is not a whole number"),
            ("entries=1,x", "entries=1,x is not a list of whole numbers"),
            ("voting=maybe", "voting=maybe is not yes or no"),
            ("result=won", "result=won is not one of landed, failed"),
            ("value=1,5", "value=1,5 is not a decimal number such as -12.5"),
            ("value=01", "value=01 is not a decimal number such as -12.5"),
            ("amount=12", "amount=12 is not an amount such as GBP 9546.00"),
            ("titel=x", "thing.done has no field titel; did you mean title?"),
        ]
    )
    func refused(assignment: String, message: String) throws {
        let type = try described()
        let complaint = #expect(throws: Complaint.self) { try FieldAssignments.data([assignment], for: type) }
        #expect(complaint?.message == message)
        #expect(complaint?.status == .refused)
    }

    @Test("Lists grow, everything else is given once, and no is left out")
    func repeated() throws {
        let type = try described()
        let data = try FieldAssignments.data(["others=a", "others=b", "voting=no"], for: type)
        #expect(data == JSONObject([("others", ["a", "b"])]))
        #expect(throws: Complaint.self) { try FieldAssignments.data(["title=a", "title=b"], for: type) }
        let usage = #expect(throws: Complaint.self) { try FieldAssignments.data(["title"], for: type) }
        #expect(usage?.status == .usage)
    }

    @Test("A required field that is absent is named with its meaning")
    func incomplete() throws {
        let type = try described()
        let complaint = #expect(throws: Complaint.self) {
            try FieldAssignments.checkComplete(JSONObject(), for: type)
        }
        #expect(complaint?.message == "thing.done needs title (What it means.)")
        try FieldAssignments.checkComplete(JSONObject([("title", "x")]), for: type)
    }

    @Test(
        "Amounts have the decimals of their currency, or none",
        arguments: [
            ("GBP 9546.00", "GBP", Int64(954_600)), ("9546 GBP", "GBP", 954_600), ("GBP 0.05", "GBP", 5),
            ("JPY 500", "JPY", 500), ("KWD 1.234", "KWD", 1234),
        ]
    )
    func money(text: String, currency: String, minor: Int64) {
        #expect(MoneyText.json(text) == ["currency": .string(currency), "minor": .integer(minor)])
    }

    @Test(
        "What is not exactly an amount is none",
        arguments: [
            "GBP 9546.0", "GBP 1.234", "JPY 5.00", "gbp 5", "GBP", "5", "GBP 5 6", "GBP -5", "GBP 5.",
            "GBP .50", "GBP 1e3",
        ]
    )
    func notMoney(text: String) { #expect(MoneyText.json(text) == nil) }

    @Test("An amount beyond 64 bits is none")
    func hugeMoney() { #expect(MoneyText.json("GBP 99999999999999999999") == nil) }

    @Test(
        "Shares are typed in percent and recorded in basis points",
        arguments: [("50", Int64(5000)), ("33.34", 3334), ("0.5", 50), ("100", 10_000), ("0", 0)]
    )
    func percent(text: String, points: Int64) throws {
        #expect(try ShareOption.basisPoints("x", text) == .integer(points))
    }

    @Test(
        "What is not a percentage is refused",
        arguments: ["", "101", "33.333", "x", "-5", "5.", ".5", "1.2.3"]
    )
    func notPercent(text: String) {
        #expect(throws: Complaint.self) { try ShareOption.basisPoints("x", text) }
    }

    @Test("Shares, quorums and attendance become lists of objects")
    func lists() throws {
        #expect(
            try ShareOption.list(["provide=50", "council=50"]) == [
                ["organisation": "provide", "basisPoints": 5000],
                ["organisation": "council", "basisPoints": 5000],
            ]
        )
        #expect(
            try QuorumOption.parts(["provide=1", "council:officer=2"]) == [
                ["organisation": "provide", "count": 1],
                ["organisation": "council", "seatClass": "officer", "count": 2],
            ]
        )
        #expect(try QuorumOption.parts([]) == nil)
        #expect(throws: Complaint.self) { try QuorumOption.parts(["provide"]) }
        #expect(throws: Complaint.self) { try QuorumOption.parts(["provide=0"]) }
        #expect(
            try AttendanceOption.list(["provide:board-provide", "council"]) == [
                ["organisation": "provide", "seat": "board-provide"], ["organisation": "council"],
            ]
        )
        #expect(throws: Complaint.self) { try AttendanceOption.list(["provide:"]) }
    }
}
