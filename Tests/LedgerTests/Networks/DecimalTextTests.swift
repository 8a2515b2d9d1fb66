// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Figures as decimal text") struct DecimalTextTests {
    private static let texts: [(number: Double, text: String)] = [
        (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (10, "10"), (0.5, "0.5"), (-0.25, "-0.25"),
        (100.125, "100.125"), (1.0 / 3, "0.333333333333"), (-2.0 / 3, "-0.666666666667"),
        (1234567.8901234567, "1234567.89012"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001"),
        (0.000_012_345_678_901_25, "0.0000123456789013"), (123_456_789_012, "123456789012"),
        (123_456_789_012.5, "123456789013"), (-123_456_789_012.4, "-123456789012"),
        (1_234_567_890_125, "1234567890130"), (1e20, "100000000000000000000"),
        (999_999_999_999.9, "1000000000000"), (0.999_999_999_999_9, "1"), (9.999_999_999_996, "10"),
        (0.099_999_999_999_999, "0.1"), (9.999_999_999_993, "9.99999999999"),
        (1.5e300, "15" + String(repeating: "0", count: 299)),
        (.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"),
        (-1e-300, "-0." + String(repeating: "0", count: 299) + "1"),
    ]

    @Test(arguments: texts)
    func text(number: Double, text: String) {
        #expect(DecimalText(number)?.text == text)
        #expect(DecimalText(number)?.description == text)
    }

    @Test(arguments: [Double.nan, .signalingNaN, .infinity, -.infinity]) func undefined(number: Double) {
        #expect(DecimalText(number) == nil)
    }

    @Test(arguments: 0..<20) func readsBackToTwelveDigits(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let bits = random.next()
            let small = Double.random(in: -1_000...1_000, using: &random)
            for number in [Double(bitPattern: bits), small, small / 1e6] where number.isFinite {
                let text = try #require(DecimalText(number)).text
                let back = try #require(Double(text))
                #expect(text.utf8.allSatisfy { $0 == 45 || $0 == 46 || (48...57).contains($0) }, "\(number)")
                #expect(!text.contains(".") || !text.hasSuffix("0") && !text.hasSuffix("."), "\(number)")
                let digits = text.filter(\.isNumber).drop { $0 == "0" }
                let significant =
                    text.contains(".")
                    ? digits.count : digits.count - digits.reversed().prefix { $0 == "0" }.count
                #expect(significant <= DecimalText.maximumDigits, "\(number)")
                #expect((back - number).magnitude <= number.magnitude * 5.000_001e-12, "\(number)")
                #expect(DecimalText(back)?.text == text, "\(number)")
            }
        }
    }
}
