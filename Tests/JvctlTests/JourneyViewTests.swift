// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

struct JourneyViewTests {
    private static let reply: JSON = [
        "phases": [
            ["ordinal": 1, "title": "Need", "when": "2013 until 2018", "position": 9],
            ["ordinal": 2, "title": "Joint venture", "when": "since 2018", "position": 10],
        ],
        "steps": [
            step("2012", "Introduced", ["university", "provide"], nil, 3),
            step("2014", "A barrier", ["provide"], 1, 4),
            step("2019", "A post", ["council", "provide"], 2, 5),
            step("2020", "Looking back", [], 1, 6),
        ],
    ]

    private static func step(
        _ when: String,
        _ title: String,
        _ lanes: [String],
        _ phase: Int64?,
        _ position: Int64
    )
        -> JSON
    {
        var object = JSONObject()
        object["when"] = .string(when)
        object["title"] = .string(title)
        object["type"] = "finding.recorded"
        object["lanes"] = .array(lanes.map { ["key": .string($0)] })
        object["phase"] = phase.map { .integer($0) }
        object["position"] = .integer(position)
        return .object(object)
    }

    @Test("Steps are below their phases, and what is in none comes first")
    func phases() throws {
        let reply = try #require(Self.reply.object)
        #expect(
            JourneyViews.steps(reply).lines(width: nil, hasLegend: true) == [
                "WHEN  WHO                  WHAT              TITLE         ENTRY",
                "2012  university, provide  finding.recorded  Introduced    3", "",
                "Phase 1  Need  (2013 until 2018)",
                "2014  provide              finding.recorded  A barrier     4",
                "2020                       finding.recorded  Looking back  6", "",
                "Phase 2  Joint venture  (since 2018)",
                "2019  council, provide     finding.recorded  A post        5",
            ]
        )
    }

    @Test("Each organisation has a lane")
    func lanes() throws {
        let reply = try #require(Self.reply.object)
        #expect(
            JourneyViews.lanes(reply).lines(width: nil, hasLegend: true).prefix(2) == [
                "WHEN  UNIVERSITY  PROVIDE  COUNCIL  TITLE", "2012  *           +                 Introduced",
            ]
        )
    }

    @Test("Without steps there is nothing to show")
    func nothing() throws {
        let reply = try #require((["steps": [], "phases": []] as JSON).object)
        #expect(JourneyViews.steps(reply).isEmpty)
    }
}
