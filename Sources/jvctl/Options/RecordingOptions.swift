// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// The options that every verb that records has.
struct RecordingOptions: ParsableArguments {
    @Option(
        help:
            """
            When it happened, as exactly as is known: 2019-08-15, 2019-08, 2019-21 (spring), \
            2019-08/2019-09.
            """
    )
    var occurred: String?

    @Option(help: "How the date is known: stated (the default), inferred or planned.")
    var basis: Basis?

    @Option(help: "The source's own words for the date, such as \"late summer 2019\".")
    var words: String?

    @Option(
        help: ArgumentHelp("Where it comes from; may be given again.", valueName: "evidence[:locator]"),
        completion: .keys(of: .evidence)
    )
    var source: [String] = []

    @Option(
        name: .customLong("for"),
        help: "The organisation for which it is recorded.",
        completion: .keys(of: .organisation)
    )
    var onBehalfOf: String?

    @Option(
        help: ArgumentHelp(
            "Keep this text out of the entry, erasable; may be given again.",
            valueName: "field"
        )
    )
    var seal: [String] = []

    @Option(
        name: .customLong("class"),
        help: "Who may read it: partner:ORG or restricted; everyone by default."
    )
    var classification: String?

    @Option(help: "The idempotency key: recording it again returns the first receipt.")
    var id: String?

    @Option(
        name: .customLong("stream-version"),
        help: "Refuse unless the stream has this version now; 0 for a new one."
    )
    var streamVersion: Int?

    @Flag(name: .customLong("dry-run"), help: "Record nothing; say what would be recorded or refused.")
    var isDryRun = false

    /// How a date is known.
    enum Basis: String, CaseIterable, ExpressibleByArgument {
        case stated
        case inferred
        case planned
    }

    var settings: RecordingSettings {
        var settings = RecordingSettings()
        settings.occurred = occurred
        settings.basis = basis?.rawValue
        settings.words = words
        settings.sources = source
        settings.onBehalfOf = onBehalfOf
        settings.seal = seal
        settings.classification = classification
        settings.id = id
        settings.streamVersion = streamVersion
        settings.isDryRun = isDryRun
        return settings
    }
}
