// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import Systemd
import Testing

struct JournalStreamTests {
    private func stream(of descriptor: Descriptor) throws -> String {
        var information = stat()
        try #require(fstat(descriptor.number, &information) == 0)
        return "\(information.st_dev):\(information.st_ino)"
    }

    @Test func streamIsRecognisedByDeviceAndInode() throws {
        let pipe = try makePipe()
        let other = try makePipe()
        let journal = try #require(
            JournalStream(environment: ["JOURNAL_STREAM": try stream(of: pipe.writing)])
        )
        #expect(journal.isConnected(to: pipe.writing.number))
        #expect(!journal.isConnected(to: other.writing.number))
        #expect(!journal.isConnected(to: 2_000_000_000))
    }

    @Test func redirectionToAFileIsNoticed() throws {
        let directory = try TemporaryDirectory()
        let pipe = try makePipe()
        let file = try Descriptor(creat(directory.file("log"), 0o600))
        let journal = try #require(
            JournalStream(environment: ["JOURNAL_STREAM": try stream(of: pipe.writing)])
        )
        #expect(!journal.isConnected(to: file.number))
    }

    @Test(arguments: ["", ":", "1", "1:", ":2", "1:2:3", "-1:2", "1:0x2", "1: 2"])
    func otherFormsAreIgnored(text: String) {
        #expect(JournalStream(environment: ["JOURNAL_STREAM": text]) == nil)
    }

    @Test func journalIsChosenOnlyForItsStreamAndWithItsSocket() throws {
        let directory = try TemporaryDirectory()
        let pipe = try makePipe()
        let elsewhere = try makePipe()
        let socket = directory.file("journal")
        let environment = ["JOURNAL_STREAM": try stream(of: pipe.writing)]
        func output(_ environment: [String: String], _ descriptor: Descriptor) -> LogOutput {
            .suited(environment: environment, descriptor: descriptor.number, journalSocket: socket)
        }
        #expect(output(environment, pipe.writing) == .standardError(.prefixed))
        let journald = try boundSocket(SOCK_DGRAM, at: socket)
        #expect(output(environment, pipe.writing) == .journal)
        #expect(output(environment, elsewhere.writing) == .standardError(.prefixed))
        #expect(output([:], pipe.writing) == .standardError(.prefixed))
        withExtendedLifetime(journald) {}
    }

    @Test func outputMakesItsHandler() {
        func handler(_ output: LogOutput) -> any LogHandler {
            output.handler(
                label: "writer",
                identifier: "jvledgerd",
                fieldPrefix: "JVLEDGER",
                threshold: LogThreshold(.error)
            )
        }
        #expect(handler(.journal) is JournalLogHandler)
        #expect(handler(.standardError(.plain)) is StandardErrorLogHandler)
        #expect(handler(.journal).logLevel == .error)
    }
}
