// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog

/// Up to which of the cosignatures the search for the witnessed checkpoint has come, so that each is looked at once.
///
/// Cosignatures are only ever added: a checkpoint that fulfils a policy goes on to.
struct QuorumSearch: Sendable {
    /// The policy that is searched for; another one begins anew.
    let policy: WitnessPolicy
    /// The number of the last cosignature looked at.
    var number: UInt64 = 0
    /// The largest checkpoint that fulfils the policy among those looked at.
    var size: UInt64?
}

/// Which cosignatures are needed, and which checkpoints have them.
extension LedgerService {
    /// The most cosignatures looked at at once.
    private static let cosigningsRead = 4_096
    /// The most checkpoints that are named to a witness as waiting for more cosignatures.
    static let pendingLimit = 64

    /// The witness policy in force: the one that was recorded last, or else one witness of each organisation that
    /// has one in use.
    var witnessPolicy: WitnessPolicy {
        let state = published.state
        if let recorded = state.witnessPolicy,
            let policy = try? WitnessPolicy(parsing: Array(recorded.text.utf8))
        {
            return policy
        }
        let byOrganisation = Dictionary(grouping: state.witnessesInUse, by: \.witness.organisation)
        let choices = byOrganisation.sorted { $0.key.text < $1.key.text }.map { organisation, witnesses in
            WitnessPolicy.Choice(
                name: "organisation/\(organisation)",
                witnesses: witnesses.map { ("witness/\($0.key)", $0.verifier) }
            )
        }
        return WitnessPolicy(log: publicKey, oneOfEach: choices, name: "each-organisation")
    }

    /// The largest checkpoint that has the cosignatures that the policy asks for; nil if there is none, or if the
    /// policy asks for none.
    func witnessedCheckpoint() throws(StoreFailure) -> StoredCheckpoint? {
        let policy = witnessPolicy
        guard policy.quorum != nil else { return nil }
        let size = try quorumSearch.withLock { search throws(StoreFailure) in
            var current = search.flatMap { $0.policy == policy ? $0 : nil } ?? QuorumSearch(policy: policy)
            try advance(&current)
            search = current
            return current.size
        }
        return try size.flatMap { size throws(StoreFailure) in try store.checkpoint(atSize: size) }
    }

    private func advance(_ search: inout QuorumSearch) throws(StoreFailure) {
        while true {
            let news = try store.cosignings(after: search.number, limit: Self.cosigningsRead)
            guard let last = news.last else { return }
            for size in Set(news.map(\.size)).sorted(by: >) where size > search.size ?? 0 {
                guard let checkpoint = try store.checkpoint(atSize: size),
                    search.policy.isSatisfied(by: try cosigners(of: checkpoint, search.policy))
                else { continue }
                search.size = size
                break
            }
            search.number = last.number
        }
    }

    /// The witnesses of a policy whose cosignatures on a checkpoint verify; none are verified if all together were
    /// not enough.
    private func cosigners(
        of checkpoint: StoredCheckpoint,
        _ policy: WitnessPolicy
    ) throws(StoreFailure) -> Set<VerifierKey> {
        let signatures = try cosignedNote(checkpoint).signatures
        let named = policy.witnesses.map(\.key).filter { key in
            signatures.contains { $0.name == key.name && $0.id == key.id }
        }
        guard policy.isSatisfied(by: Set(named)) else { return [] }
        return Set(try cosignatures(on: checkpoint, by: named).map(\.witness))
    }

    /// The checkpoints beyond a size that a witness cosigned and that wait for the cosignatures of others, ascending;
    /// of many the last.
    ///
    /// Witnesses come at different times and find different checkpoints the latest: only if each also cosigns what
    /// others did before is there one that all of them cosigned.
    func pendingCheckpoints(beyond size: UInt64) throws(StoreFailure) -> [UInt64] {
        let witnessed = try witnessedCheckpoint()?.size ?? 0
        return try store.cosignedSizes(above: max(size, witnessed), limit: Self.pendingLimit).reversed()
    }
}

extension State {
    /// The witnesses whose cosignatures are taken, by key.
    var witnessesInUse: [(key: Key, witness: Witness, verifier: VerifierKey)] {
        witnesses.filter { $0.value.revoked == nil }.sorted { $0.key.text < $1.key.text }
            .compactMap { key, witness in witness.verifierKey.map { (key, witness, $0) } }
    }

    /// The entry with which the witness policy in force came about; nil while there is no witness.
    var witnessPolicyPosition: UInt64? {
        witnessPolicy?.position ?? witnesses.filter { $0.value.revoked == nil }.map(\.value.position).max()
    }
}
