// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// Makes random values, and random spellings of them, out of a seed.
struct RandomJSON {
    private var generator: SplitMix64

    /// Characters that are escaped, ordered or encoded in different ways.
    private static let alphabet: [Unicode.Scalar] = [
        "\u{1}", "\u{8}", "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{1F}", " ", "!", "\"", "#", "/", "0", "A",
        "[", "\\",
        "]", "a", "n", "u", "{", "}", "\u{7F}", "\u{80}", "é", "e", "\u{301}", "\u{7FF}", "\u{800}", "€",
        "\u{2028}",
        "\u{D7FF}", "\u{E000}", "\u{FB33}", "\u{FEFF}", "\u{FFFF}", "\u{10000}", "\u{1F600}", "\u{10FFFF}",
    ]

    init(seed: Int) { generator = SplitMix64(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    mutating func text() -> String {
        var text = ""
        for _ in 0..<below(8) { text.unicodeScalars.append(Self.alphabet[below(Self.alphabet.count)]) }
        return text
    }

    /// Any value that has a canonical form.
    mutating func value(depth: Int = 4) -> JSON {
        switch below(depth > 0 ? 8 : 6) {
        case 0: return .null
        case 1: return .bool(below(2) == 0)
        case 2: return .integer(Int64.random(in: -(1 << 53 - 1)...(1 << 53 - 1), using: &generator))
        case 3: return .integer(Int64(below(200) - 100))
        case 4: return .string(text())
        case 5: return number()
        case 6: return .array((0..<below(5)).map { _ in value(depth: depth - 1) })
        default: return .object(object(depth: depth - 1))
        }
    }

    mutating func object(depth: Int) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<below(7) { object[text()] = value(depth: depth) }
        return object
    }

    /// A double in the spelling that is canonical, read back.
    private mutating func number() -> JSON {
        while true {
            let bits = UInt64.random(in: 0 ... .max, using: &generator)
            let value =
                below(2) == 0
                ? Double(bitPattern: bits) : Double(below(100_000)) / 1000
            let written = JSON.number("\(value)")
            if let text = written.canonicalText(), let number = try? JSON(parsing: text) { return number }
        }
    }

    /// A text for a value with other white space, escapes and order of members than the canonical one.
    mutating func spelling(of value: JSON) -> String {
        switch value {
        case .null, .bool, .integer, .number:
            return space() + String(decoding: value.compactBytes(), as: UTF8.self) + space()
        case .string(let text): return space() + quoted(text) + space()
        case .array(let items):
            return "[" + space() + items.map { spelling(of: $0) }.joined(separator: ",") + "]"
        case .object(let object):
            let members = object.members.shuffled(using: &generator).map { member in
                space() + quoted(member.name) + space() + ":" + spelling(of: member.value)
            }
            return "{" + space() + members.joined(separator: ",") + "}"
        }
    }

    private mutating func space() -> String {
        ["", "", " ", "\n", "\t\r "][below(5)]
    }

    private mutating func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if below(3) == 0 || scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: below(2) == 0)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
