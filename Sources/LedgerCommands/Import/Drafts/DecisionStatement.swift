// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What has become of a decision, by the word that a log or document has for it.
enum StatedStatus: Hashable {
    case proposed
    case adopted
    case rejected
    case deferred
    case withdrawn
    /// Adopted once, and replaced by another.
    case superseded
    /// Adopted once, and not to be followed any more.
    case deprecated

    /// Reads a word; nil for one that is not known.
    init?(_ text: String) {
        let words = TableField.plain(text)
        switch words {
        case "proposed", "draft", "open", "pending", "tabled", "under discussion", "in discussion",
            "to be decided",
            "awaiting decision", "awaiting approval", "new":
            self = .proposed
        case "accepted", "adopted", "approved", "agreed", "decided", "done", "made", "final", "closed",
            "complete",
            "completed", "confirmed", "implemented", "ratified", "in force", "active":
            self = .adopted
        case "rejected", "declined", "refused", "not agreed", "not approved", "turned down", "disagreed":
            self = .rejected
        case "deferred", "postponed", "on hold", "parked": self = .deferred
        case "withdrawn", "cancelled", "dropped", "abandoned": self = .withdrawn
        case "superseded", "replaced": self = .superseded
        case "deprecated", "rescinded", "revoked", "obsolete": self = .deprecated
        default:
            guard words.hasPrefix("superseded by") || words.hasPrefix("replaced by") else { return nil }
            self = .superseded
        }
    }
}

/// A decision as a row or document states it, on its way to becoming entries.
struct DecisionStatement {
    /// An option, and what is said for and against it.
    struct Option {
        var title: String
        var arguments: [(stance: String, text: String)] = []
    }

    var subject: String
    var title: String
    var question: String?
    var status: StatedStatus
    /// When it was put to the partners; nil if that is not stated.
    var proposed: StatedDate?
    /// When it was decided, or whatever its status is of.
    var decided: StatedDate?
    var options: [Option] = []
    /// The index of the option chosen.
    var chosen: Int?
    var reason: String?
    /// The partner that decides alone.
    var alone: String?
    var body: String?
    /// The partners that consented.
    var consents: [String] = []
    var conflicts: String?
    var effective: StatedDate?
    var review: StatedDate?
    var sources: [JSON]

    /// Drafts its entries.
    func draft(_ book: inout DraftBook) {
        let head = "decision/\(DraftBook.mark(".decision"))"
        book.add(
            "proposal.tabled",
            subject,
            [
                "title": .text(title), "question": .text(question), "organisation": .text(alone),
                "body": .text(body),
            ],
            occurred: proposed ?? decided,
            sources: sources,
            label: ".decision"
        )
        for (index, option) in options.enumerated() {
            let number = index + 1
            book.add(
                "option.added",
                head,
                ["option": .number(number), "title": .text(option.title)],
                occurred: proposed ?? decided,
                sources: sources
            )
            for argument in option.arguments {
                book.add(
                    "option.argued",
                    head,
                    [
                        "option": .number(number), "stance": .text(argument.stance),
                        "text": .text(argument.text),
                    ],
                    occurred: proposed ?? decided,
                    sources: sources
                )
            }
        }
        draftOutcome(head, &book)
    }

    private func draftOutcome(_ head: String, _ book: inout DraftBook) {
        func add(_ type: String, _ fields: KeyValuePairs<String, JSON?>) {
            book.add(type, head, fields, occurred: decided, sources: sources)
        }
        switch status {
        case .proposed: draftConsents(head, &book)
        case .adopted, .superseded, .deprecated:
            draftConsents(head, &book)
            add(
                "decision.adopted",
                [
                    "option": .number(chosen.map { $0 + 1 }),
                    "reason": .text(reason),
                    "conflicts": .text(conflicts),
                    "effectiveFrom": .text(effective?.edtf),
                    "reviewOn": .text(review?.edtf),
                ]
            )
        case .rejected: add("decision.rejected", ["reason": .text(reason)])
        case .deferred: add("decision.deferred", ["reason": .text(reason), "until": .text(review?.edtf)])
        case .withdrawn: add("proposal.withdrawn", ["reason": .text(reason)])
        }
    }

    private func draftConsents(_ head: String, _ book: inout DraftBook) {
        for organisation in consents {
            book.add(
                "consent.given",
                head,
                ["org": .text(organisation), "revision": 1, "option": .number(chosen.map { $0 + 1 })],
                occurred: decided,
                sources: sources
            )
        }
    }

    /// Takes who decided, as names between commas: organisations, which consented, or a body.
    ///
    /// One organisation alone decided alone, unless consents are stated otherwise. `instead` are the partners that
    /// consented where only people or a body are named; a name is then left out that is neither.
    mutating func take(
        makers: String?,
        instead: [String],
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        var organisations: [String] = []
        for name in Self.names(makers ?? "", parties) {
            if let key = parties.organisation(name) {
                organisations.append(key)
            } else if let key = parties.body(name) {
                body = key
            } else if instead.isEmpty {
                book.object(
                    "\"\(name)\" is neither a registered organisation nor a body; where people are named, say which "
                        + "partners consented: @consents in a mapping, --consents for decision records",
                    next: KnownParties.registration(name)
                )
            } else {
                book.remark("Decision makers that are neither organisations nor bodies are left out.")
            }
        }
        if consents.isEmpty { consents = organisations.isEmpty ? instead : organisations }
        if organisations.count == 1, body == nil, consents == organisations { alone = organisations[0] }
    }

    private static func names(_ makers: String, _ parties: KnownParties) -> [String] {
        let whole = makers.trimmed
        let isOne = parties.organisation(whole) != nil || parties.body(whole) != nil
        return isOne ? [whole] : whole.names
    }
}
