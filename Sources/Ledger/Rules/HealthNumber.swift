// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// The number by which the National Health Service knows a patient, found in a text.
///
/// It has ten digits, often written `943 476 5919` or `943-476-5919`. The tenth checks the nine before it: eleven less
/// the remainder, by eleven, of the sum of each digit times 10, 9, … 2; eleven counts as nought, and ten never occurs
/// (NHS Data Dictionary, "NHS NUMBER").
enum HealthNumber {
    private static let digits = 10

    /// Whether a text has ten digits that stand alone, in one piece or as 3, 3 and 4, and check.
    static func appears(in text: some StringProtocol) -> Bool {
        var run = Run()
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: run.digits.append(Int(byte) - 0x30)
            case 0x20,
                0x2D where run.digits.count != run.breaks.last ?? 0:
                run.breaks.append(run.digits.count)
            default:
                if run.checks { return true }
                run = Run()
            }
        }
        return run.checks
    }

    /// Whether any text within a value has one.
    static func appears(in value: JSON) -> Bool {
        switch value {
        case .string(let text): text.utf8.count >= digits && appears(in: text)
        case .array(let items): items.contains { appears(in: $0) }
        case .object(let object): appears(in: object)
        case .null, .bool, .integer, .number: false
        }
    }

    /// Whether any text within an object has one; digests are not texts.
    static func appears(in object: JSONObject) -> Bool {
        object.members.contains { $0.name != "_sd" && appears(in: $0.value) }
    }

    /// Digits with at most one blank or hyphen between them.
    private struct Run {
        /// After how many digits the number may be broken.
        private static let usualBreaks = [3, 6]

        var digits: [Int] = []
        /// After how many digits there is a blank or hyphen.
        var breaks: [Int] = []

        var checks: Bool {
            guard digits.count == HealthNumber.digits, let last = digits.last else { return false }
            let inner = breaks.filter { $0 < HealthNumber.digits }
            guard inner.isEmpty || inner == Self.usualBreaks else { return false }
            let sum = digits.dropLast().enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
            return (11 - sum % 11) % 11 == last
        }
    }
}
