// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd
import Testing

@Suite(.timeLimit(.minutes(5))) struct NotifyTests {
    /// Sends messages to a real socket and returns the datagram that arrives.
    private func datagram(_ send: (Notifier) throws -> Void) throws -> String {
        let directory = try TemporaryDirectory()
        let receiver = try boundSocket(SOCK_DGRAM, at: directory.file("notify"))
        let notifier = try Notifier(environment: ["NOTIFY_SOCKET": directory.file("notify")])
        #expect(notifier.isEnabled)
        try send(notifier)
        let text = readText(from: receiver)
        var more: UInt8 = 0
        #expect(recv(receiver.number, &more, 1, Int32(MSG_DONTWAIT)) < 0, "one datagram only")
        return text
    }

    @Test func readyAndStatusShareADatagram() throws {
        let text = try datagram { try $0.send(.ready, .status("Serving, head 180000")) }
        #expect(text == "READY=1\nSTATUS=Serving, head 180000")
    }

    @Test(arguments: [
        (NotifyMessage.stopping, "STOPPING=1"),
        (.watchdog, "WATCHDOG=1"),
        (.errno(28), "ERRNO=28"),
        (.extendTimeout(.milliseconds(1500)), "EXTEND_TIMEOUT_USEC=1500000"),
        (.extendTimeout(.seconds(-1)), "EXTEND_TIMEOUT_USEC=0"),
        (.extendTimeout(.seconds(Int64.max)), "EXTEND_TIMEOUT_USEC=18446744073709551615"),
    ])
    func messagesAreAssignments(message: NotifyMessage, expected: String) throws {
        #expect(try datagram { try $0.send(message) } == expected)
    }

    @Test func reloadingCarriesTheMonotonicClock() throws {
        func now() -> UInt64 {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
        }
        let before = now()
        let lines = try datagram { try $0.send(.reloading) }.split(separator: "\n")
        let after = now()
        #expect(lines.first == "RELOADING=1")
        let clock = try #require(lines.last)
        #expect(clock.hasPrefix("MONOTONIC_USEC="))
        let value = try #require(UInt64(clock.dropFirst("MONOTONIC_USEC=".count)))
        #expect((before...after).contains(value))
    }

    @Test func statusCannotSmuggleAnAssignment() throws {
        let text = try datagram { try $0.send(.status("checking\nREADY=1")) }
        #expect(text == "STATUS=checking\\nREADY=1")
    }

    @Test func longStatusStaysWithinTheManagersLimit() throws {
        let text = try datagram { try $0.send(.status(String(repeating: "é", count: 5000))) }
        #expect(text.utf8.count <= 1024 + "STATUS=".utf8.count)
        #expect(text.hasPrefix("STATUS=éé"))
        #expect(text.hasSuffix("é…"))
    }

    @Test func abstractSocketIsReached() throws {
        let name = "@systemd-tests-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        let receiver = try boundSocket(SOCK_DGRAM, at: name)
        try Notifier(environment: ["NOTIFY_SOCKET": name]).send(.ready)
        #expect(readText(from: receiver) == "READY=1")
    }

    @Test(arguments: [[:], ["NOTIFY_SOCKET": ""]])
    func nothingHappensOutsideSystemd(environment: [String: String]) throws {
        let notifier = try Notifier(environment: environment)
        #expect(!notifier.isEnabled)
        try notifier.send(.ready)
    }

    @Test(arguments: ["relative", "/", "@", "vsock:2:1234", "/" + String(repeating: "x", count: 107)])
    func otherAddressesAreRefused(address: String) {
        #expect(throws: SystemdError.unsupportedNotifySocket(address)) {
            try Notifier(environment: ["NOTIFY_SOCKET": address])
        }
    }

    @Test func longestPathIsAccepted() throws {
        let path = "/" + String(repeating: "x", count: 106)
        #expect(try Notifier(environment: ["NOTIFY_SOCKET": path]).isEnabled)
    }

    @Test func absentManagerIsAnError() throws {
        let directory = try TemporaryDirectory()
        let notifier = try Notifier(environment: ["NOTIFY_SOCKET": directory.file("gone")])
        #expect(throws: SystemdError.systemCall("sendto", errno: ENOENT)) { try notifier.send(.ready) }
    }
}
