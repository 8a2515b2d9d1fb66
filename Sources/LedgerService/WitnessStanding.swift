// SPDX-License-Identifier: Apache-2.0
public import Ledger
public import LedgerStore
import Synchronization
import TransparencyLog

/// How far the witnesses that are needed vouch for the ledger.
public struct WitnessStanding: Hashable, Sendable {
    /// Whether the policy in force asks for any cosignature.
    public let isNeeded: Bool
    /// The largest checkpoint that has the cosignatures that it asks for.
    public let size: UInt64?
    /// When all of them had seen that checkpoint, by their own clocks.
    public let at: Timestamp?
    /// Whose cosignatures on anything later are missing, by the names of the policy.
    public let missing: [String]
    /// Since when the first entry beyond that checkpoint waits, or since when the policy is in force if that is
    /// later; nil if none waits.
    public let waitingSince: Timestamp?

    /// Whether the wait is longer than that many days.
    public func isLapsed(at now: Timestamp, days: Int) -> Bool {
        guard let waitingSince else { return false }
        return waitingSince.advanced(byMicroseconds: Int64(days) * 86_400_000_000) < now
    }
}

extension LedgerService {
    /// The days that may be asked for: from one to a year.
    public static let witnessDaysRange = 1...365

    /// How far the witnesses that are needed vouch for the ledger.
    public func witnessStanding() throws(StoreFailure) -> WitnessStanding {
        let (policy, published) = (witnessPolicy, published)
        guard policy.quorum != nil else {
            return WitnessStanding(isNeeded: false, size: nil, at: nil, missing: [], waitingSince: nil)
        }
        let last = try witnessedCheckpoint()
        var later: Set<VerifierKey> = []
        for key in policy.witnesses.map(\.key) {
            if let seen = try lastCosignature(by: key), seen.size > last?.size ?? 0 { later.insert(key) }
        }
        let isComplete = last?.size == published.head.size
        return WitnessStanding(
            isNeeded: true,
            size: last?.size,
            at: try last.flatMap { checkpoint throws(StoreFailure) in try completion(of: checkpoint, policy)
            },
            missing: isComplete ? [] : policy.lacking(later),
            waitingSince: isComplete ? nil : try waitingSince(last?.size ?? 0, published.state)
        )
    }

    /// The latest time from which on all that are needed cosigned a checkpoint.
    private func completion(
        of checkpoint: StoredCheckpoint,
        _ policy: WitnessPolicy
    ) throws(StoreFailure) -> Timestamp? {
        let all = try cosignatures(on: checkpoint, by: policy.witnesses.map(\.key))
            .sorted { $0.timestamp > $1.timestamp }
        for (place, cosignature) in all.enumerated()
        where policy.isSatisfied(by: Set(all[...place].map(\.witness))) {
            return Timestamp(ofCosignature: cosignature.timestamp)
        }
        return nil
    }

    private func waitingSince(_ position: UInt64, _ state: State) throws(StoreFailure) -> Timestamp? {
        let recorded = try store.entry(at: position)?.checked().recorded
        let inForce = try state.witnessPolicyPosition.flatMap { position throws(StoreFailure) in
            try store.entry(at: position)?.checked().recorded
        }
        return recorded.map { max($0, inForce ?? $0) }
    }

    /// Tells when the ledger has gone too long without the cosignatures that it needs, and when it has them again.
    func reviewWitnesses() {
        do throws(StoreFailure) {
            let standing = try witnessStanding()
            let isLapsed = standing.isLapsed(at: clock(), days: witnessDays)
            let isNews = isUnwitnessed.withLock { known in
                defer { known = isLapsed }
                return known != isLapsed
            }
            guard isNews else { return }
            onEvent(isLapsed ? .witnessesAway(standing) : .witnessesBack(size: standing.size))
        } catch {
            alarm.hear(error)
        }
    }
}

extension Timestamp {
    /// The time of a cosignature, in seconds since 1970.
    init(ofCosignature seconds: UInt64) {
        let (microseconds, isTooLate) = Int64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000)
        self = isTooLate ? .distantFuture : Timestamp(microseconds: microseconds)
    }
}
