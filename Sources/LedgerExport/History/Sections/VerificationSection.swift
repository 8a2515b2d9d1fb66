// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// How the page was verified, and what it does not prove.
extension HistoryComposer {
    var verification: [Block] {
        [.paragraph(.words(verified)), .facts(facts)]
            + [.verbatim(Verbatim(label: "Text of the checkpoint", text: PageText.lines(history.proof.note)))]
            + [.topic("Who vouches for it")] + cosigners
            + [.topic("How to check it yourself"), .paragraph(Self.how), .verbatim(command)]
            + [.paragraph(Self.otherWay)]
            + [.topic("What this page does not prove"), .list(unproved)]
    }

    private var verified: String {
        let size = Self.counted(Int(clamping: checkpoint.size), "entry", "entries")
        return """
            When this page was made, all of the ledger's \(size) were read and hashed again. Their Merkle root is the one \
            in the checkpoint below, and the ledger's key signed that checkpoint.
            """
    }

    private var facts: [Fact] {
        var facts: [Fact] = []
        facts.add("Ledger", .code(checkpoint.origin.text))
        facts.add("Size", .words(Self.counted(Int(clamping: checkpoint.size), "entry", "entries")))
        facts.add("Root hash", [.code(checkpoint.root.base64), .code(checkpoint.root.hexadecimal)])
        facts.add("Signed by the key", .code(history.proof.checkpoint.log.text))
        facts.add("SHA-256 of that key", .code(history.proof.keyFingerprint))
        return facts
    }

    private var cosigners: [Block] {
        let cosignatures = history.proof.checkpoint.cosignatures
        let latest: Block =
            cosignatures.isEmpty
            ? .notice("No partner has cosigned this checkpoint: only the operator's key vouches for it.")
            : .table(cosigned("Cosignatures on this checkpoint that verified", cosignatures))
        guard let earlier = history.proof.witnessed else { return [latest] }
        let size = earlier.checkpoint.size
        let rest = checkpoint.size - min(checkpoint.size, size)
        let words: Phrase = .words(
            """
            The last checkpoint with the cosignatures that the ledger's policy asks for has the first \
            \(Self.counted(Int(clamping: size), "entry", "entries")); these were hashed to its root too. For the \
            \(Self.counted(Int(clamping: rest), "entry", "entries")) after it \(rest == 1 ? "it" : "they") must be \
            taken on the operator's word.
            """
        )
        return [
            latest, .paragraph(words),
            .table(cosigned("Cosignatures on the checkpoint of size \(size)", earlier.cosignatures)),
        ]
    }

    private func cosigned(_ caption: String, _ cosignatures: [Cosignature]) -> PageTable {
        let rows = cosignatures.map { cosignature in
            let witness = history.proof.witness(cosignature.witness)
            return [
                Phrase.code(cosignature.witness.name.text),
                (organisation(witness?.organisation) ?? .missing("[not recorded]"))
                    + (witness?.isRevoked == true ? " (its key is out of use since)" : Phrase()),
                .words(UnixTime.text(cosignature.timestamp)),
                .code(cosignature.witness.text),
            ]
        }
        return PageTable(caption, ["Witness", "Of", "Cosigned", "Public key"], rows)
    }

    private var unproved: [Phrase] {
        var items: [Phrase] = [
            """
            This page alone proves nothing. It is text that whoever holds it can change; only the signed export or audit \
            pack can be verified.
            """,
            """
            A checkpoint proves what was recorded and that it was not changed since. It does not prove that what was \
            recorded is true, nor that everything was recorded.
            """,
            "What is computed from the entries, such as where a decision stands, is the program's reading of them.",
        ]
        if history.proof.checkpoint.cosignatures.isEmpty {
            items.append(
                history.proof.witnessed == nil
                    ? """
                    Since no partner cosigned, it is unproved that this is the only history: whoever has the operator's \
                    key could have written another before this checkpoint, and shown it to others.
                    """
                    : """
                    Of the entries after the last cosigned checkpoint it is unproved that they are the only history: \
                    whoever has the operator's key could have written others in their place.
                    """
            )
        }
        if sealed.withheldCount > 0 {
            items.append(
                "The withheld texts cannot be checked by whoever may not read them: only their digests are proven."
            )
        }
        if scope.isPart {
            items.append(
                "It holds some decisions only. That nothing else belongs to them is the operator's claim."
            )
        }
        if scope.knownAt != nil {
            items.append(
                "It shows an earlier state of the ledger; the checkpoint covers that state and what came after it."
            )
        }
        return items
    }

    private static let how: Phrase =
        "Ask for an export or an audit pack of this ledger, and check it on any computer, without the operator:"

    private static let otherWay: Phrase = """
        The key must reach you by another way than this page and the export, such as from a partner or in print. The key \
        and its SHA-256 above are the ledger's own word: compare them with yours. The root hash above is the one to find \
        in the checkpoint of an export of this size.
        """

    private var command: Verbatim {
        Verbatim(
            label: "Commands that verify the ledger",
            text: """
                jvctl verify EXPORT --key ledger.vkey
                printf %s "$(cat ledger.vkey)" | sha256sum
                """
        )
    }
}
