// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Glibc
import Varlink

/// A verb's connection to the ledger, and its way to answer.
public struct Session: Sendable {
    /// What holds for every verb.
    public let settings: Settings
    private let client: VarlinkClient
    /// The ssh that carries the connection, if it leads to another host.
    private let carrier: pid_t?

    /// Connects, here or over ssh.
    public static func connect(_ settings: Settings) async throws(Complaint) -> Session {
        if let host = settings.host { return try await connect(settings, host) }
        let path = try SocketPath.resolve(
            socket: settings.socket,
            instance: settings.instance,
            environment: Console.environment,
            instances: SocketPath.instances
        )
        do {
            let client = try await VarlinkClient.connect(path: path)
            return Session(settings: settings, client: client, carrier: nil)
        } catch {
            throw Complaint(error)
        }
    }

    private static func connect(_ settings: Settings, _ host: String) async throws(Complaint) -> Session {
        let remote = try RemoteHost(host, instance: settings.instance, socket: settings.socket)
        let (carrier, descriptor) = try remote.connect(environment: Console.environment)
        do {
            let client = try await VarlinkClient.connected(descriptor: descriptor)
            // Asked before anything else, so that what ssh could not do is not taken for an answer that got lost.
            _ = try await client.call("org.varlink.service.GetInfo")
            return Session(settings: settings, client: client, carrier: carrier)
        } catch {
            throw Complaint(
                .noDaemon,
                "no ledger answers on \(host); what ssh or the bridge there said stands above",
                next: ["ssh \(host) jvctl bridge </dev/null"],
                name: "jvctl.NoDaemon"
            )
        }
    }

    /// Calls a method; parameters that are nil are left out.
    public func call(
        _ method: String,
        _ parameters: KeyValuePairs<String, JSON?> = [:]
    ) async throws(Complaint) -> JSONObject {
        try await call(method, JSONObject(fields: parameters))
    }

    /// Calls a method.
    public func call(_ method: String, _ parameters: JSONObject) async throws(Complaint) -> JSONObject {
        do { return try await client.call(method, parameters) } catch { throw Self.complaint(error) }
    }

    /// Calls a method that answers with a series, and hands over one reply after the other.
    public func callMore(
        _ method: String,
        _ parameters: KeyValuePairs<String, JSON?> = [:],
        _ body: (JSONObject) throws(Complaint) -> Void
    ) async throws(Complaint) {
        do {
            for try await reply in client.callMore(method, JSONObject(fields: parameters)) { try body(reply) }
        } catch {
            throw Self.complaint(error)
        }
    }

    /// Says good-bye.
    public func close() async {
        await client.close()
        if let carrier { waitpid(carrier, nil, 0) }
    }

    /// Answers: with the object if JSON was asked for, else with the lines.
    public func answer(_ reply: JSONObject, _ lines: @autoclosure () throws(Complaint) -> [String])
        throws(Complaint)
    {
        if let text = settings.json.text(reply) { Console.print([text]) } else { Console.print(try lines()) }
    }

    /// The lines of a table, as the settings want it.
    public func lines(_ table: Table) -> [String] {
        table.lines(width: settings.terminal.width, hasLegend: settings.hasLegend)
    }

    private static func complaint(_ error: any Error) -> Complaint {
        switch error {
        case let complaint as Complaint: complaint
        case let error as VarlinkError: Complaint(error)
        case let error as ClientError: Complaint(error)
        default: Complaint(.failed, "\(error)")
        }
    }
}
