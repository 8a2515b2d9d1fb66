// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }

    /// The texts between semicolons or on lines of their own, without what marks them as items of a list.
    var items: [String] {
        split { $0 == ";" || $0.isNewline }.map { item in
            let text = item.trimmed
            let unmarked = text.drop { "-*•–".contains($0) || $0.isWhitespace }
            let number = unmarked.prefix(while: \.isNumber)
            let rest = unmarked[number.endIndex...]
            guard !number.isEmpty, rest.first == "." || rest.first == ")" else { return String(unmarked) }
            return rest.dropFirst().trimmed
        }
        .filter { !$0.isEmpty }
    }

    /// The names between commas, semicolons, slashes or ampersands, or on lines of their own.
    var names: [String] {
        split { ",;/&+".contains($0) || $0.isNewline }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// A key made of the text: its letters and digits in ASCII, in lower case, with dashes between; nil without any.
    var keyed: String? {
        let words = lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let key = words.joined(separator: "-").prefix(48)
        let whole = key.last == "-" ? key.dropLast() : key
        return whole.isEmpty ? nil : String(whole)
    }

    /// Whether the text can be a key: letters, digits, dots and dashes, at most 64, not beginning with the last two.
    var isKey: Bool {
        guard (1...64).contains(utf8.count), let first = utf8.first, first != 0x2D, first != 0x2E else {
            return false
        }
        return utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
            default: false
            }
        }
    }

    /// Whether a cell says yes; nil if it says neither that nor no.
    var asFlag: Bool? {
        switch trimmed.lowercased() {
        case "yes", "y", "true", "x", "1", "✓": true
        case "no", "n", "false", "0", "", "-": false
        default: nil
        }
    }
}
