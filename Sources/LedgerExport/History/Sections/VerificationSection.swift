// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// How the page was verified, and what it does not prove.
extension HistoryComposer {
    var verificationSection: Section {
        var section = Section(anchor: "verification", heading: "How it was verified")
        section.blocks =
            [.paragraph(.words(verified)), .facts(facts), .subheading("The checkpoint, as it was signed")]
            + [.verbatim(Verbatim(label: "Text of the checkpoint", text: PageText.lines(history.proof.note)))]
            + [.subheading("Who vouches for it")] + cosigners
            + [.subheading("What this page does not prove"), .list(unproved)]
            + [.subheading("How to verify it"), .paragraph(Self.how), .verbatim(command)]
        return section
    }

    private var verified: String {
        let size = Self.counted(Int(clamping: checkpoint.size), "entry", "entries")
        return """
            When this page was made, all of the ledger's \(size) were read and hashed; their Merkle root is the one in the \
            checkpoint below, and the ledger's key signed that checkpoint.
            """
    }

    private var facts: [Fact] {
        var facts: [Fact] = []
        facts.add("Ledger", .code(checkpoint.origin.text))
        facts.add("Size", .words(Self.counted(Int(clamping: checkpoint.size), "entry", "entries")))
        facts.add("Root", .code(checkpoint.root.base64))
        facts.add("Root, hexadecimal", .code(checkpoint.root.hexadecimal))
        facts.add("Public key", .code(history.proof.checkpoint.log.text))
        facts.add("Its SHA-256", .code(history.proof.keyFingerprint))
        return facts
    }

    private var cosigners: [Block] {
        let cosignatures = history.proof.checkpoint.cosignatures
        guard !cosignatures.isEmpty else {
            return [
                .notice("No witness has cosigned this checkpoint: only the operator's key vouches for it.")
            ]
        }
        let rows = cosignatures.map { cosignature in
            let name = cosignature.witness.name.text
            return [
                Phrase.code(name),
                organisation(history.proof.witnessOrganisations[name]) ?? .missing("[not recorded]"),
                .words(UnixTime.text(cosignature.timestamp)),
                .code(cosignature.witness.text),
            ]
        }
        return [
            .table(
                PageTable("Cosignatures that verified", ["Witness", "Of", "Cosigned", "Public key"], rows)
            )
        ]
    }

    private var unproved: [Phrase] {
        var items: [Phrase] = [
            """
            This page alone proves nothing. It is text that whoever holds it can change; only the signed export or audit \
            pack can be verified.
            """,
            """
            The key and its fingerprint above are the ledger's own word. Compare them with the key that you were given by \
            another way.
            """,
            """
            A checkpoint proves what was recorded and that it was not changed since. It does not prove that what was \
            recorded is true, nor that everything was recorded.
            """,
            "What is computed from the entries, such as where a decision stands, is the program's reading of them.",
        ]
        if history.proof.checkpoint.cosignatures.isEmpty {
            items.append(
                "Without a cosignature, the operator could have rewritten the ledger before this checkpoint."
            )
        }
        if sealed.withheldCount > 0 {
            items.append(
                "The withheld texts cannot be checked by whoever may not read them: only their digests are proven."
            )
        }
        if scope.isPart { items.append("It holds some decisions only, and is not complete.") }
        if scope.knownAt != nil {
            items.append(
                "It shows an earlier state of the ledger; the checkpoint covers that state and what came after it."
            )
        }
        return items
    }

    private static let how: Phrase =
        "Ask for the export or the audit pack of this ledger, take the public key by another way, and run, on any computer:"

    private var command: Verbatim {
        let name = PageText.line(checkpoint.origin.text)
        return Verbatim(
            label: "Commands that verify the ledger",
            text:
                "jvctl verify \(name).jsonl --key \(name).vkey\nprintf %s 'KEY' | sha256sum     # the key's SHA-256"
        )
    }
}
