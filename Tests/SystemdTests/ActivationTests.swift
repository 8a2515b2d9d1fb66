// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd
import Testing

struct ActivationTests {
    private let processID: pid_t = 4711

    private func environment(count: String, names: String? = nil) -> [String: String] {
        var environment = ["LISTEN_PID": "4711", "LISTEN_FDS": count]
        environment["LISTEN_FDNAMES"] = names
        return environment
    }

    private func inherited(
        _ environment: [String: String],
        from descriptor: Int32
    ) throws -> [InheritedSocket] {
        try Activation.inheritedSockets(
            environment: environment,
            processID: processID,
            firstDescriptor: descriptor
        )
    }

    private func listener(in directory: TemporaryDirectory) throws -> Descriptor {
        let descriptor = try boundSocket(SOCK_STREAM, at: directory.file("socket"))
        try #require(listen(descriptor.number, 1) == 0)
        return descriptor
    }

    @Test func listeningSocketIsTakenAndClosedOnExec() throws {
        let directory = try TemporaryDirectory()
        let socket = try listener(in: directory)
        #expect(fcntl(socket.number, F_GETFD) & FD_CLOEXEC == 0)
        let sockets = try inherited(environment(count: "1", names: "varlink"), from: socket.number)
        #expect(sockets == [InheritedSocket(descriptor: socket.number, name: "varlink")])
        #expect(fcntl(socket.number, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test func takenSocketAcceptsConnections() throws {
        let directory = try TemporaryDirectory()
        let socket = try listener(in: directory)
        let inherited = try #require(try inherited(environment(count: "1"), from: socket.number).first)
        let client = try Descriptor(Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        #expect(try connect(client, to: directory.file("socket")))
        let accepted = try Descriptor(accept(inherited.descriptor, nil, nil))
        #expect(write(client.number, "hello", 5) == 5)
        #expect(readText(from: accepted) == "hello")
    }

    @Test(arguments: [nil, "", "unknown"])
    func socketWithoutNameIsUnknown(names: String?) throws {
        let directory = try TemporaryDirectory()
        let socket = try listener(in: directory)
        let sockets = try inherited(environment(count: "1", names: names), from: socket.number)
        #expect(sockets.map(\.name) == ["unknown"])
    }

    @Test(arguments: [
        [:], ["LISTEN_FDS": "1"], ["LISTEN_PID": "4711"], ["LISTEN_FDS": "1", "LISTEN_PID": "4712"],
        ["LISTEN_FDS": "0", "LISTEN_PID": "4711"],
    ])
    func nothingIsPassedToThisProcess(environment: [String: String]) throws {
        #expect(try inherited(environment, from: 3) == [])
    }

    @Test(arguments: ["", "-1", "+1", "one", "257", "99999999999"])
    func malformedCountIsNamed(count: String) {
        #expect(throws: SystemdError.malformedVariable(name: "LISTEN_FDS", value: count)) {
            try inherited(environment(count: count), from: 3)
        }
    }

    @Test func malformedProcessIsNamed() {
        #expect(throws: SystemdError.malformedVariable(name: "LISTEN_PID", value: "me")) {
            try inherited(["LISTEN_FDS": "1", "LISTEN_PID": "me"], from: 3)
        }
    }

    @Test func namesMustMatchTheCount() {
        #expect(throws: SystemdError.malformedVariable(name: "LISTEN_FDNAMES", value: "a:b")) {
            try inherited(environment(count: "1", names: "a:b"), from: 3)
        }
    }

    @Test func socketThatDoesNotListenIsRefused() throws {
        let directory = try TemporaryDirectory()
        let socket = try boundSocket(SOCK_STREAM, at: directory.file("socket"))
        try expect(.notListening, for: socket)
    }

    @Test func connectedSocketIsTakenAsSuch() throws {
        let directory = try TemporaryDirectory()
        let socket = try listener(in: directory)
        let client = try Descriptor(Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        #expect(try connect(client, to: directory.file("socket")))
        let accepted = try Descriptor(accept(socket.number, nil, nil))
        let sockets = try inherited(environment(count: "1", names: "varlink"), from: accepted.number)
        let expected = InheritedSocket(descriptor: accepted.number, name: "varlink", role: .connected)
        #expect(sockets == [expected])
        #expect(fcntl(accepted.number, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test func datagramSocketIsRefused() throws {
        let directory = try TemporaryDirectory()
        try expect(.notStream, for: boundSocket(SOCK_DGRAM, at: directory.file("socket")))
    }

    @Test func networkSocketIsRefused() throws {
        let socket = try Descriptor(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        try #require(listen(socket.number, 1) == 0)
        try expect(.notUnix, for: socket)
    }

    @Test func pipeIsRefused() throws {
        try expect(.notASocket, for: makePipe().reading)
    }

    @Test func closedDescriptorIsRefused() {
        // Far above any limit on open files, so that no other test can open it meanwhile.
        let descriptor: Int32 = 2_000_000_000
        #expect(throws: SystemdError.unusableDescriptor(descriptor, .closed)) {
            try inherited(environment(count: "1"), from: descriptor)
        }
    }

    private func expect(_ problem: DescriptorProblem, for descriptor: Descriptor) throws {
        #expect(throws: SystemdError.unusableDescriptor(descriptor.number, problem)) {
            try inherited(environment(count: "1"), from: descriptor.number)
        }
    }

    private func connect(_ client: Descriptor, to path: String) throws -> Bool {
        try connectSocket(client, to: path) == 0
    }
}
