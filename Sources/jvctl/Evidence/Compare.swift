// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands
import TransparencyLog

struct Compare: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Whether this ledger tells the same story as a copy that somebody else keeps.",
        discussion: Example.of(
            "jvctl compare partner.checkpoint",
            "jvctl compare october.jsonl.checkpoint",
            saying: """
                The copy is a checkpoint, such as jvctl checkpoint writes and as is beside every export. The ledger \
                has to prove that it continues it, and the proof is verified here. Ends with 0 when both are the \
                same as far as the copy goes, 1 when they differ, 3 when it cannot tell.
                """
        )
    )

    @Argument(help: "The checkpoint of the copy; - for standard input.", completion: .file())
    var file: String

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let note = try InputFile(path: file).readAll(limit: SignedNote.maximumBytes)
        let result = try await Reconciliation.compare(note, session)
        try session.answer(result.json, [result.line])
        guard result.status == .done else {
            throw Complaint(
                .failed,
                "the copy and this ledger differ; keep both and ask whoever operates it",
                heading: "Different",
                name: "jvctl.Different"
            )
        }
    }
}
