// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// The number by which the National Health Service knows a patient, found in a text.
///
/// It has ten digits, often written `943 476 5919` or `943-476-5919`. The tenth checks the nine before it: eleven less
/// the remainder, by eleven, of the sum of each digit times 10, 9, … 2; eleven counts as nought, and ten never occurs
/// (NHS Data Dictionary, "NHS NUMBER").
enum HealthNumber {
    private static let digits = 10
    /// How many digits stand together where the number is written in parts.
    private static let parts = [3, 3, 4]
    /// What stands between the parts: a blank or a hyphen, or what word processors make of them.
    private static let separators: Set<Unicode.Scalar> = [
        " ", "-", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2010}", "\u{2011}", "\u{2013}",
    ]

    /// Whether a text has ten digits that stand alone, in one piece or as 3, 3 and 4, and check.
    static func appears(in text: String) -> Bool {
        var groups: [[Int]] = []
        var word = Word()
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                word.add(Int(scalar.value) - 0x30)
            } else if scalar.properties.isAlphabetic {
                word.hasLetter = true
            } else {
                if word.isNumber { groups.append(word.digits) }
                if endsNumber(groups) { return true }
                // After a word, two separators or anything else, what comes is no part of what came.
                if !word.isNumber || !separators.contains(scalar) { groups = [] }
                word = Word()
            }
        }
        if word.isNumber { groups.append(word.digits) }
        return endsNumber(groups)
    }

    /// Whether the last group of digits is such a number, or ends one.
    private static func endsNumber(_ groups: [[Int]]) -> Bool {
        isNumber(groups.suffix(1)) || isNumber(groups.suffix(parts.count))
    }

    /// Whether any text within a value has one.
    static func appears(in value: JSON) -> Bool {
        switch value {
        case .string(let text): hasDigits(text) && appears(in: text)
        case .array(let items): items.contains { appears(in: $0) }
        case .object(let object): appears(in: object)
        case .null, .bool, .integer, .number: false
        }
    }

    /// Whether a text has as many digits as the number, which few texts have: every text that is recorded is looked at.
    private static func hasDigits(_ text: String) -> Bool {
        text.utf8.count >= digits && text.utf8.count { (0x30...0x39).contains($0) } >= digits
    }

    /// Whether any text within an object has one; digests are not texts.
    static func appears(in object: JSONObject) -> Bool {
        object.members.contains { $0.name != "_sd" && appears(in: $0.value) }
    }

    /// Whether groups of digits are such a number.
    private static func isNumber(_ groups: ArraySlice<[Int]>) -> Bool {
        guard groups.count == 1 || groups.map(\.count) == parts else { return false }
        let all = groups.flatMap(\.self)
        guard all.count == digits, let last = all.last else { return false }
        let sum = all.dropLast().enumerated().reduce(0) { $0 + $1.element * (digits - $1.offset) }
        return (11 - sum % 11) % 11 == last
    }

    /// Letters and digits that stand together.
    private struct Word {
        var digits: [Int] = []
        var hasLetter = false

        var isNumber: Bool { !digits.isEmpty && !hasLetter }

        mutating func add(_ digit: Int) {
            // More than ten are no such number, however many there are.
            if digits.count <= HealthNumber.digits { digits.append(digit) }
        }
    }
}
