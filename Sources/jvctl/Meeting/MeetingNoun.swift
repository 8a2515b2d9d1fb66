// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct MeetingNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract: "Meetings and their minutes.",
        discussion: Example.of("jvctl meeting record M-0002 programme-board --present provide:board-provide"),
        subcommands: [
            MeetingList.self, MeetingSchedule.self, MeetingAgenda.self, MeetingPaper.self, MeetingRecord.self,
            MeetingMinutes.self,
        ],
        defaultSubcommand: MeetingList.self
    )
}
