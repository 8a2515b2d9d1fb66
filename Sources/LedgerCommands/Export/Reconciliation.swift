// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import TransparencyLog

/// Whether this ledger tells the same story as a copy of it that somebody else keeps.
///
/// The copy is a checkpoint: a size and a root that the ledger signed. The ledger is not believed: it has to give a
/// consistency proof from that root to its own, which is verified here.
public enum Reconciliation: Hashable, Sendable {
    /// The copy's entries are the first of this ledger's, which has so many more.
    case same(size: UInt64, more: UInt64)
    /// The ledger has fewer entries than it once signed for.
    case behind(copy: UInt64, ledger: UInt64)
    /// The ledger cannot show that it continues the copy.
    case different(size: UInt64)

    /// Compares a copy's checkpoint, a signed note, with the ledger of a session.
    public static func compare(_ note: [UInt8], _ session: Session) async throws(Complaint) -> Reconciliation
    {
        let reply = try await session.call("io.jvledger.Log.GetCheckpoint")
        guard let keyText = reply["publicKey"]?.text, let key = try? VerifierKey(text: keyText),
            let current = reply["checkpoint"]?.text,
            let ours = try? open(Array(current.utf8), key)
        else { throw .unexpectedReply("checkpoint") }
        let theirs: Checkpoint
        do { theirs = try open(note, key) } catch {
            throw Complaint(
                .cannotTell,
                "the copy is no checkpoint that this ledger's key signed: \(error)",
                heading: "Cannot tell",
                name: "jvctl.CannotTell"
            )
        }
        guard theirs.size > 0, theirs.size <= ours.size else {
            return .behind(copy: theirs.size, ledger: ours.size)
        }
        let proof = try await session.call(
            "io.jvledger.Log.GetConsistency",
            ["old": .integer(Int64(theirs.size)), "new": .integer(Int64(ours.size))]
        )
        let path = (proof["hashes"]?.array ?? []).compactMap { hash in
            hash.text.flatMap { Base64.standard.decode(Array($0.utf8)[...]) }.flatMap { Digest(bytes: $0) }
        }
        let consistency = ConsistencyProof(oldSize: theirs.size, newSize: ours.size, path: path)
        do { try consistency.verify(oldRoot: theirs.root, newRoot: ours.root) } catch {
            return .different(size: theirs.size)
        }
        return .same(size: theirs.size, more: ours.size - theirs.size)
    }

    private static func open(_ note: [UInt8], _ key: VerifierKey) throws -> Checkpoint {
        try VerifiedCheckpoint(opening: SignedNote(parsing: note), logs: [key]).checkpoint
    }

    /// What it means, in a line for people.
    public var line: String {
        switch self {
        case .same(let size, 0): "SAME       all \(size) entries are the same in both"
        case .same(let size, let more):
            "SAME       the \(size) entries of the copy are the first of this ledger, which has \(more) more"
        case .behind(let copy, let ledger):
            "DIFFERENT  the copy has \(copy) entries and this ledger \(ledger): entries that were signed are missing "
                + "here; it was set back to an old state"
        case .different(let size):
            "DIFFERENT  this ledger does not continue the \(size) entries of the copy: one of the two was rewritten"
        }
    }

    /// How the program ends by it.
    public var status: ProgramExit {
        switch self {
        case .same: .done
        case .behind, .different: .failed
        }
    }

    /// The answer as JSON.
    public var json: JSONObject {
        switch self {
        case .same(let size, let more):
            JSONObject(fields: [
                "same": true, "size": .integer(Int64(size)), "more": .integer(Int64(more)),
            ])
        case .behind(let copy, let ledger):
            JSONObject(fields: [
                "same": false, "size": .integer(Int64(copy)), "ledger": .integer(Int64(ledger)),
            ])
        case .different(let size): JSONObject(fields: ["same": false, "size": .integer(Int64(size))])
        }
    }
}
