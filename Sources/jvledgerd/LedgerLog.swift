// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerService
import LedgerStore
import Logging
import TransparencyLog
import Varlink

/// Turns what happens into log messages: the only place that logs.
///
/// Every message that an administrator would alert on has a message id. No text of an entry reaches a log, only
/// types, keys, positions and numbers.
struct LedgerLog: Sendable {
    let logger: Logger
    let instance: String

    func note(_ event: LedgerEvent) {
        switch event {
        case .committed(let entries, let head, _, _): committed(entries, head)
        case .refused(let caller, let failure, let type, let subject): refused(caller, failure, type, subject)
        case .denied(let caller, let method):
            log(
                .warning,
                .denied,
                "Denied \(method) to \(caller.text)",
                ["caller": uid(caller), "method": "\(method)"]
            )
        case .diskFull:
            log(
                .error,
                .diskFull,
                "The disk is full: entries are refused until there is space; reading goes on"
            )
        case .writing: log(.notice, .writing, "Entries are taken again")
        case .clockBehind(let now, let last):
            log(
                .error,
                .clockBehind,
                "The clock (\(now)) is behind the last entry (\(last)): entries are refused"
            )
        case .damaged(let mark):
            let place = mark.position.map { " at entry \($0)" } ?? ""
            log(
                .critical,
                .damaged,
                "Damage found\(place): \(mark.reason). The ledger is read-only from here on"
            )
        case .failed(let failure):
            log(.critical, .failed, "The daemon ends, because \(failure); starting again replays the ledger")
        case .cosigned(let size, let witness):
            log(.info, .cosigned, "Witness \(witness) cosigned the checkpoint over \(size) entries")
        case .erased(let person, let count):
            log(.notice, .erased, "Erased what was sealed of \(person); texts: \(count)")
        case .erasedAgain(let count):
            log(
                .warning,
                .erasedAgain,
                "\(count) erased texts were in the database again, as after a copy was put back: deleted"
            )
        case .notScrubbed:
            log(
                .warning,
                .notScrubbed,
                "A program that reads the database keeps its write-ahead log from being cleaned of what was erased; "
                    + "close it, and restart the daemon or repeat the erasure"
            )
        case .witnessesAway(let standing): away(standing)
        case .witnessesBack(let size):
            let upTo = size.map { "up to checkpoint \($0)" } ?? "as none is asked for"
            log(.notice, .witnessesBack, "The ledger has the cosignatures that it needs again, \(upTo)")
        case .verified(let size): log(.info, .verified, "All \(size) entries verified")
        case .selfChecked(let pass, let size):
            log(.info, .selfChecked, "Self-check pass \(pass) found all right; entries: \(size)")
        case .selfCheckFailed(let failure):
            log(.warning, .selfCheckFailed, "The self-check stopped, as \(failure); it begins again later")
        case .snapshotWritten(let size):
            log(.info, .snapshotWritten, "Wrote a snapshot of the state after \(size) entries")
        case .snapshotNotWritten(let failure):
            log(
                .warning,
                .snapshotNotWritten,
                "Wrote no snapshot, as \(failure); the next start takes longer, and nothing else"
            )
        case .snapshotNotChecked(let failure):
            log(
                .warning,
                .snapshotNotWritten,
                "Did not compare the snapshot with the entries, as \(failure); that is tried again later"
            )
        case .snapshotChecked(let size):
            log(
                .info,
                .snapshotChecked,
                "The snapshot after \(size) entries is the state that follows from them"
            )
        }
    }

    private func away(_ standing: WitnessStanding) {
        let upTo = standing.size.map { "since checkpoint \($0)" } ?? "so far"
        let missing =
            standing.missing.isEmpty
            ? "no checkpoint has all of them" : "missing: \(standing.missing.joined(separator: ", "))"
        log(
            .warning,
            .witnessesAway,
            "The ledger has gone too long without the cosignatures that it needs, none \(upTo); \(missing)"
        )
    }

