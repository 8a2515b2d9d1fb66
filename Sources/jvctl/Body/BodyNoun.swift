// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct BodyNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "body",
        abstract: "Bodies that decide: boards, committees, their seats and terms.",
        discussion: Example.of("jvctl body show programme-board"),
        subcommands: [
            BodyList.self, BodyShow.self, BodyQuorum.self, BodyCreate.self, BodyAmend.self, BodySeat.self,
            BodyChair.self, BodyTerms.self,
        ],
        defaultSubcommand: BodyList.self
    )
}
