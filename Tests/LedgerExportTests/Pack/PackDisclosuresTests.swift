// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing

@Suite("What a pack tells of sealed texts")
struct PackDisclosuresTests {
    private func content(_ classification: String? = nil) throws -> JSONObject {
        var entry = JSONObject([
            (
                "data",
                [
                    "sealed": ["name", "nature"], "_sd": ["a", "b"],
                    "data": ["sealed": ["text"], "_sd": ["c"]],
                ]
            )
        ])
        entry["dataclassification"] = classification.map { .string($0) }
        return entry
    }

    private func lines(
        _ receiver: PackReceiver,
        _ classification: String? = nil,
        erasedBy: Int64 = 8
    ) throws -> (text: [String], disclosures: PackDisclosures) {
        var disclosures = PackDisclosures(for: receiver, size: 10)
        let reply = JSONObject([
            ("disclosed", ["name": "Ann"]), ("disclosures", ["name": "xyz"]), ("erased", ["nature"]),
            ("erasedBy", [.integer(erasedBy)]), ("withheld", ["text"]),
        ])
        let bytes = try disclosures.lines(7, reply, content(classification))
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
        return (text, disclosures)
    }

    private static let erased = #"{"by":8,"field":"nature","position":7,"state":"erased"}"#
    private static let unreadable = #"{"field":"text","position":7,"state":"withheld","why":"notReadable"}"#

    @Test("Each in the order of the names, first those of the entry, then those of what it corrects")
    func order() throws {
        let (text, disclosures) = try lines(.receiver("council"))
        #expect(
            text == [
                #"{"disclosure":"xyz","field":"name","position":7,"state":"disclosed"}"#, Self.erased,
                Self.unreadable,
            ]
        )
        #expect(disclosures.disclosed == 1 && disclosures.erased == 1)
        #expect(disclosures.withheld == [.notReadable: 1])
        #expect(!disclosures.hidesFromReceiver)
    }

    @Test(
        "A receiver sees what everyone sees and what is classified for it",
        arguments: [
            (PackReceiver.receiver("council"), String?.some("partner:council"), Withholding?.none),
            (.receiver("council"), "partner:provide", .notForReceiver),
            (.receiver("council"), "restricted", .notForReceiver),
            (.receiver("audit"), "partner:council", .notForReceiver),
            (.all, "restricted", nil), (.all, "partner:provide", nil),
            (.none, nil, .asked), (.none, "restricted", .asked),
        ]
    )
    func receiver(receiver: PackReceiver, classification: String?, why: Withholding?) throws {
        let (text, disclosures) = try lines(receiver, classification)
        #expect(text[0].contains("xyz") == (why == nil))
        #expect(text[0].contains("Ann") == false)
        if let why { #expect(text[0].contains("\"why\":\"\(why.rawValue)\"")) }
        #expect(text[1] == Self.erased && text[2] == Self.unreadable)
        #expect(disclosures.hidesFromReceiver == (why != nil))
    }

    @Test("What is not in the pack counts, too, for whether its tables may be shown")
    func passed() throws {
        var disclosures = PackDisclosures(for: .receiver("council"), size: 10)
        disclosures.pass(JSONObject(), try content("restricted"))
        disclosures.pass(JSONObject([("disclosed", ["name": "Ann"])]), try content())
        #expect(!disclosures.hidesFromReceiver)
        disclosures.pass(JSONObject([("disclosed", ["name": "Ann"])]), try content("restricted"))
        #expect(disclosures.hidesFromReceiver)
    }

    @Test("What was erased meanwhile, and what the ledger does not tell, ends the pack")
    func problems() throws {
        #expect(throws: PackDisclosures.Problem.erasedMeanwhile(position: 7)) {
            try lines(.all, erasedBy: 10)
        }
        var disclosures = PackDisclosures(for: .all, size: 10)
        #expect(throws: PackDisclosures.Problem.notTold(position: 3, field: "name")) {
            try disclosures.lines(3, JSONObject(), content())
        }
        #expect(try disclosures.lines(4, JSONObject(), JSONObject([("data", [:])])).isEmpty)
    }
}
