// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct SurveyList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The surveys, what they ask, and who has not answered.",
        discussion: Example.of(
            "jvctl survey list"
        )
    )
    static let method = "io.jvledger.Boundary.ListSurveys"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "RELATION": "relation", "DIRECTION": "direction", "LEVEL": "level",
        "FROM": "from", "TO": "to", "ASKED": "population", "ANSWERED": "answered", "RATE": "responseRate",
        "CLOSED": "closed", "SILENT": "silentPeople", "SILENT ORGANISATIONS": "silentOrganisations",
    ]
    static let none = "No survey is recorded."

    @Option(help: "Only this one.", completion: .keys(of: .survey))
    var survey: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["survey": .text(survey)]
    }
}
