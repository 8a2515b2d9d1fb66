// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Ledger
import LedgerAPI
import LedgerStore
import TransparencyLog
public import Varlink

/// Reads access policy and log level again; returns what it found, or says why they cannot be used.
public typealias Reload = @Sendable () async -> Result<String, SettingsError>

/// Answers io.jvledger.Admin: status, verification, reload.
public struct AdminInterface: VarlinkInterface {
    /// Every how many entries a verification says how far it is.
    static let progressStep: UInt64 = 10_000

    public let description: InterfaceDescription
    private let service: LedgerService
    private let version: String
    private let ownUser: UInt32
    private let reload: Reload
    private let metrics: @Sendable () -> String

    /// Serves a ledger's administration.
    ///
    /// The service's own user may reload too, because that is who systemd lets do it. `metrics` returns what is
    /// measured as OpenMetrics text.
    public init(
        _ service: LedgerService,
        version: String,
        ownUser: UInt32,
        metrics: @escaping @Sendable () -> String = { "# EOF\n" },
        reload: @escaping Reload
    ) {
        self.service = service
        self.version = version
        self.ownUser = ownUser
        self.reload = reload
        self.metrics = metrics
        description = InterfaceDescription(builtIn: Interfaces.admin)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        switch call.name {
        case "GetStatus":
            _ = try service.authorised(peer, .watch, call.method)
            return status()
        case "GetMetrics":
            _ = try service.authorised(peer, .watch, call.method)
            return JSONObject([("text", .string(metrics()))])
        case "Verify":
            _ = try service.authorised(peer, .watch, call.method)
            return try await verify(series)
        case "Erase":
            let caller = try service.authorised(peer, .erase, call.method)
            return try await service.erase(ErasureRequest(call.parameters), by: caller)
        case "CheckPolicy":
            _ = try service.authorised(peer, .administer, call.method)
            return service.checkPolicy(call.parameters["text"]?.text ?? "")
        case "ExplainPolicy":
            _ = try service.authorised(peer, .administer, call.method)
            return try service.explainPolicy(call.parameters["user"]?.text ?? "")
        case "Backup":
            _ = try service.authorised(peer, .backUp, call.method)
            return try await service.backUp(call.parameters, to: series)
        case "Reload":
            try service.authoriseControl(peer, ownUser: ownUser, call.method)
            switch await reload() {
            case .success(let message): return JSONObject([("message", .string(message))])
            case .failure(let error):
                throw VarlinkError(
                    "io.jvledger.Admin.NotUsable",
                    JSONObject([("message", .string("\(error)"))])
                )
            }
        default: throw .methodNotImplemented(call.method)
        }
    }

    private func status() -> JSONObject {
        let published = service.published
        var answer = JSONObject()
        answer["instance"] = .string(service.instance)
        answer["origin"] = .string(published.state.charter?.origin ?? "")
        switch published.condition {
        case .running: answer["state"] = "running"
        case .refusing(let reason):
            answer["state"] = "refusing"
            answer["reason"] = .string(reason)
        case .readOnly(let reason):
            answer["state"] = "readOnly"
            answer["reason"] = .string(reason)
        }
        answer["size"] = .integer(Int64(published.head.size))
        answer["root"] = .string(published.head.tree.root.base64)
        answer["checkpoint"] = .string(String(decoding: published.head.checkpoint?.note ?? [], as: UTF8.self))
        answer["recordingBegan"] = published.state.charter.map { .string($0.recorded.description) }
        answer["lastRecorded"] = published.state.lastRecorded.map { .string($0.description) }
        answer["bytes"] = .integer(Int64((try? service.store.sizeInBytes) ?? 0))
        answer["version"] = .string(version)
        if let verified = service.verified {
            answer["verifiedAt"] = .string(verified.at.description)
            answer["verifiedSize"] = .integer(Int64(verified.size))
        }
        answer["selfCheck"] = .object(Self.selfCheck(service.selfCheckProgress))
        answer["witnesses"] = .integer(Int64(published.state.witnessesInUse.count))
        if let standing = try? service.witnessStanding(), standing.isNeeded { add(standing, to: &answer) }
        return answer
    }

    private func add(_ standing: WitnessStanding, to answer: inout JSONObject) {
        answer["witnessedAt"] = standing.at.map { .string($0.description) }
        answer["witnessedSize"] = standing.size.map { .integer(Int64($0)) }
        answer["witnessesMissing"] = .array(standing.missing.map { .string($0) })
        answer["unwitnessedSince"] = standing.waitingSince.map { .string($0.description) }
        answer["witnessDays"] = .integer(Int64(service.witnessDays))
        let isLapsed = standing.isLapsed(at: service.clock(), days: service.witnessDays)
        answer["unwitnessed"] = .bool(isLapsed)
    }

    private static func selfCheck(_ progress: SelfCheckProgress) -> JSONObject {
        var answer = JSONObject()
        answer["pass"] = .integer(Int64(clamping: progress.pass))
        answer["checked"] = .integer(Int64(progress.checked))
        answer["size"] = .integer(Int64(progress.size))
        if let last = progress.lastPass {
            answer["lastPassAt"] = .string(last.at.description)
            answer["lastPassSize"] = .integer(Int64(last.size))
        }
        return answer
    }

    /// Verifies on a thread of its own, and passes on how far it is.
    private func verify(_ series: ReplySeries?) async throws(VarlinkError) -> JSONObject {
        let size = service.published.head.size
        let (steps, progress) = AsyncStream.makeStream(of: UInt64.self, bufferingPolicy: .bufferingNewest(1))
        let service = service
        let work = Task.detached {
            defer { progress.finish() }
            return service.verify { checked, _ in
                progress.yield(checked)
                return !Task.isCancelled
            }
        }
        await withTaskCancellationHandler {
            var said: UInt64 = 0
            for await checked in steps where checked >= said + Self.progressStep && checked < size {
                said = checked
                guard let series else { continue }
                var reply = JSONObject()
                reply["checked"] = .integer(Int64(checked))
                reply["size"] = .integer(Int64(size))
                do { try await series.send(reply) } catch { work.cancel() }
            }
        } onCancel: {
            work.cancel()
        }
        guard let result = await work.value else {
            throw .tryAgain("the ledger is being verified; jvctl status says when it was last found right")
        }
        return try Self.verdict(result, size)
    }

    private static func verdict(
        _ result: Result<VerificationReport, StoreFailure>,
        _ size: UInt64
    ) throws(VarlinkError) -> JSONObject {
        var answer = JSONObject()
        answer["size"] = .integer(Int64(size))
        switch result {
        case .success(let report):
            answer["checked"] = .integer(Int64(report.entries))
            if report.isComplete { answer["ok"] = true }
            answer["root"] = .string(report.root.base64)
        case .failure(.damaged(let position, let reason)):
            answer["checked"] = 0
            answer["ok"] = false
            answer["problem"] = .string("\(StoreFailure.damaged(position: position, reason: reason))")
            answer["position"] = position.map { .integer(Int64($0)) }
        case .failure(let failure): throw .tryAgain("the ledger cannot be verified: \(failure)")
        }
        return answer
    }
}
