// SPDX-License-Identifier: Apache-2.0

/// Reads a number written in decimal digits and nothing else; `Int("+1")` would take a sign.
func decimal<Number: FixedWidthInteger>(_ text: String, as type: Number.Type) -> Number? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Number(text)
}

/// Writes control characters as escapes, so that what a peer sent cannot begin a line or command a terminal.
func escapingControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n": escaped += "\\n"
        case "\t": escaped += "\\t"
        case "\r": escaped += "\\r"
        case _ where isControl(scalar):
            let digits = String(scalar.value, radix: 16)
            escaped += "\\x" + (digits.count < 2 ? "0" : "") + digits
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}

/// Cuts a text to at most so many bytes of UTF-8, never inside a scalar; a cut text ends in `…`.
func truncated(_ text: String, toBytes limit: Int) -> String {
    let utf8 = text.utf8
    guard utf8.count > limit else { return text }
    let ellipsis = "…"
    var end = utf8.index(utf8.startIndex, offsetBy: max(0, limit - ellipsis.utf8.count))
    while end > utf8.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
        end = utf8.index(before: end)
    }
    return String(text[..<end]) + ellipsis
}

/// Whether this is a C0 or C1 control character or DEL.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}
