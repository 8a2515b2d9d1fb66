// SPDX-License-Identifier: Apache-2.0

/// Texts that others wrote, made safe for a page of HTML before it is escaped.
///
/// - Control characters, noncharacters and those that turn the direction of writing (U+202A to U+202E, U+2066 to
///   U+2069) become U+FFFD, so that no text changes how what stands beside it reads. The marks U+200E, U+200F and
///   U+061C stay: they turn nothing but themselves.
/// - Mustache escapes `<`, `>`, `&`, `"` and `'` where they are characters of their own. Before a combining mark, or
///   after a mark that is set before, they would be part of a longer character and stay as they are, and a quotation
///   mark would end the attribute that it stands in. Such a mark is set on a dotted circle (U+25CC), as Unicode
///   shows marks without a base (The Unicode Standard, chapter 2.11).
enum PageText {
    private static let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
    private static let dottedCircle: Unicode.Scalar = "\u{25CC}"
    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// A text on one line.
    static func line(_ text: String) -> String { safe(text, lineFeed: " ") }

    /// A text with its line breaks.
    static func lines(_ text: String) -> String { safe(text, lineFeed: "\n") }

    private static func safe(_ text: String, lineFeed: Unicode.Scalar) -> String {
        var shown = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: shown.append(lineFeed)
            case 0x09: shown.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
                shown.append(replacement)
            case let value where value & 0xFFFE == 0xFFFE: shown.append(replacement)
            default: shown.append(scalar)
            }
        }
        return separated(String(shown))
    }

    /// The text with the characters of markup apart from the marks around them.
    private static func separated(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for character in text {
            let scalars = Array(character.unicodeScalars)
            guard scalars.count > 1, let place = scalars.firstIndex(where: markup.contains) else {
                result.append(contentsOf: scalars)
                continue
            }
            if place > 0 { result.append(contentsOf: scalars[..<place] + [dottedCircle]) }
            result.append(scalars[place])
            if place + 1 < scalars.count {
                result.append(contentsOf: [dottedCircle] + scalars[(place + 1)...])
            }
        }
        return String(result)
    }
}
