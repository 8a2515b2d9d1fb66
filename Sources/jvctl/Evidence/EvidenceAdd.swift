// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct EvidenceAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register evidence, to be named as a source.",
        discussion: Example.of(
            "jvctl evidence add REF \"Case study, section 4\" --kind evaluation --dated 2020"
        )
    )

    @Argument(help: "Its key, by which --source names it.")
    var key: String

    @Argument(help: "What it is called, as one would cite it.")
    var title: String

    @Option(help: "What it is; jvctl types evidence.registered lists the kinds.")
    var kind: String

    @Option(help: "Where it is found.")
    var location: String?

    @Option(help: "When it was written or published, as EDTF.")
    var dated: String?

    @Option(help: "SHA-256 of the document.")
    var digest: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "evidence.registered",
            "evidence/\(key)",
            [
                "title": .text(title),
                "kind": .text(kind),
                "location": .text(location),
                "dated": .text(dated),
                "digest": .text(digest),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
