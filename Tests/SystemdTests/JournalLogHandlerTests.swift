// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Testing

@testable import Systemd

struct JournalLogHandlerTests {
    private struct Damage: Error {}

    private func handler(prefix: String = "JVLEDGER") -> JournalLogHandler {
        JournalLogHandler(label: "writer", identifier: "jvledgerd", fieldPrefix: prefix)
    }

    private func event(
        _ message: Logger.Message,
        level: Logger.Level = .notice,
        error: (any Error)? = nil,
        metadata: Logger.Metadata? = nil
    ) -> LogEvent {
        LogEvent(
            level: level,
            message: message,
            error: error,
            metadata: metadata,
            source: nil,
            file: "jvledgerd/Writer.swift",
            function: "append()",
            line: 12
        )
    }

    /// The values of a field, in order.
    private func values(_ name: String, _ fields: [JournalField]) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    @Test func eventBecomesTheDocumentedFields() {
        let fields = handler().fields(
            for: event(
                "Recorded 1-64",
                metadata: ["position": "64", "message-id": "3f2a6c1e9b7d4f0e8a5c2d1b0e9f8a7c"]
            )
        )
        #expect(
            fields.map(\.assignment) == [
                "MESSAGE=Recorded 1-64",
                "PRIORITY=5",
                "SYSLOG_IDENTIFIER=jvledgerd",
                "SYSLOG_FACILITY=3",
                "CODE_FILE=jvledgerd/Writer.swift",
                "CODE_LINE=12",
                "CODE_FUNC=append()",
                "JVLEDGER_LOGGER=writer",
                "MESSAGE_ID=3f2a6c1e9b7d4f0e8a5c2d1b0e9f8a7c",
                "JVLEDGER_POSITION=64",
            ]
        )
    }

    @Test(arguments: [
        (Logger.Level.trace, "7"), (.debug, "7"), (.info, "6"), (.notice, "5"), (.warning, "4"),
        (.error, "3"),
        (.critical, "2"),
    ])
    func levelsMapToPriorities(level: Logger.Level, priority: String) {
        #expect(values("PRIORITY", handler().fields(for: event("x", level: level))) == [priority])
    }

    @Test(arguments: [
        ("position", "JVLEDGER_POSITION"), ("peer-uid", "JVLEDGER_PEER_UID"),
        ("entry.id", "JVLEDGER_ENTRY_ID"),
        ("münze", "JVLEDGER_M_NZE"), ("", "JVLEDGER_"), ("message", "JVLEDGER_MESSAGE"),
        ("_PID", "JVLEDGER__PID"), ("message_id", "MESSAGE_ID"), ("Message-ID", "MESSAGE_ID"),
        ("errno", "ERRNO"), ("documentation", "DOCUMENTATION"),
    ])
    func keysBecomeFieldNames(key: String, name: String) {
        #expect(JournalField.name(for: key, prefix: "JVLEDGER") == name)
    }

    /// journald drops a whole entry's field silently when its name is not valid; no key and no prefix makes one.
    @Test(arguments: 0..<200)
    func everyNameIsValid(seed: UInt64) {
        var random = SplitMix64(state: seed)
        func text(_ length: Int) -> String {
            var text = ""
            for _ in 0..<length {
                text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0...255, using: &random)))
            }
            return text
        }
        let name = JournalField.name(
            for: text(Int.random(in: 0...100, using: &random)),
            prefix: text(Int.random(in: 0...10, using: &random))
        )
        #expect(name.wholeMatch(of: /[A-Z][A-Z0-9_]{0,63}/) != nil, "\(name)")
    }

    @Test func nestedValuesAreFlattened() {
        let metadata: Logger.Metadata = [
            "partner": ["provide", "essex"], "peer": ["uid": "1001", "gids": ["100", "101"]],
            "count": .stringConvertible(3),
        ]
        let fields = handler().fields(for: event("x", metadata: metadata))
        #expect(values("JVLEDGER_PARTNER", fields) == ["provide", "essex"])
        #expect(values("JVLEDGER_PEER_UID", fields) == ["1001"])
        #expect(values("JVLEDGER_PEER_GIDS", fields) == ["100", "101"])
        #expect(values("JVLEDGER_COUNT", fields) == ["3"])
    }

    @Test func eventsMetadataWinsOverProvidersAndLoggers() {
        var handler = handler()
        handler.metadata = ["a": "logger", "b": "logger", "c": "logger"]
        handler.metadataProvider = Logger.MetadataProvider { ["a": "provider", "b": "provider"] }
        let fields = handler.fields(for: event("x", metadata: ["a": "event"]))
        #expect(values("JVLEDGER_A", fields) == ["event"])
        #expect(values("JVLEDGER_B", fields) == ["provider"])
        #expect(values("JVLEDGER_C", fields) == ["logger"])
    }

    @Test func errorIsAField() {
        let fields = handler().fields(for: event("x", error: Damage()))
        #expect(values("JVLEDGER_ERROR_MESSAGE", fields) == ["Damage()"])
        #expect(values("JVLEDGER_ERROR_TYPE", fields).first?.hasSuffix("Damage") == true)
    }

    @Test func newlinesStayAndLongValuesAreCut() {
        let long = String(repeating: "é", count: 100_000)
        let fields = handler().fields(for: event("one\ntwo", metadata: ["long": "\(long)"]))
        #expect(values("MESSAGE", fields) == ["one\ntwo"])
        let value = values("JVLEDGER_LONG", fields).joined()
        #expect(value.utf8.count <= 48 * 1024)
        #expect(value.hasSuffix("é…"))
    }

    @Test func numberOfFieldsIsLimited() {
        let many = Logger.MetadataValue.array((0..<5000).map { "\($0)" })
        #expect(handler().fields(for: event("x", metadata: ["many": many])).count == 128)
    }

    @Test func levelAndMetadataAreValuesAndTheThresholdIsShared() {
        let threshold = LogThreshold(.info)
        var first = Logger(label: "first") {
            JournalLogHandler(label: $0, identifier: "x", fieldPrefix: "X", threshold: threshold)
        }
        var second = first
        threshold.level = .debug
        #expect(first.logLevel == .debug)
        second.logLevel = .error
        second[metadataKey: "only-on"] = "second"
        threshold.level = .warning
        #expect(first.logLevel == .warning)
        #expect(second.logLevel == .error)
        #expect(first[metadataKey: "only-on"] == nil)
        first[metadataKey: "only-on"] = "first"
        #expect(second[metadataKey: "only-on"] == "second")
    }

    /// Needs a running journald, which build containers do not have, and root, who alone may wait until the
    /// entry is written (`journalctl --sync`).
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: LogOutput.journalSocket) && geteuid() == 0),
        .timeLimit(.minutes(5))
    )
    func journaldKeepsTheFields() throws {
        let marker = "\(UInt64.random(in: 0 ... .max))"
        handler().log(
            event: event("first line\nsecond line", level: .warning, metadata: ["marker": "\(marker)"])
        )
        let sync = try Process.run(
            URL(fileURLWithPath: "/usr/bin/journalctl"),
            arguments: ["--sync"]
        )
        sync.waitUntilExit()
        try #require(sync.terminationStatus == 0)
        let journalctl = Process()
        let output = Pipe()
        journalctl.executableURL = URL(fileURLWithPath: "/usr/bin/journalctl")
        journalctl.arguments = ["JVLEDGER_MARKER=\(marker)", "-o", "json", "--no-pager"]
        journalctl.standardOutput = output
        try journalctl.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        journalctl.waitUntilExit()
        let entry = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(entry["MESSAGE"] as? String == "first line\nsecond line")
        #expect(entry["PRIORITY"] as? String == "4")
        #expect(entry["SYSLOG_IDENTIFIER"] as? String == "jvledgerd")
        #expect(entry["CODE_LINE"] as? String == "12")
    }
}

/// A small generator whose sequence a seed fixes.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
