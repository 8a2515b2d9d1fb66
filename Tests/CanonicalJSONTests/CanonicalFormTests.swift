// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

/// The examples of RFC 8785 and the limits of the canonical form.
struct CanonicalFormTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try JSON(parsing: text).canonicalBytes(), as: UTF8.self)
    }

    @Test("RFC 8785 section 3.2.2 and, byte by byte, section 3.2.4")
    func example() throws {
        let input = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let output: [UInt8] = [
            0x7b, 0x22, 0x6c, 0x69, 0x74, 0x65, 0x72, 0x61, 0x6c, 0x73, 0x22, 0x3a, 0x5b, 0x6e, 0x75, 0x6c,
            0x6c,
            0x2c, 0x74, 0x72, 0x75, 0x65, 0x2c, 0x66, 0x61, 0x6c, 0x73, 0x65, 0x5d, 0x2c, 0x22, 0x6e, 0x75,
            0x6d,
            0x62, 0x65, 0x72, 0x73, 0x22, 0x3a, 0x5b, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33,
            0x2e,
            0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x2c, 0x31, 0x65, 0x2b, 0x33, 0x30, 0x2c, 0x34, 0x2e,
            0x35,
            0x2c, 0x30, 0x2e, 0x30, 0x30, 0x32, 0x2c, 0x31, 0x65, 0x2d, 0x32, 0x37, 0x5d, 0x2c, 0x22, 0x73,
            0x74,
            0x72, 0x69, 0x6e, 0x67, 0x22, 0x3a, 0x22, 0xe2, 0x82, 0xac, 0x24, 0x5c, 0x75, 0x30, 0x30, 0x30,
            0x66,
            0x5c, 0x6e, 0x41, 0x27, 0x42, 0x5c, 0x22, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x22, 0x2f, 0x22, 0x7d,
        ]
        #expect(try JSON(parsing: input).canonicalBytes() == output)
        #expect(JSON.isCanonical(output))
        #expect(!JSON.isCanonical(Array(input.utf8)))
    }

    @Test("RFC 8785 section 3.2.3")
    func sorting() throws {
        let input = #"""
            {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
             "\u00f6": "Latin Small Letter O With Diaeresis"}
            """#
        let names = try JSON(parsing: input).object?.members.map(\.name)
        #expect(names == ["\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"])
        #expect(try canonical(#"{"\ufb33":1,"\ud83d\ude00":2}"#) == "{\"\u{1F600}\":2,\"\u{FB33}\":1}")
    }

    @Test(
        "RFC 8785 appendix B",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"), (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"), (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"), (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"), (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"), (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String)]
    )
    func numbers(bits: UInt64, text: String) throws {
        #expect(JSON.number("\(Double(bitPattern: bits))").canonicalText() == text)
        #expect(JSON.isCanonical(Array(text.utf8)))
    }

    @Test(
        "Notation changes where ECMAScript changes it",
        arguments: [
            ("1.0", "1"), ("-0", "0"), ("-0.0", "0"), ("0e9", "0"), ("1e20", "100000000000000000000"),
            ("1e21", "1e+21"), ("123456789012345678901234", "1.2345678901234569e+23"), ("1E-6", "0.000001"),
            ("1e-7", "1e-7"), ("1.5e-7", "1.5e-7"), ("-12.50", "-12.5"), ("100e-2", "1"), ("0.1", "0.1"),
            ("1e-400", "0"), ("-1e-99999999999999999999", "0"), ("9007199254740991.0", "9007199254740991"),
            ("-9007199254740991", "-9007199254740991"),
            ("18446744073709551615", "18446744073709552000"), ("9223372036854775808", "9223372036854776000"),
        ]
    )
    func notation(written: String, text: String) throws { #expect(try canonical(written) == text) }

    @Test(
        "An integer doubles would change has no canonical form, however it is written",
        arguments: [
            ("9007199254740992", 9_007_199_254_740_992), ("9007199254740992.0", 9_007_199_254_740_992),
            ("-9007199254740993", -9_007_199_254_740_993), ("1e17", 100_000_000_000_000_000),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("-9.223372036854775808e18", .min),
        ] as [(String, Int64)]
    )
    func integerOutOfRange(written: String, value: Int64) throws {
        let json = try JSON(parsing: written)
        #expect(throws: CanonicalError.integerOutOfRange(value)) { try json.canonicalBytes() }
        #expect(json.compactBytes() == Array(written.utf8))
        #expect(!JSON.isCanonical(Array(written.utf8)))
    }

    @Test("Numbers beyond doubles, and numbers that are none, have no canonical form")
    func notFinite() throws {
        for text in ["1e309", "-1e400", "1e99999999999999999999", "1" + String(repeating: "0", count: 400)] {
            let json = try JSON(parsing: text)
            #expect(throws: CanonicalError.numberOutOfRange) { try json.canonicalBytes() }
            #expect(json.compactBytes() == Array(text.utf8))
            #expect(json.canonicalText() == nil)
        }
        for text in ["", "nan", "inf", "0x10", "+1", "01", "1 ", ".5", "1,2", "\"", "-"] {
            #expect(throws: CanonicalError.notANumber) { try JSON.number(text).canonicalBytes() }
            #expect(try JSON(parsing: JSON.number(text).compactBytes()) == .string(text))
        }
    }

    @Test("A value without canonical form leaves the output as it was")
    func outputIsKept() {
        var output = Array("before".utf8)
        let value: JSON = ["a": [1, 2, .integer(.max)]]
        #expect(throws: CanonicalError.integerOutOfRange(.max)) { try value.writeCanonical(to: &output) }
        #expect(output == Array("before".utf8))
    }

    @Test("Only what must be escaped is escaped")
    func escapes() {
        let text =
            String(String.UnicodeScalarView((0...0x7F).map { Unicode.Scalar(UInt8($0)) })) + "\u{2028}é"
        let controls = (0..<0x20).map { value -> String in
            switch value {
            case 8: "\\b"
            case 9: "\\t"
            case 10: "\\n"
            case 12: "\\f"
            case 13: "\\r"
            default: "\\u00" + (value < 16 ? "0" : "") + String(value, radix: 16)
            }
        }
        let rest = text.unicodeScalars.dropFirst(0x20).map { scalar -> String in
            scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
        }
        #expect(JSON.string(text).canonicalText() == "\"" + (controls + rest).joined() + "\"")
    }

    @Test(
        "Texts that say the same in another form are not canonical",
        arguments: [
            " 1", "1 ", "[1, 2]", #"{"b":1,"a":2}"#, "{\"\u{FB33}\":1,\"\u{1F600}\":2}", #""\/""#,
            #""\u0041""#,
            #""\u000A""#, #""\u000F""#, "1.0", "-0", "1E2", "1e2", "1e-07", #"{"a":1,"a":1}"#, "",
        ]
    )
    func notCanonical(text: String) { #expect(!JSON.isCanonical(Array(text.utf8))) }
}
