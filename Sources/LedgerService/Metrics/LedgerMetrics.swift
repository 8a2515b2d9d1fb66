// SPDX-License-Identifier: Apache-2.0
public import CoreMetrics
public import Ledger
import LedgerStore
import Metrics
import OpenMetrics
import Synchronization
public import Varlink

/// Measures what the daemon does, with swift-metrics: what happens is counted as it happens, what merely is gets looked at
/// when somebody asks.
public final class LedgerMetrics: Sendable {
    private let factory: any MetricsFactory
    private let commits: Timer
    private let callsTogether: CoreMetrics.Recorder
    private let entries: Counter
    private let connections = Mutex<@Sendable () -> Int>({ 0 })

    /// Measures with what keeps the metrics that ``families`` declares.
    public init(_ factory: any MetricsFactory, clock: Clock = HostClock.now) {
        self.factory = factory
        commits = Timer(label: Self.commitSeconds.name, factory: factory)
        callsTogether = CoreMetrics.Recorder(label: Self.commitCalls.name, aggregate: true, factory: factory)
        entries = Counter(label: Self.appendedEntries.name, factory: factory)
        set(Self.startTime, seconds(clock()))
    }

    /// Says how connections are counted, once there is a server.
    public func countConnections(_ count: @escaping @Sendable () -> Int) {
        connections.withLock { $0 = count }
    }

    /// Counts what happens in the ledger.
    public func note(_ event: LedgerEvent) {
        switch event {
        case .committed(let added, _, let calls, let duration):
            entries.increment(by: added.count)
            callsTogether.record(calls)
            commits.record(duration: duration)
        case .refused(_, let failure, _, _):
            count(Self.refusals, [("reason", failure.reason), ("rule", failure.rule)])
        case .denied: count(Self.refusals, [("reason", "denied"), ("rule", "")])
        case .selfCheckFailed: count(Self.selfCheckFailures, [])
        case .diskFull, .writing, .clockBehind, .damaged, .failed, .cosigned, .erased, .erasedAgain,
            .notScrubbed,
            .witnessesAway, .witnessesBack, .verified, .selfChecked,
            .snapshotWritten, .snapshotNotWritten, .snapshotNotChecked, .snapshotChecked:
            break
        }
    }

    /// Counts what happens to connections.
    public func note(_ event: ServerEvent) {
        switch event {
        case .refusedConnections: count(Self.lostConnections, [("reason", "tooMany")])
        case .refusedConnectionsOfUser: count(Self.lostConnections, [("reason", "tooManyOfUser")])
        case .refusedUnknownPeer: count(Self.lostConnections, [("reason", "unknownPeer")])
        case .droppedViolation: count(Self.lostConnections, [("reason", "violation")])
        case .droppedStalled: count(Self.lostConnections, [("reason", "stalled")])
        case .refusedReplyTooLong: count(Self.refusals, [("reason", "replyTooLong")])
        case .droppedReplyTooLong: count(Self.lostConnections, [("reason", "replyTooLong")])
        case .droppedClosing: count(Self.lostConnections, [("reason", "closing")])
        }
    }

    /// An interface whose calls are timed.
    public func timing(_ interface: any VarlinkInterface) -> any VarlinkInterface {
        TimedInterface(interface) { [factory] in
            Timer(label: Self.callSeconds.name, dimensions: [("method", $0)], factory: factory)
        }
    }

    /// Looks at how the ledger is now.
    public func sample(_ service: LedgerService) {
        let published = service.published
        set(Self.size, Double(published.head.size))
        set(Self.openConnections, Double(connections.withLock { $0 }()))
        switch published.condition {
        case .running: setCondition(isWritable: true, isDamaged: false)
        case .refusing: setCondition(isWritable: false, isDamaged: false)
        case .readOnly: setCondition(isWritable: false, isDamaged: true)
        }
        if let all = try? service.store.sizeInBytes, let log = try? service.store.logSizeInBytes {
            set(Self.databaseBytes, Double(all - min(all, log)))
            set(Self.logBytes, Double(log))
        }
        if let verified = service.verified { set(Self.verifiedTime, seconds(verified.at)) }
        let check = service.selfCheckProgress
        set(Self.selfCheckPass, Double(check.pass))
        set(Self.selfCheckEntries, Double(check.checked))
        if let last = check.lastPass { set(Self.selfCheckTime, seconds(last.at)) }
        if let snapshots = service.snapshots { set(Self.snapshotEntries, Double(snapshots.newest)) }
        guard let standing = try? service.witnessStanding(), standing.isNeeded else { return }
        if let at = standing.at { set(Self.witnessedTime, seconds(at)) }
        set(Self.witnessedSize, Double(standing.size ?? 0))
        let isLapsed = standing.isLapsed(at: service.clock(), days: service.witnessDays)
        set(Self.unwitnessed, isLapsed ? 1 : 0)
    }

    private func setCondition(isWritable: Bool, isDamaged: Bool) {
        set(Self.writable, isWritable ? 1 : 0)
        set(Self.damaged, isDamaged ? 1 : 0)
    }

    private func set(_ family: MetricFamily, _ value: Double) {
        Meter(label: family.name, factory: factory).set(value)
    }

    private func count(_ family: MetricFamily, _ dimensions: [(String, String)]) {
        Counter(label: family.name, dimensions: dimensions.filter { !$0.1.isEmpty }, factory: factory)
            .increment()
    }

    private func seconds(_ time: Timestamp) -> Double { Double(time.microseconds) / 1e6 }
}

extension RecordFailure {
    /// Why, as a label: one of few words.
    fileprivate var reason: String {
        switch self {
        case .notPermitted: "notPermitted"
        case .invalid: "invalid"
        case .refused: "rule"
        case .idConflict: "idConflict"
        case .wrongStreamVersion: "wrongStreamVersion"
        case .tooMany: "tooMany"
        case .tryAgain: "tryAgain"
        case .readOnly: "readOnly"
        }
    }

    fileprivate var rule: String {
        if case .refused(_, let refusal) = self { "\(refusal.rule.rawValue)" } else { "" }
    }
}
