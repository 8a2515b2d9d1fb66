// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

/// Properties of every date, over texts made at random from the grammar and then damaged.
struct EDTFPropertyTests {
    private func calendar(using random: inout SplitMix64) -> String {
        func pad(_ number: Int, _ digits: Int) -> String {
            String(repeating: "0", count: digits - "\(number)".count) + "\(number)"
        }
        let year = Int.random(in: 0...9_999, using: &random)
        let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
        return switch Int.random(in: 0..<9, using: &random) {
        case 0: pad(year, 4)
        case 1: "\(pad(year, 4))-\(pad(month, 2))"
        case 2: "\(pad(year, 4))-\(pad(Int.random(in: 21...24, using: &random), 2))"
        case 3: "\(pad(year / 10, 3))X"
        case 4: "\(pad(year / 100, 2))XX"
        case 5: "\(pad(year, 4))-XX"
        case 6: "\(pad(year, 4))-\(pad(month, 2))-XX"
        case 7: "\(pad(year, 4))-XX-XX"
        default: "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
        }
    }

    private func instant(using random: inout SplitMix64) -> String {
        let range = -50_000_000_000_000_000...250_000_000_000_000_000 as ClosedRange<Int64>
        let text = Timestamp(microseconds: .random(in: range, using: &random)).description
        let digits = Int.random(in: 0...6, using: &random)
        let offset = ["Z", "+01:00", "-05:30", "+14:00"].randomElement(using: &random) ?? "Z"
        return text.prefix(digits == 0 ? 19 : 20 + digits) + offset
    }

    private func date(using random: inout SplitMix64) -> String {
        guard Int.random(in: 0..<4, using: &random) > 0 else { return instant(using: &random) }
        let qualifier = ["", "", "", "~", "?", "%"].randomElement(using: &random) ?? ""
        return calendar(using: &random) + qualifier
    }

    @Test(arguments: 0..<200)
    func whatTheGrammarMakesIsRead(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let (first, second) = (date(using: &random), date(using: &random))
            let (one, other) = (try EDTF(first), try EDTF(second))
            #expect(one.text == first)
            #expect(one.bounds.earliestOrPast < one.bounds.latestOrFuture)
            #expect(try EDTF("\(first)/..").bounds.earliest == one.bounds.earliest)
            #expect(try EDTF("\(first)/..").bounds.latest == nil)
            #expect(try EDTF("../\(first)").bounds.latest == one.bounds.latest)
            #expect(try EDTF("../\(first)").bounds.earliest == nil)
            for edtf in [one, try EDTF("\(first)/.."), try EDTF("../\(first)")] {
                #expect(!edtf.words.isEmpty && !edtf.short.isEmpty)
            }
            if one.bounds.earliestOrPast < other.bounds.latestOrFuture {
                let interval = try EDTF("\(first)/\(second)")
                #expect(interval.bounds.earliest == one.bounds.earliest)
                #expect(interval.bounds.latest == other.bounds.latest)
                #expect(interval.isUncertain == (one.isUncertain || other.isUncertain))
                #expect(interval.isApproximate == (one.isApproximate || other.isApproximate))
            } else {
                let text = "\(first)/\(second)"
                #expect(throws: EDTFError.endsBeforeStart(text)) { try EDTF(text) }
            }
        }
    }

    /// A month is within its year, a day within its month, and consecutive ones adjoin.
    @Test(arguments: 0..<200)
    func finerDatesLieWithin(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let t = Timestamp(microseconds: .random(in: 0...4_000_000_000_000_000, using: &random))
        let text = t.description
        var outer = try EDTF(text.prefix(2) + "XX").bounds
        for coarse in [text.prefix(3) + "X", text.prefix(4), text.prefix(7), text.prefix(10), text[...]] {
            let inner = try EDTF(String(coarse)).bounds
            #expect(inner.contains(t))
            #expect(
                outer.earliestOrPast <= inner.earliestOrPast && inner.latestOrFuture <= outer.latestOrFuture
            )
            let next = try #require(inner.latest)
            let following = try EDTF(String(next.description.prefix(coarse.count)))
            #expect(coarse.hasSuffix("X") || following.bounds.earliest == next)
            outer = inner
        }
    }

    /// Damage is read or refused in one printable line, and a text that is read is kept.
    @Test(arguments: 0..<200)
    func damagedTextsAreReadOrRefused(seed: Int) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "", "X", "-", "/", "..", "T", "Z", "0", "9", "~", "?", "\n", "\u{1b}[31m", "\u{e9}", "\u{202e}",
            "\"",
        ]
        for _ in 0..<50 {
            var text =
                Bool.random(using: &random)
                ? date(using: &random) : "\(date(using: &random))/\(date(using: &random))"
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let cut = text.index(text.startIndex, offsetBy: .random(in: 0...text.count, using: &random))
                text = text[..<cut] + (pieces.randomElement(using: &random) ?? "") + text[cut...].dropFirst()
            }
            do {
                #expect(try EDTF(text).text == text)
                #expect(text.utf8.count <= EDTF.maximumBytes)
            } catch {
                let message = error.description
                #expect(message.utf8.allSatisfy { 0x20...0x7e ~= $0 }, "\(message)")
                #expect(message.utf8.count <= 600)
            }
        }
    }
}
