// SPDX-License-Identifier: Apache-2.0

/// What keeps a line of a table or document from becoming entries, and what puts that right.
public struct ImportProblem: Hashable, Sendable {
    /// The number of the line, from 1.
    public let line: Int
    /// The file, where there are several.
    public let file: String?
    /// What is wrong.
    public let message: String
    /// The command that puts it right, if one does.
    public let next: String?

    /// The problem for people, such as `line 4: "Provide CIC" is no registered organisation`.
    public var text: String { "\(file.map { "\($0) " } ?? "")line \(line): \(message)" }

    /// The most problems that are said of a file.
    private static let shown = 50

    /// A complaint about all of them.
    public static func complaint(_ problems: [ImportProblem]) -> Complaint {
        var commands: [String] = []
        for case let next? in problems.map(\.next) where !commands.contains(next) { commands.append(next) }
        let count =
            problems.count == 1
            ? "1 line" : "\(Set(problems.map { [$0.file ?? "", "\($0.line)"] }).count) lines"
        let more = problems.count > shown ? ["  and \(problems.count - shown) more"] : []
        return Complaint(
            .refused,
            "\(count) cannot be recorded as they stand; nothing was recorded",
            heading: "Not valid",
            details: problems.prefix(shown).map { "  " + $0.text } + more,
            next: Array(commands.prefix(shown)),
            name: "jvctl.NotValid"
        )
    }
}
