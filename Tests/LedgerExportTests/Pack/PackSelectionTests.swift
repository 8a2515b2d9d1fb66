// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing

@Suite("Which entries a pack has")
struct PackSelectionTests {
    /// The positions of the entries that are chosen of a small ledger.
    private func chosen(_ filter: PackFilter) throws -> [UInt64] {
        var selection = PackSelection(filter)
        return try Self.entries.enumerated().compactMap { index, text in
            let content = try #require(try JSON(parsing: text).object)
            return selection.takes(UInt64(index), content) ? UInt64(index) : nil
        }
    }

    private static func entry(
        _ type: String,
        _ subject: String,
        _ version: Int,
        _ data: String = "{}",
        for organisation: String = "office"
    ) -> String {
        """
        {"type":"io.jvledger.\(type).v1","subject":"\(subject)","streamversion":\(version),\
        "onbehalfof":"\(organisation)","data":\(data)}
        """
    }

    private static let entries = [
        entry("organisation.registered", "organisation/council", 1),
        entry("decision.proposed", "decision/D-1", 1),
        entry("person.registered", "person/P-1", 1),
        entry("decision.proposed", "decision/D-2", 1, #"{"amends":["D-1"]}"#),
        entry("consent.given", "decision/D-1", 2, #"{"org":"council"}"#),
        entry("dispute.opened", "dispute/X-1", 1, #"{"about":{"decision":"D-1"}}"#, for: "council"),
        entry("dispute.settled", "dispute/X-1", 2, #"{"how":"talked"}"#),
        entry("assignment.begun", "assignment/A-1", 1, #"{"person":"P-1"}"#),
        entry("assignment.ended", "assignment/A-1", 2),
        entry("finding.recorded", "finding/F-1", 1, #"{"title":"D-1 was late"}"#),
        entry("entry.corrected", "assignment/A-1", 3, #"{"entry":7,"data":{"person":"P-2"}}"#),
        entry(
            "erasure.executed",
            "person/P-1",
            2,
            #"{"fields":[{"position":2,"field":"name","digest":"ab"}]}"#
        ),
        entry("meeting.held", "meeting/M-1", 1, #"{"decisions":["D-1"]}"#),
        entry("meeting.minuted", "meeting/M-1", 2),
        entry("entry.retracted", "finding/F-1", 2, #"{"entry":9}"#),
        entry(
            "erasure.executed",
            "person/P-2",
            2,
            #"{"fields":[{"position":4,"field":"text","digest":"ab"}]}"#
        ),
    ]

    @Test("Of the whole all, of a range the positions alone")
    func positions() throws {
        #expect(try chosen(.whole).count == Self.entries.count)
        #expect(try chosen(.range(3...5)) == [3, 4, 5])
        #expect(try chosen(.range(14...99)) == [14, 15])
    }

    @Test("Of a decision its stream, what names it with all that came of it, and what was erased of these")
    func decision() throws {
        #expect(try chosen(.decision("D-1")) == [1, 3, 4, 5, 6, 12, 13, 15])
        #expect(try chosen(.decision("D-9")).isEmpty)
    }

    @Test("Of a partner what it recorded and what names it, not all that came of it")
    func partner() throws { #expect(try chosen(.partner("council")) == [0, 4, 5, 15]) }

    @Test("Of a person what a subject access request finds, and the corrections of it")
    func person() throws { #expect(try chosen(.person("P-1")) == [2, 7, 8, 10, 11]) }
}
