// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BarrierPhases: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "phases",
        abstract: "The barriers raised and removed in each phase, and the decisions credited.",
        discussion: Example.of(
            "jvctl barrier phases"
        )
    )
    static let method = "io.jvledger.Boundary.GetBarriersByPhase"
    static let columns: AnswerColumns = [
        "PHASE": "phase", "WHEN": "when", "TITLE": "title", "RAISED": "raised", "REMOVED": "removed",
        "WHICH RAISED": "raisedBarriers", "WHICH REMOVED": "removedBarriers",
    ]
    static let none = "No phase and no barrier is recorded."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
