// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// The options that say which network is meant.
struct NetworkOptions: ParsableArguments {
    @Option(
        help: "The survey whose ties these are; recorded advice and boundary actions without it.",
        completion: .keys(of: .survey)
    )
    var survey: String?

    @Option(help: "From when on, as EDTF.")
    var since: String?

    @Option(help: "Until the end of when, as EDTF.")
    var until: String?

    @Option(help: "What makes a group: organisation, unit, or post, where jointly funded posts are a group.")
    var by: String?

    @Option(help: "Without a survey: organisation, or person for ties of who acted with their counterparts.")
    var level: String?

    @Option(help: "Without a survey: how many events make a tie.")
    var least: Int?

    @Flag(
        name: .customLong("as-asked"),
        help: "Ties from who asks, or answers a survey, instead of as knowledge flows."
    )
    var asAsked = false
}
