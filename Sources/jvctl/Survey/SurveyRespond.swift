// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct SurveyRespond: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "respond",
        abstract: "Record whom somebody named in a survey; nobody, if none is given.",
        discussion: Example.of(
            "jvctl survey respond SV-0001 P-0001 P-0002 P-0003=4 --occurred 2020-07"
        )
    )

    @Argument(help: "The survey.", completion: .keys(of: .survey))
    var key: String

    @Argument(
        help: "Who answered: P-0001, A-0001, or the key of an organisation.",
        completion: .keys(of: .person, .assignment, .organisation)
    )
    var respondent: String

    @Argument(
        help: "Whom they named, each perhaps with the strength of the tie from 1 to 5, as P-0003=4.",
        completion: .keys(of: .person, .assignment, .organisation)
    )
    var named: [String] = []

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "survey.response.recorded",
            "survey/\(key)",
            [
                "respondent": .text(MemberOption.subject(respondent)),
                "ties": try MemberOption.ties(named),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
