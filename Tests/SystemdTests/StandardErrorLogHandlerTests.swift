// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import Systemd
import Testing

@Suite(.timeLimit(.minutes(5))) struct StandardErrorLogHandlerTests {
    /// Logs through a real pipe and returns what arrives.
    private func written(_ style: StandardErrorStyle, _ body: (Logger) -> Void) throws -> String {
        let pipe = try makePipe()
        var logger = Logger(label: "test") { _ in
            StandardErrorLogHandler(style: style, descriptor: pipe.writing.number)
        }
        logger.logLevel = .trace
        body(logger)
        return readText(from: pipe.reading)
    }

    @Test(arguments: [
        (Logger.Level.trace, "<7>"), (.debug, "<7>"), (.info, "<6>"), (.notice, "<5>"), (.warning, "<4>"),
        (.error, "<3>"), (.critical, "<2>"),
    ])
    func linesArePrefixedWithTheirPriority(level: Logger.Level, prefix: String) throws {
        let text = try written(.prefixed) { $0.log(level: level, "Opened", metadata: ["entries": "64"]) }
        #expect(text == "\(prefix)Opened entries=64\n")
    }

    @Test func metadataIsSortedAndQuoted() throws {
        let metadata: Logger.Metadata = [
            "b": "two words", "a": "1", "c": "", "d": "say \"yes\"", "message-id": "3f2a",
        ]
        let text = try written(.plain) { $0.warning("Slow", metadata: metadata) }
        #expect(text == "warning: Slow a=1 b=\"two words\" c=\"\" d=\"say \\\"yes\\\"\"\n")
    }

    @Test func oneEventIsOneLineWhateverAPeerSends() throws {
        let text = try written(.prefixed) {
            $0.info("Refused \n<0>forged", metadata: ["name": "x\u{1B}[2J\r\n<0>forged\u{9B}2J"])
        }
        #expect(text == "<6>Refused \\n<0>forged name=x\\x1b[2J\\r\\n<0>forged\\x9b2J\n")
    }

    @Test func coloursEndWithTheLine() throws {
        let text = try written(.coloured) { $0.error("Damaged", metadata: ["position": "7"]) }
        #expect(text == "\u{1B}[1;31merror: Damaged\u{1B}[0m\u{1B}[2m position=7\u{1B}[0m\n")
    }

    @Test func longLineIsCutWhereJournaldWouldSplitIt() throws {
        let text = try written(.prefixed) { $0.info("\(String(repeating: "x", count: 60_000))") }
        #expect(text.utf8.count == 48 * 1024 + 1)
        #expect(text.hasSuffix("x…\n"))
    }

    @Test(arguments: [
        ([:], StandardErrorStyle.plain),
        (["TERM": "xterm"], .coloured),
        (["TERM": "dumb"], .plain),
        (["TERM": "xterm", "NO_COLOR": "1"], .plain),
        (["TERM": "xterm", "NO_COLOR": ""], .coloured),
        (["TERM": "xterm", "NO_COLOR": "1", "SYSTEMD_COLORS": "1"], .coloured),
        (["TERM": "dumb", "SYSTEMD_COLORS": "256"], .coloured),
        (["TERM": "xterm", "SYSTEMD_COLORS": "no"], .plain),
        (["TERM": "xterm", "SYSTEMD_COLORS": "auto-16"], .coloured),
        (["TERM": "xterm", "NO_COLOR": "1", "SYSTEMD_COLORS": "auto-16"], .plain),
    ])
    func terminalsStyleFollowsTheEnvironment(environment: [String: String], style: StandardErrorStyle) {
        #expect(StandardErrorStyle.suited(toTerminal: true, environment: environment) == style)
        #expect(StandardErrorStyle.suited(toTerminal: false, environment: environment) == .prefixed)
    }
}
