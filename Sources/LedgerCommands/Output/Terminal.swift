// SPDX-License-Identifier: Apache-2.0

/// What the output goes to, as far as it matters for how things are shown.
public struct Terminal: Hashable, Sendable {
    /// The columns assumed where a terminal does not tell.
    private static let usualWidth = 80
    /// The columns that can be asked for.
    private static let widths = 20...10_000

    /// The columns of the terminal; nil when the output is not one, so that nothing is shortened.
    public let width: Int?
    /// Whether colours are used.
    public let hasColour: Bool
    /// Whether standard error is a terminal, so that progress can be shown there.
    public let showsProgress: Bool

    /// Decides from the environment.
    ///
    /// The width is `COLUMNS`, else what the terminal says. Colour follows `SYSTEMD_COLORS` if it is set to
    /// something understood, then a non-empty `NO_COLOR`, then whether the output is a terminal that is not
    /// `dumb`.
    ///
    /// `columns` is what the terminal says it has; nil or 0 when it does not say.
    public init(
        environment: [String: String],
        isTerminal: Bool,
        isErrorTerminal: Bool = false,
        columns: Int? = nil
    ) {
        let asked = environment["COLUMNS"].flatMap { Int($0) }.flatMap { Self.widths.contains($0) ? $0 : nil }
        let told = columns.flatMap { Self.widths.contains($0) ? $0 : nil }
        width = isTerminal ? asked ?? told ?? Self.usualWidth : nil
        hasColour = Self.colour(environment, isTerminal)
        showsProgress = isErrorTerminal
    }

    private static func colour(_ environment: [String: String], _ isTerminal: Bool) -> Bool {
        let isCapable = isTerminal && environment["TERM"] != "dumb"
        switch environment["SYSTEMD_COLORS"]?.lowercased() {
        case "1", "yes", "y", "true", "t", "on", "16", "256", "24bit": return true
        case "0", "no", "n", "false", "f", "off": return false
        case "auto-16", "auto-256", "auto-24bit": return isCapable
        case .some, .none: break
        }
        if let value = environment["NO_COLOR"], !value.isEmpty { return false }
        return isCapable
    }

    /// The text in a style, or as it is where there are no colours.
    public func styled(_ text: String, _ style: Style) -> String {
        hasColour ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
    }

    /// What a text can stand out by.
    public enum Style: Sendable {
        case bold
        case faint
        case good
        case warning
        case bad

        /// The parameters of SGR (ECMA-48 section 8.3.117).
        var code: String {
            switch self {
            case .bold: "1"
            case .faint: "2"
            case .good: "0;32"
            case .warning: "0;33"
            case .bad: "0;1;31"
            }
        }
    }
}
