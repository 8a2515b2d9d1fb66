// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

/// Values, members and their equality.
struct ValueTests {
    private let composed = "caf\u{E9}"
    private let decomposed = "cafe\u{301}"

    @Test("Names that are only canonically equivalent are two members")
    func equivalentNames() throws {
        #expect(composed == decomposed)
        let value = try JSON(parsing: "{\"\(composed)\":1,\"\(decomposed)\":2}")
        let object = try #require(value.object)
        #expect(object.count == 2)
        #expect(object[composed] == 1)
        #expect(object[decomposed] == 2)
        #expect(
            value.canonicalText()?.utf8.elementsEqual("{\"\(decomposed)\":2,\"\(composed)\":1}".utf8) == true
        )
    }

    @Test("Equality compares bytes and kinds")
    func equality() {
        #expect(JSON.string(composed) != .string(decomposed))
        #expect(JSON.string("A\u{30A}") != .string("\u{212B}"))
        #expect(JSON.number("1.0") != .number("1.00"))
        #expect(JSON.number("1") != .integer(1))
        #expect(JSON.null != false)
        #expect([[composed: 1]] as JSON != [[decomposed: 1]])
        #expect(Set<JSON>([.string(composed), .string(decomposed), .string(composed)]).count == 2)
    }

    @Test("Integers of 64 bits are exact")
    func exactIntegers() throws {
        for (text, value) in [
            ("9223372036854775807", Int64.max), ("-9223372036854775808", .min),
            ("9007199254740993", 1 << 53 + 1), ("0", 0), ("-1", -1), ("10", 10),
        ] {
            let json = try JSON(parsing: text)
            #expect(json.integer == value)
            #expect(json.compactBytes() == Array(text.utf8))
        }
    }

    @Test(
        "Other numbers stay as written",
        arguments: [
            "9223372036854775808", "-9223372036854775809", "18446744073709551616", "184467440737095516150",
            "100000000000000000000000", "-0", "0.0", "1.50", "1E2", "1e+2", "-1.0e-0",
        ]
    )
    func writtenNumbers(text: String) throws {
        let json = try JSON(parsing: "[ \(text) ]")
        #expect(json == [.number(text)])
        #expect(json.compactBytes() == Array("[\(text)]".utf8))
    }

    @Test("Members are set, replaced, removed and kept in order")
    func members() {
        var object = JSONObject()
        #expect(object.isEmpty)
        for name in ["b", "", "aa", "a", "b"] { object[name] = .string(name) }
        #expect(object.members.map(\.name) == ["", "a", "aa", "b"])
        object["aa"] = nil
        object["absent"] = nil
        object["a"] = .null
        #expect(JSON.object(object) == ["": "", "a": .null, "b": "b"])
        #expect(object["aa"] == nil)
        #expect(object["a"] == .null)
    }

    @Test("Each kind gives its own value only")
    func kinds() {
        let values: [JSON] = [.null, true, 7, .number("0.5"), "text", [1], ["a": 1]]
        #expect(values.map(\.bool) == [nil, true, nil, nil, nil, nil, nil])
        #expect(values.map(\.integer) == [nil, nil, 7, nil, nil, nil, nil])
        #expect(values.map(\.text) == [nil, nil, nil, nil, "text", nil, nil])
        #expect(values.map { $0.array?.count } == [nil, nil, nil, nil, nil, 1, nil])
        #expect(values.map { $0.object?.count } == [nil, nil, nil, nil, nil, nil, 1])
    }
}
