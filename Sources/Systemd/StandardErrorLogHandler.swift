// SPDX-License-Identifier: Apache-2.0

import Glibc
public import Logging

/// How log lines look on standard error.
public enum StandardErrorStyle: Equatable, Sendable {
    /// `<N>` before each line, for whatever reads it: journald understands the priority.
    case prefixed
    /// For people, without colours.
    case plain
    /// For people, in colours.
    case coloured

    /// The style for a descriptor.
    ///
    /// Prefixes when it is no terminal. On a terminal `$SYSTEMD_COLORS` decides; else a `$NO_COLOR` that is not
    /// empty (no-color.org) and `TERM=dumb` mean no colours.
    public static func suited(
        toTerminal isTerminal: Bool,
        environment: [String: String] = ProcessEnvironment.current
    ) -> StandardErrorStyle {
        guard isTerminal else { return .prefixed }
        switch environment["SYSTEMD_COLORS"]?.lowercased() {
        case "1", "yes", "y", "true", "t", "on", "16", "256", "24bit": return .coloured
        case "0", "no", "n", "false", "f", "off": return .plain
        // `auto-16` and its like choose how many colours, not whether; anything else says nothing.
        default: break
        }
        if let noColour = environment["NO_COLOR"], !noColour.isEmpty { return .plain }
        return environment["TERM", default: "dumb"] == "dumb" ? .plain : .coloured
    }
}

/// Writes log events as lines of text to standard error, one `write` each so that lines do not mix.
public struct StandardErrorLogHandler: LogHandler {
    private let style: StandardErrorStyle
    private let descriptor: Int32
    private var context: LogContext

    /// Prepares a handler; the descriptor stays the caller's.
    public init(
        style: StandardErrorStyle,
        descriptor: Int32 = JournalStream.standardError,
        threshold: LogThreshold = LogThreshold(),
        provider: Logger.MetadataProvider? = nil
    ) {
        self.style = style
        self.descriptor = descriptor
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

    public func log(event: LogEvent) {
        let line = LogLine(event: event, metadata: context.metadata(of: event))
        switch style {
        case .prefixed: StandardError.write(line.prefixed, to: descriptor)
        case .plain: StandardError.write(line.plain, to: descriptor)
        case .coloured: StandardError.write(line.coloured, to: descriptor)
        }
    }
}

/// The last resort of logging: what cannot be written here cannot be reported anywhere.
enum StandardError {
    /// Writes a line and its newline, with one call unless the kernel takes only a part.
    static func write(_ line: String, to descriptor: Int32) {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
                let written = Glibc.write(descriptor, start, rest.count)
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
