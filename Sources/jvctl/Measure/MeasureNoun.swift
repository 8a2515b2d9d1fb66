// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct MeasureNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "What is measured, and what the values show.",
        discussion: Example.of(
            "jvctl measure board",
            "jvctl measure observe delay 2026-10 3.5 --n 41"
        ),
        subcommands: [
            MeasureBoard.self, MeasureDefine.self, MeasureRevise.self, MeasureObserve.self,
            MeasureRetire.self, MeasureSeries.self, MeasureStale.self, MeasureCompare.self,
            MeasureScorecard.self,
        ],
        defaultSubcommand: MeasureBoard.self
    )
}
