// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// What the page is: of which ledger, of what, as of when, by and for whom.
extension HistoryComposer {
    /// What stands below the title.
    var lead: [Phrase] {
        let count = Self.counted(decisionKeys.count, "decision")
        return [
            .words(
                "What the partners decided together, why, who consented and how, and what came of it: \(count)"
            )
                + (scope.isPart ? .words(" of the \(register.count) in the register.") : "."),
            "This page is a reading copy and proves nothing by itself: "
                + .link("how it was verified", to: Chapter.verification.anchor) + " says what does.",
        ]
    }

    var purpose: [Block] {
        var facts: [Fact] = []
        facts.add("Ledger", .code(checkpoint.origin.text))
        facts.add("What it shows", contents)
        facts.add("As it stood", stood)
        facts.add("As it was recorded", recordedBy)
        facts.add("By sources", scope.sourcedBy.map { "only those dated by " + .quoted(DateWords.text($0)) })
        facts.add("Made", .words(UnixTime.text(scope.made)))
        let roles = scope.roles.isEmpty ? "no role" : scope.roles.joined(separator: ", ")
        facts.add("For a reader who is", .words(roles))
        return [
            .facts(facts),
            .paragraph(
                """
                It shows what that reader may read, and belongs to nobody who may read less. Dates stand as exactly \
                as they are known, and no more so: “between Aug and Sep 2019” means some time within.
                """
            ),
        ] + history.notes.map { .notice(.quoted($0)) }
    }

    private var contents: Phrase {
        guard scope.isPart else {
            return "everything: all decisions, posts, partners and bodies as of then"
        }
        return [
            "only " + decisionKeys.map { .code($0) }.joined(", "),
            "; what else the ledger holds is left out",
        ].joined("")
    }

    /// The world's clock.
    private var stood: Phrase {
        guard let date = scope.validAt else { return "when it was made" }
        return "at the end of " + .quoted(DateWords.text(date))
    }

    /// The ledger's clock.
    private var recordedBy: Phrase {
        let held = Phrase.words("\(Self.counted(Int(clamping: scope.size), "entry", "entries"))")
        guard let known = scope.knownAt else { return "when it was made: all of its " + held }
        let when: Phrase =
            if known.hasPrefix("@") {
                .words("up to entry \(known.dropFirst())")
            } else if known.hasPrefix("checkpoint:") {
                .words("under its checkpoint of size \(known.dropFirst("checkpoint:".count))")
            } else {
                "by the end of " + .quoted(DateWords.text(known))
            }
        return when + ": " + held + .words(" of the \(checkpoint.size) that it has now")
    }

    /// The last line of the page.
    var colophon: Phrase {
        "Ledger " + .code(checkpoint.origin.text)
            + .words(", checkpoint \(checkpoint.size), root ") + .code(checkpoint.root.base64)
            + .words(". Made by jvctl export --format html on \(UnixTime.text(scope.made)). ")
            + "Not evidence: verify the export or the audit pack."
    }
}
