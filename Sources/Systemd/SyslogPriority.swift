// SPDX-License-Identifier: Apache-2.0

public import Logging

/// How urgent a message is, in the numbers of syslog(3) that the journal uses.
///
/// The two highest, emergency (0) and alert (1), concern a whole system; a service does not use them.
public enum SyslogPriority: Int, Equatable, Sendable {
    case critical = 2
    case error = 3
    case warning = 4
    case notice = 5
    case informational = 6
    case debug = 7

    /// The priority of a level; `trace` and `debug` are both debug.
    public init(_ level: Logger.Level) {
        self =
            switch level {
            case .trace, .debug: .debug
            case .info: .informational
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            case .critical: .critical
            }
    }
}
