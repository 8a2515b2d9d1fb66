// SPDX-License-Identifier: Apache-2.0

/// What is known of one thing: labels, and beside each one or more lines.
public struct Labelled: Sendable {
    private static let gap = "  "

    private var parts: [(label: String, lines: [String])] = []

    /// With nothing so far.
    public init() {}

    /// Adds lines beside a label; nothing if there are none.
    public mutating func add(_ label: String, _ lines: [String]) {
        if !lines.isEmpty { parts.append((label, lines)) }
    }

    /// Adds a line beside a label, if there is one.
    public mutating func add(_ label: String, _ line: String?) {
        if let line, !line.isEmpty { add(label, [line]) }
    }

    /// The lines, with the labels in a column of their own.
    public var lines: [String] {
        let width = parts.map { DisplayText.width($0.label) }.max() ?? 0
        return parts.flatMap { part in
            part.lines.enumerated().map { index, line in
                let label = index == 0 ? part.label : ""
                return label + String(repeating: " ", count: width - DisplayText.width(label)) + Self.gap
                    + line
            }
        }
    }
}
