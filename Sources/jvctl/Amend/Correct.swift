// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Correct: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Record what an earlier entry should have said. It stays to be seen.",
        discussion: Example.of(
            "jvctl correct 41 --date 2019-07 --because \"The minutes are of July\"",
            "jvctl correct 36 title=\"Programme Manager\" --because \"Misspelt\"",
            saying: """
                FIELD=VALUE and --date change the entry's content, the rest of it stays; --data replaces all \
                of it. --occurred and --source are those of the correction itself.
                """
        )
    )

    @Argument(help: "The position of the entry.")
    var position: Int

    @Argument(help: ArgumentHelp("The fields that change.", valueName: "field=value"))
    var fields: [String] = []

    @Option(help: "The whole content as a JSON object; - reads it from standard input.")
    var data: String?

    @Option(help: "When it happened instead, as EDTF.")
    var date: String?

    @Option(help: "Why it is corrected.")
    var because: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if data == nil, fields.isEmpty, date == nil {
            throw ValidationError("Say what it should have been: FIELD=VALUE, --date or --data.")
        }
        if data != nil, !fields.isEmpty || date != nil {
            throw ValidationError("--data is the whole content: it goes with neither FIELD=VALUE nor --date.")
        }
    }

    func run(_ session: Session) async throws(Complaint) {
        let correction = try await session.correction(
            of: position,
            content: try data.map(DataOption.object),
            fields: fields,
            date: date,
            because: because
        )
        try await session.recordAndSay([correction], recording.settings)
    }
}
