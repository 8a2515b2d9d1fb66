// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// The options that say as of when a question is asked.
struct AsOfOptions: ParsableArguments {
    @Option(name: .customLong("valid-at"), help: "The state of the world on that date, as best known now.")
    var validAt: String?

    @Option(
        name: .customLong("known-at"),
        help: "What the ledger held on that date; also @POSITION or checkpoint:SIZE."
    )
    var knownAt: String?

    @Option(name: .customLong("sourced-by"), help: "Only what sources dated by then support.")
    var sourcedBy: String?

    @Flag(help: "Show the positions of the entries that the answer rests on; jvctl log N shows entry N.")
    var why = false

    var settings: AsOfSettings {
        AsOfSettings(validAt: validAt, knownAt: knownAt, sourcedBy: sourcedBy, showsEntries: why)
    }
}
