// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
public import Ledger
public import LedgerStore
import Synchronization
public import TransparencyLog
public import Varlink

/// A ledger in service: one writer, any number of readers, and the access policy between them and the callers.
public final class LedgerService: Sendable {
    /// The most entries of one call.
    public static let entriesPerCall = 10_000
    /// How many entries a second one user may record unless said otherwise.
    public static let entriesPerSecondPerUser = 10_000

    /// The name of the instance.
    public let instance: String
    let store: any EventStore
    let publication: Publication
    let alarm: DamageAlarm
    let writer: Writer
    let clock: Clock
    private let signer: SignerKey
    private let access: SharedPolicy
    private let replays: Replays
    private let rates: UserRates
    private let disclosures: DisclosureCache
    let streams = StreamCache()
    let onEvent: @Sendable (LedgerEvent) -> Void
    /// Where snapshots are kept, if anywhere.
    public let snapshots: SnapshotFolder?
    let snapshotTurns: SnapshotTurns?
    /// The digest of the snapshot that was last found to be what follows from the entries.
    let checkedSnapshot = Mutex<Digest?>(nil)
    private let lastVerification = Mutex<(at: Timestamp, size: UInt64)?>(nil)
    private let isVerifying = Mutex(false)
    let selfCheck = Mutex(SelfCheckProgress())
    let quorumSearch = Mutex<QuorumSearch?>(nil)
    /// Whether it was told that the ledger has gone too long without witnesses.
    let isUnwitnessed = Mutex(false)
    /// After how many days without the cosignatures that are needed the ledger has gone too long without.
    public let witnessDays: Int

    /// Takes a ledger into service: reads all of it, or what came after a snapshot of `snapshots`, checks every hash of
    /// that, and makes the state.
    ///
    /// `progress` is told how many entries of how many have been read. `onEvent` is called from any thread and must
    /// not take long.
    public init(
        instance: String,
        store: any EventStore,
        signer: SignerKey,
        policy: AccessPolicy,
        witnessDays: Int = 7,
        entriesPerSecondPerUser: Int = LedgerService.entriesPerSecondPerUser,
        snapshots: SnapshotFolder? = nil,
        clock: @escaping Clock = HostClock.now,
        progress: (UInt64, UInt64) -> Void = { _, _ in },
        onEvent: @escaping @Sendable (LedgerEvent) -> Void = { _ in }
    ) throws(StartFailure) {
        let start = try StartingState(of: store, signer: signer, snapshots: snapshots, progress: progress)
        let state = start.state
        let head: StoreHead
        do {
            head = try store.head
            try Self.eraseAgain(state.records.erasedFields.keys, in: store, onEvent)
        } catch { throw .store(error) }
        let publication = Publication(Published(shared: SharedState(state), head: head, condition: .running))
        let access = SharedPolicy(policy)
        let alarm = DamageAlarm(store: store, publication: publication, onEvent: onEvent)
        self.instance = instance
        self.store = store
        self.signer = signer
        self.publication = publication
        self.access = access
        self.clock = clock
        self.onEvent = onEvent
        self.witnessDays = witnessDays
        self.alarm = alarm
        replays = Replays(store, alarm, snapshots)
        self.snapshots = snapshots
        snapshotTurns = snapshots.map { SnapshotTurns($0, onEvent) }
        if let snapshot = start.snapshot { snapshotTurns?.use(snapshot) }
        let disclosures = DisclosureCache()
        self.disclosures = disclosures
        rates = UserRates(perSecond: entriesPerSecondPerUser)
        writer = Writer(
            store: store,
            signer: signer,
            publication: publication,
            alarm: alarm,
            disclosures: disclosures,
            clock: clock,
            access: { access.current },
            snapshots: snapshotTurns,
            onEvent: onEvent
        )
        // What a snapshot covers was not read.
        if start.snapshot == nil { lastVerification.withLock { $0 = (clock(), head.size) } }
        writer.considerSnapshot()
    }

    /// What the last commit left.
    public var published: Published { publication.current }

    /// The key that signs checkpoints.
    public var publicKey: VerifierKey { signer.verifierKey }

    /// When and up to which size every byte was last read and found right.
    public var verified: (at: Timestamp, size: UInt64)? { lastVerification.withLock { $0 } }

    /// Records that the access policy changed, and puts it in force; one that cannot be recorded leaves the old one.
    ///
    /// Nil when the text is the one recorded last; who its names are on this host is then as given all the same.
    public func adopt(_ policy: AccessPolicy, text: String) async -> Result<RecordedCall, RecordFailure>? {
        let digest = Digest.sha256(Array(text.utf8)).hexadecimal
        guard published.state.policyDigest != digest else {
            access.set(policy)
            return nil
        }
        let draft = Draft(
            type: PolicyChanged.name,
            subject: "policy/access",
            classification: .restricted,
            data: JSONObject([("digest", .string(digest)), ("text", .string(text))])
        )
        return await writer.record([draft], by: nil, isDry: false) { [access] in access.set(policy) }
    }

