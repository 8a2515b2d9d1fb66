// SPDX-License-Identifier: Apache-2.0

import Varlink

/// A server that runs for the length of a test.
struct Service {
    let example: Example
    let server: Server
    let path: String
    let events: Journal<ServerEvent>

    static let information = ServiceInformation(
        vendor: "Example",
        product: "Tests",
        version: "1",
        url: "https://example.org/"
    )

    func raw() throws -> RawClient { try RawClient(path: path) }

    func client() async throws -> VarlinkClient { try await VarlinkClient.connect(path: path) }

    /// Runs a server, the body, and then shuts the server down and waits for its end.
    static func with(
        limits: Limits = Limits(),
        tooLong: VarlinkError? = nil,
        trusts: @escaping Server.Trust = { _ in false },
        interfaces: [any VarlinkInterface] = [],
        _ body: @Sendable (Service) async throws -> Void
    ) async throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        let example = Example()
        let events = Journal<ServerEvent>()
        let (stream, sink) = AsyncStream.makeStream(of: ServerEvent.self)
        let server = Server(
            interfaces: [example] + interfaces,
            information: information,
            limits: limits,
            tooLong: tooLong,
            trusts: trusts,
            onEvent: { sink.yield($0) }
        )
        let listener = try Listener(path: path)
        let service = Service(example: example, server: server, path: path, events: events)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await event in stream { await events.add(event) } }
            group.addTask {
                try await server.run(on: [listener])
                sink.finish()
            }
            defer { server.shutdown() }
            try await body(service)
            server.shutdown()
            try await group.waitForAll()
        }
        withExtendedLifetime(directory) {}
    }
}
