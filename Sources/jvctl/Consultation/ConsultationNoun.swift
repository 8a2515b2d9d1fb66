// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct ConsultationNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "consultation",
        abstract: "Who is asked before something is decided, and what they say.",
        discussion: Example.of(
            "jvctl consultation open \"The new referral form\" staff --about decision/D-0001"
        ),
        subcommands: [
            ConsultationList.self, ConsultationOpen.self, ConsultationRespond.self, ConsultationClose.self,
        ],
        defaultSubcommand: ConsultationList.self
    )
}
