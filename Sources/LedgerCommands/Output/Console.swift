// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Glibc

/// Standard output and standard error.
///
/// Whoever reads may stop reading, as `head` does: then the program ends quietly.
public enum Console {
    /// Makes writing to a closed pipe an error instead of a signal.
    ///
    /// To be called once, before anything is written.
    public static func prepare() { signal(SIGPIPE, SIG_IGN) }

    /// Prints an answer, as JSON or as the lines, as the settings want it.
    public static func answer(_ reply: JSONObject, _ lines: [String], _ settings: Settings) {
        if let text = settings.json.text(reply) { print([text]) } else { print(lines) }
    }

    /// The environment of the process.
    public static var environment: [String: String] {
        var variables: [String: String] = [:]
        for name in ["COLUMNS", "TERM", "SYSTEMD_COLORS", "NO_COLOR", "JVLEDGER_SOCKET", "JVLEDGER_SSH"] {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
    }

    /// The terminal that the output goes to, if it goes to one.
    public static var terminal: Terminal {
        var size = winsize()
        let columns = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : nil
        return Terminal(
            environment: environment,
            isTerminal: isatty(STDOUT_FILENO) == 1,
            isErrorTerminal: isatty(STDERR_FILENO) == 1,
            columns: columns
        )
    }

    /// Whoever is at the terminal, if standard input and output are one.
    ///
    /// Questions go to standard error, so that an answer that is redirected stays clean.
    public static var asker: LineReader? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
        return LineReader { prompt in
            write(Array(DisplayText.line(prompt).utf8), to: STDERR_FILENO)
            return readLine(strippingNewline: true)
        } say: { lines in
            printError(lines.map(DisplayText.line))
        }
    }

    /// Writes lines to standard output.
    public static func print(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        write(lines.joined(separator: "\n") + "\n")
    }

    /// Writes a text as it is to standard output.
    public static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    /// Writes bytes as they are to standard output.
    public static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Writes lines to standard error.
    public static func printError(_ lines: [String]) {
        write(Array((lines.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
    }

    /// Shows how far a long work is, in place of what was shown before; an empty text wipes it away.
    public static func showProgress(_ text: String) {
        write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
    }

    /// Says what went wrong: on standard error, and as an object on standard output if JSON was asked for.
    public static func report(_ complaint: Complaint, _ form: JSONForm) {
        if let text = form.text(complaint.json) { print([text]) }
        printError(complaint.lines)
    }

    /// All that comes in on standard input, up to a limit.
    public static func readInput(limit: Int) throws(Complaint) -> [UInt8] {
        try InputFile(path: "-").readAll(limit: limit)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                exit(errno == EPIPE ? ProgramExit.done.rawValue : ProgramExit.failed.rawValue)
            }
            rest = rest.dropFirst(written)
        }
    }
}