    /// Records entries for a caller, all of them or none; returns once they are durable.
    ///
    /// Whoever records faster than one user may waits for what they recorded before.
    public func record(_ drafts: [Draft], by caller: Caller, isDry: Bool) async -> Result<
        RecordedCall, RecordFailure
    > {
        guard drafts.count <= Self.entriesPerCall else {
            return .failure(.tooMany(limit: Self.entriesPerCall))
        }
        let delay = rates.take(drafts.count, of: caller.uid)
        if delay > .zero {
            // Who hangs up while it waits had nothing accepted; going on would let them hurry by hanging up.
            do { try await Task.sleep(for: delay) } catch { return .failure(.tryAgain("the caller is gone")) }
        }
        return await writer.record(drafts, by: caller, isDry: isDry)
    }

    /// Runs something after the commit that the writer is at: a sign of life that is one.
    public func afterWork(_ body: @escaping @Sendable () -> Void) { writer.afterWork(body) }

    /// Takes no more entries, and returns when those that were accepted are durable.
    public func finish() async { await writer.finish() }

    /// Writes a last snapshot if that is worth it, after ``finish()``: the next start is quick then.
    public func keepSnapshot() { snapshotTurns?.finish(published) }

    /// Who a peer is to this ledger.
    public func caller(_ peer: Peer) -> Caller {
        access.current.caller(
            uid: peer.userID,
            groups: [peer.groupID] + peer.groups,
            user: access.name(of: peer.userID)
        )
    }

    /// The access policy in force.
    var policy: AccessPolicy { access.current }

    /// The users who may record for an organisation.
    func recorders(for organisation: Key) -> [String] { access.current.recorders(for: organisation) }

    /// The caller, if the policy lets them; the refusal is reported.
    func authorised(_ peer: Peer, _ right: Right, _ method: String) throws(VarlinkError) -> Caller {
        let caller = caller(peer)
        guard caller.may(right) else {
            onEvent(.denied(caller, method: method))
            throw .notPermitted(
                "\(caller.text) may not \(right.text); its administrator can change the access policy"
            )
        }
        return caller
    }

    /// Lets administrators and the user that the daemon runs as through: systemd reloads as that user.
    func authoriseControl(_ peer: Peer, ownUser: UInt32, _ method: String) throws(VarlinkError) {
        guard peer.userID != ownUser else { return }
        _ = try authorised(peer, .administer, method)
    }

    /// The error for a caller when the store could not be read; damage raises the alarm.
    func unreadable(_ failure: StoreFailure) -> VarlinkError {
        alarm.hear(failure)
        return .tryAgain("the ledger cannot be read: \(failure)")
    }

    /// What the store gives; damage to it raises the alarm.
    func reading<Result>(_ body: () throws(StoreFailure) -> Result) throws(VarlinkError) -> Result {
        do { return try body() } catch { throw unreadable(error) }
    }

    /// What a question is answered from, which the method asks.
    ///
    /// Authorises reading and takes in `validAt`, `knownAt` and `sourcedBy`.
    public func view(
        _ parameters: JSONObject,
        for peer: Peer,
        _ method: String
    ) async throws(VarlinkError) -> View {
        let caller = try authorised(peer, .read, method)
        let question: Question
        do { question = try Question(parameters) } catch { throw .invalidParameter(error.path) }
        return try await replays.view(
            question,
            of: publication.current,
            now: clock(),
            texts: Texts(store, disclosures, caller, alarm)
        )
    }

    /// How many entries the ledger held as `knownAt` says; nil when it is not said.
    func size(_ parameters: JSONObject) throws(VarlinkError) -> UInt64? {
        guard let text = parameters["knownAt"] else { return nil }
        let question: Question
        do { question = try Question(JSONObject([("knownAt", text)])) } catch {
            throw .invalidParameter(error.path)
        }
        return try replays.size(question.known, of: publication.current)
    }

    /// What another question is answered from, for whoever asks the one that `view` is for.
    func view(_ question: Question, as view: View) async throws(VarlinkError) -> View {
        try await replays.view(question, of: publication.current, now: clock(), texts: view.texts)
    }

    /// Reads every byte again; what it finds makes the ledger read-only and leaves a mark.
    ///
    /// Nil when another verification is under way: one at a time is enough, and many would leave no room for others.
    public func verify(
        progress: (UInt64, UInt64) -> Bool
    ) -> Result<VerificationReport, StoreFailure>? {
        let isFirst = isVerifying.withLock { isVerifying in
            defer { isVerifying = true }
            return !isVerifying
        }
        guard isFirst else { return nil }
        defer { isVerifying.withLock { $0 = false } }
        do throws(StoreFailure) {
            let report = try store.audit(key: signer.verifierKey, progress: progress)
            if report.isComplete {
                noteVerified(report)
                onEvent(.verified(size: report.entries))
            }
            return .success(report)
        } catch {
            alarm.hear(error)
            return .failure(error)
        }
    }

    /// Remembers that every byte was found right just now, and returns when that was.
    @discardableResult
    func noteVerified(_ report: VerificationReport) -> Timestamp {
        let now = clock()
        lastVerification.withLock { $0 = (now, report.entries) }
        return now
    }
}
