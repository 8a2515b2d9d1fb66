// SPDX-License-Identifier: Apache-2.0

import Logging

/// A log event as one line of text: the message, then its metadata as `key=value`.
///
/// Control characters are escaped: what a peer sent can neither begin a second line, with a priority of its
/// choosing, nor command the terminal.
struct LogLine {
    /// Only the journal can look a message up in the catalogue, so text leaves its id out.
    private static let messageID = "message-id"

    private let priority: SyslogPriority
    private let level: Logger.Level
    private let message: String
    private let details: String

    init(event: LogEvent, metadata: [(key: String, value: Logger.MetadataValue)]) {
        priority = SyslogPriority(event.level)
        level = event.level
        message = escapingControls(event.message.description)
        details = metadata.lazy.filter { $0.key != Self.messageID }
            .map { " \(escapingControls($0.key))=\(Self.quoted($0.value.description))" }
            .joined()
    }

    /// `<N>message key=value`, the form that sd-daemon(3) gives standard error when the journal reads it.
    ///
    /// Cut where journald would split it in two.
    var prefixed: String {
        truncated("<\(priority.rawValue)>\(message)\(details)", toBytes: JournalField.maximumValueBytes)
    }

    /// `level: message key=value`, for people.
    var plain: String { "\(level): \(message)\(details)" }

    /// As ``plain``, in the colours that journalctl uses, with the metadata dimmed.
    var coloured: String {
        let reset = "\u{1B}[0m"
        let trailer = details.isEmpty ? "" : "\u{1B}[2m\(details)\(reset)"
        return switch priority {
        case .critical, .error: "\u{1B}[1;31m\(level): \(message)\(reset)\(trailer)"
        case .warning: "\u{1B}[1;33m\(level): \(message)\(reset)\(trailer)"
        case .notice: "\u{1B}[1m\(level): \(message)\(reset)\(trailer)"
        case .informational: "\(level): \(message)\(trailer)"
        case .debug: "\u{1B}[2m\(level): \(message)\(details)\(reset)"
        }
    }

    /// A value, between quotes if it could be mistaken for more than one.
    private static func quoted(_ value: String) -> String {
        let text = escapingControls(value)
        let special: Set<Unicode.Scalar> = [" ", "\"", "="]
        guard text.isEmpty || text.unicodeScalars.contains(where: special.contains) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
