// SPDX-License-Identifier: Apache-2.0

import Glibc
public import Logging

/// Where the service logs to, by the rule that systemd's own programs follow.
///
/// The journal's native protocol if standard error is the journal's stream and journald's socket can be reached;
/// otherwise standard error, with priorities unless it is a terminal.
public enum LogOutput: Equatable, Sendable {
    case journal
    case standardError(StandardErrorStyle)

    /// Where journald takes native entries.
    public static let journalSocket = "/run/systemd/journal/socket"

    /// Chooses for this process, once at start.
    public static func suited(
        environment: [String: String] = ProcessEnvironment.current,
        descriptor: Int32 = JournalStream.standardError,
        journalSocket: String = LogOutput.journalSocket
    ) -> LogOutput {
        let isJournal = JournalStream(environment: environment)?.isConnected(to: descriptor) ?? false
        if isJournal, access(journalSocket, W_OK) == 0 { return .journal }
        return .standardError(.suited(toTerminal: isatty(descriptor) == 1, environment: environment))
    }

    /// Makes the handler for a logger, as `LoggingSystem.bootstrap` asks for one.
    ///
    /// - Parameters:
    ///   - label: the logger's label.
    ///   - identifier: the service's name, `SYSLOG_IDENTIFIER`.
    ///   - fieldPrefix: what the journal's metadata fields begin with, such as `JVLEDGER`.
    ///   - threshold: the level that loggers share.
    ///   - provider: metadata to add to each event.
    /// - Returns: a handler of its own for each logger.
    public func handler(
        label: String,
        identifier: String,
        fieldPrefix: String,
        threshold: LogThreshold,
        provider: Logger.MetadataProvider? = nil
    ) -> any LogHandler {
        switch self {
        case .journal:
            JournalLogHandler(
                label: label,
                identifier: identifier,
                fieldPrefix: fieldPrefix,
                threshold: threshold,
                provider: provider
            )
        case .standardError(let style):
            StandardErrorLogHandler(style: style, threshold: threshold, provider: provider)
        }
    }
}