    func note(_ event: ServerEvent) {
        switch event {
        case .refusedConnections(let peer, let limit):
            log(.warning, .connectionLimit, "Refused a connection of uid \(peer.userID): \(limit) are open")
        case .refusedConnectionsOfUser(let peer, let limit):
            log(
                .warning,
                .connectionLimit,
                "Refused a connection of uid \(peer.userID): it has \(limit) open"
            )
        case .refusedUnknownPeer(let errno):
            log(
                .warning,
                .connectionLimit,
                "Refused a connection: the kernel does not say whose it is (\(errno))"
            )
        case .droppedViolation(let peer, let violation):
            log(.notice, .dropped, "Dropped a connection of uid \(peer.userID): \(violation)")
        case .droppedStalled(let peer):
            log(.notice, .dropped, "Dropped a connection of uid \(peer.userID): it does not read its replies")
        case .refusedReplyTooLong(let peer, let method, let bytes):
            log(
                .warning,
                .dropped,
                "Refused to answer uid \(peer.userID): \(method) would take \(bytes) bytes"
            )
        case .droppedReplyTooLong(let peer, let method, let bytes):
            log(
                .warning,
                .dropped,
                "Dropped a connection of uid \(peer.userID): \(method) answers \(bytes) bytes"
            )
        case .droppedClosing(let peer):
            log(.info, .dropped, "Dropped a connection of uid \(peer.userID): the daemon ends")
        }
    }

    private func committed(_ entries: [Entry], _ head: StoreHead) {
        guard let first = entries.first, let last = entries.last else { return }
        let range =
            first.position == last.position ? "\(first.position)" : "\(first.position)-\(last.position)"
        let metadata: Logger.Metadata = [
            "position": "\(last.position)", "size": "\(head.size)", "root": "\(head.tree.root.base64)",
            "subject": .array(Set(entries.prefix(64).map { "\($0.subject)" }).sorted().map { "\($0)" }),
        ]
        let what = entries.count == 1 ? " (\(first.type) on \(first.subject))" : ""
        log(.info, .committed, "Recorded \(range)\(what). Checkpoint \(head.size)", metadata)
    }

    private func refused(_ caller: Caller?, _ failure: RecordFailure, _ type: String?, _ subject: String?) {
        let who = caller?.text ?? "jvledgerd"
        let what = "\(type ?? "a call")\(subject.map { " on \($0)" } ?? "")"
        var metadata: Logger.Metadata = caller.map { ["caller": uid($0)] } ?? [:]
        if let subject { metadata["subject"] = "\(subject)" }
        if case .refused(_, let refusal) = failure { metadata["rule"] = "\(refusal.rule.rawValue)" }
        log(.notice, .refused, "Refused \(what) by \(who): \(failure.summary)", metadata)
    }

    func log(_ level: Logger.Level, _ id: MessageID, _ text: String, _ metadata: Logger.Metadata = [:]) {
        var fields = metadata
        fields["message-id"] = "\(id.rawValue)"
        fields["instance"] = "\(instance)"
        logger.log(level: level, "\(text)", metadata: fields)
    }

    private func uid(_ caller: Caller) -> Logger.MetadataValue { "\(caller.uid)" }
}

/// The ids by which `journalctl MESSAGE_ID=` and alerts find messages; each stays the same for ever.
enum MessageID: String {
    case notServed = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a19"
    case started = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a01"
    case stopping = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a02"
    case reloaded = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a03"
    case notReloaded = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a04"
    case committed = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a05"
    case refused = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a06"
    case denied = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a07"
    case diskFull = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a08"
    case writing = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a09"
    case clockBehind = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a0a"
    case damaged = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a0b"
    case failed = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a0c"
    case verified = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a0d"
    case connectionLimit = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a0e"
    case dropped = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a0f"
    case unknownNames = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a10"
    case cosigned = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a11"
    case erased = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a16"
    case erasedAgain = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a17"
    case notScrubbed = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a18"
    case selfChecked = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a12"
    case selfCheckFailed = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a13"
    case snapshotWritten = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a1a"
    case snapshotNotWritten = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a1b"
    case snapshotChecked = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a1c"
    case witnessesAway = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a14"
    case witnessesBack = "0f3ad1f1d7f14d0d9d7c6f0f5c7f3a15"
}
