// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import LedgerAPI
public import OpenMetrics
public import Varlink

/// Answers io.systemd.Metrics, for whoever collects the metrics of all services of a host (systemd 260 and later).
///
/// Its definition has a type that many clients cannot read, `any`, so it is served on a socket of its own. A family
/// `jvledger_commit_seconds` is called `io.jvledger.Ledger.commitSeconds` here; a histogram is three families.
public struct SystemMetricsInterface: VarlinkInterface {
    public let description: InterfaceDescription
    private let service: LedgerService
    private let registry: MetricsRegistry
    private let sample: @Sendable () -> Void

    /// Serves what a registry keeps; `sample` brings it up to date.
    public init(_ service: LedgerService, _ registry: MetricsRegistry, sample: @escaping @Sendable () -> Void)
    {
        self.service = service
        self.registry = registry
        self.sample = sample
        description = InterfaceDescription(builtIn: Interfaces.systemMetrics)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        do { _ = try service.authorised(peer, .watch, call.method) } catch { throw .permissionDenied }
        guard let series else { throw .expectedMore }
        switch call.name {
        case "List": return try await send(list(), to: series)
        case "Describe": return try await send(describe(), to: series)
        default: throw .methodNotImplemented(call.method)
        }
    }

    private func list() -> [JSONObject] {
        sample()
        return registry.families.flatMap { family in
            registry.samples(of: family).map { sample in
                var reply = JSONObject()
                reply["name"] = .string(Self.name(family, sample.suffix))
                reply["object"] = .string(service.instance)
                if !sample.labels.isEmpty {
                    reply["fields"] = .object(
                        JSONObject(sample.labels.map { ($0.name, JSON.string($0.value)) })
                    )
                }
                reply["value"] =
                    Int64(exactly: sample.value).map { .integer($0) }
                    ?? .number("\(sample.value)")
                return reply
            }
        }
    }

    private func describe() -> [JSONObject] {
        registry.families.flatMap { family in
            Self.suffixes(family.kind).map { suffix, type in
                JSONObject([
                    ("name", .string(Self.name(family, suffix))), ("description", .string(family.help)),
                    ("type", .string(type)),
                ])
            }
        }
    }

    private func send(_ replies: [JSONObject], to series: ReplySeries) async throws(VarlinkError)
        -> JSONObject
    {
        guard let last = replies.last else { throw VarlinkError("io.systemd.Metrics.NoSuchMetric") }
        for reply in replies.dropLast() { try await series.send(reply) }
        return last
    }

    private static func suffixes(_ kind: MetricFamily.Kind) -> [(suffix: String, type: String)] {
        switch kind {
        case .counter: [("_total", "counter")]
        case .gauge: [("", "gauge")]
        case .histogram: [("_bucket", "counter"), ("_count", "counter"), ("_sum", "counter")]
        }
    }

    private static func name(_ family: MetricFamily, _ suffix: String) -> String {
        let words = (family.name + suffix).split(separator: "_").dropFirst()
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return "io.jvledger.Ledger." + (words.first.map { String($0) } ?? "") + rest.joined()
    }
}
