// SPDX-License-Identifier: Apache-2.0

import CSystemd
import Glibc
public import Logging

/// Writes log events to the journal as native fields, so that `journalctl JVLEDGER_SUBJECT=…` finds them.
///
/// | Field | Value |
/// |---|---|
/// | `MESSAGE` | the message |
/// | `PRIORITY` | syslog's number for the level, see ``SyslogPriority`` |
/// | `SYSLOG_IDENTIFIER`, `SYSLOG_FACILITY` | the service's name; 3, a daemon |
/// | `CODE_FILE`, `CODE_LINE`, `CODE_FUNC` | where it was logged |
/// | `MESSAGE_ID` | the metadata value `message-id` |
/// | `PREFIX_LOGGER` | the logger's label |
/// | `PREFIX_KEY` | every other metadata value; an array repeats the field, a dictionary adds its keys to the name |
///
/// The journal is no audit trail: journald limits rates and deletes what is old.
public struct JournalLogHandler: LogHandler {
    /// journald refuses an entry of more than 1024 fields; nobody reads so many.
    private static let maximumFields = 128
    /// The syslog facility of system daemons.
    private static let daemonFacility = "3"

    private let label: String
    private let identifier: String
    private let fieldPrefix: String
    private var context: LogContext

    /// Prepares a handler; nothing is opened.
    ///
    /// - Parameters:
    ///   - label: the logger's label.
    ///   - identifier: `SYSLOG_IDENTIFIER`, as `journalctl -t` takes it.
    ///   - fieldPrefix: what metadata fields begin with, such as `JVLEDGER`; it keeps them apart from others' fields.
    ///   - threshold: the level that loggers share.
    ///   - provider: metadata to add to each event.
    public init(
        label: String,
        identifier: String,
        fieldPrefix: String,
        threshold: LogThreshold = LogThreshold(),
        provider: Logger.MetadataProvider? = nil
    ) {
        self.label = label
        self.identifier = identifier
        self.fieldPrefix = fieldPrefix
        context = LogContext(threshold: threshold, provider: provider)
    }

    public var logLevel: Logger.Level {
        get { context.level }
        set { context.level = newValue }
    }

    public var metadata: Logger.Metadata {
        get { context.metadata }
        set { context.metadata = newValue }
    }

    public var metadataProvider: Logger.MetadataProvider? {
        get { context.provider }
        set { context.provider = newValue }
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { context.metadata[key] }
        set { context.metadata[key] = newValue }
    }

    /// Sends the event to journald, or writes it to standard error when journald does not take it.
    public func log(event: LogEvent) {
        guard !send(fields(for: event)) else { return }
        let line = LogLine(event: event, metadata: context.metadata(of: event))
        StandardError.write(line.prefixed, to: JournalStream.standardError)
    }

    /// The fields of the entry that an event becomes, in the order of the table above.
    public func fields(for event: LogEvent) -> [JournalField] {
        var fields = [
            JournalField("MESSAGE", event.message.description),
            JournalField("PRIORITY", String(SyslogPriority(event.level).rawValue)),
            JournalField("SYSLOG_IDENTIFIER", identifier),
            JournalField("SYSLOG_FACILITY", Self.daemonFacility),
            JournalField("CODE_FILE", event.file),
            JournalField("CODE_LINE", String(event.line)),
            JournalField("CODE_FUNC", event.function),
            JournalField(JournalField.name(for: "logger", prefix: fieldPrefix), label),
        ]
        for (key, value) in context.metadata(of: event) {
            append(value, key: key, to: &fields)
        }
        return fields
    }

    private func append(_ value: Logger.MetadataValue, key: String, to fields: inout [JournalField]) {
        switch value {
        case .string(let text):
            append(text, key: key, to: &fields)
        case .stringConvertible(let convertible):
            append(convertible.description, key: key, to: &fields)
        case .array(let elements):
            for element in elements {
                append(element, key: key, to: &fields)
            }
        case .dictionary(let members):
            for (member, value) in members.sorted(by: { $0.key < $1.key }) {
                append(value, key: "\(key)_\(member)", to: &fields)
            }
        }
    }

    private func append(_ text: String, key: String, to fields: inout [JournalField]) {
        guard fields.count < Self.maximumFields else { return }
        fields.append(JournalField(JournalField.name(for: key, prefix: fieldPrefix), text))
    }

    /// Hands the fields to libsystemd, which also takes care of entries too large for a datagram.
    private func send(_ fields: [JournalField]) -> Bool {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for field in fields {
            bytes.append(contentsOf: field.assignment.utf8)
            ends.append(bytes.count)
        }
        return bytes.withUnsafeMutableBytes { buffer in
            var vectors: [iovec] = []
            var start = 0
            for end in ends {
                let part = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<end])
                vectors.append(iovec(iov_base: part.baseAddress, iov_len: part.count))
                start = end
            }
            return sd_journal_sendv(vectors, Int32(vectors.count)) >= 0
        }
    }
}
