// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What `io.jvledger.Admin.Erase` answered, for people.
public struct ErasureView: Sendable {
    private let reply: JSONObject
    private let isDryRun: Bool

    /// Reads a reply.
    public init(_ reply: JSONObject, isDryRun: Bool) {
        self.reply = reply
        self.isDryRun = isDryRun
    }

    private var person: String { reply.line("person") ?? "" }
    private var texts: [JSONObject] { reply.objects("erased") }
    private var count: String { texts.count == 1 ? "1 sealed text" : "\(texts.count) sealed texts" }

    /// Whether no copy is left in the database's own files.
    public var isScrubbed: Bool { reply["scrubbed"]?.bool ?? false }

    /// All that there is to say.
    public var lines: [String] { [head] + deleted + clean + copies }

    /// What to say when the database's files could not be cleaned.
    var notClean: Complaint {
        Complaint(
            .tryAgain,
            "the texts are deleted and that is recorded, but the database's write-ahead log still has copies: it "
                + "could not be cleaned, as while another program reads the database; then repeat the command",
            heading: "Not clean",
            next: ["jvctl erase \(person) --basis … --approved-by …"],
            name: "jvctl.NotClean",
            parameters: reply
        )
    }

    private var head: String {
        let entries = reply.positions("entries")
        if isDryRun {
            return texts.isEmpty
                ? "Nothing is sealed of \(person): it would only be recorded that they are erased, if it is not yet."
                : "Would erase \(count) of \(person) for good; nothing was deleted or recorded."
        }
        guard !entries.isEmpty else {
            return "Nothing is left to erase of \(person): all of it was erased before."
        }
        let by = (entries.count == 1 ? "entry " : "entries ") + PositionList.text(entries)
        return texts.isEmpty
            ? "Nothing was sealed of \(person). That they are erased is recorded as \(by)."
            : "Erased \(count) of \(person) for good, recorded as \(by)."
    }

    /// The texts, those of an entry on one line.
    private var deleted: [String] {
        var names: [(position: Int64, names: [String])] = []
        for text in texts {
            let position = text.number("position") ?? 0
            let name = text.line("field") ?? ""
            if names.last?.position == position {
                names[names.count - 1].names.append(name)
            } else {
                names.append((position, [name]))
            }
        }
        return names.map { "  entry \($0.position): \($0.names.joined(separator: ", "))" }
    }

    private var clean: [String] {
        guard !isDryRun else { return [] }
        guard isScrubbed else { return [] }
        return ["No copy is left in the database and its write-ahead log. Every proof holds as before."]
    }

    /// Where the texts may be outside of the ledger.
    private var copies: [String] {
        guard !texts.isEmpty else { return [] }
        let packs = reply.objects("packs").map { pack in
            "  the audit pack of \(pack.line("receiver") ?? "") over \(pack.number("size") ?? 0) entries "
                + "(entry \(pack.number("position") ?? 0)): ask the receiver to delete it"
        }
        let them = isDryRun ? "they would remain in" : "they may still be in"
        return [
            "Outside of the ledger \(them):"
        ] + packs + [
            "  every backup and copy of its database from before now: the ledger does not know of these. Look where",
            "  your backups are kept, and delete them or let them expire. A database put back from one of them has",
            "  the texts again and no record of this erasure: then erase again. What a ledger has on record as",
            "  erased it deletes at every start.",
        ]
    }
}
