// SPDX-License-Identifier: Apache-2.0

/// The surveys, what they ask, and how many have answered.
public struct ListSurveys: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "ListSurveys"
    public static let summary = "The surveys of who turns to whom, what they ask, and how many have answered."
    public static let command = "survey list"

    private let survey: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        survey = try fields.optionalKey("survey", of: .survey, "Only this one.")
    }

    /// A survey as it stood at the instant asked about.
    public struct Row: Sendable {
        let key: Key
        let survey: Survey
        let answered: [Recorded<SurveyResponseRecorded>]
        let waiting: [Subject]
        let isClosed: Truth

        var content: SurveyOpened { survey.opened.content }
        var rate: Double? {
            let population = answered.count + waiting.count
            return population == 0 ? nil : Double(answered.count) / Double(population)
        }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the survey.") { $0.key },
        .text("title", "What it is called.") { $0.content.title },
        .text("question", "The question, as respondents read it.") { $0.content.question },
        .word("relation", "What joins those who are named.") { $0.content.relation.rawValue },
        .word("direction", "seekerToSource or sourceToSeeker.") { $0.content.direction.rawValue },
        .word("level", "person or organisation.") { $0.content.level.rawValue },
        .word("from", "From when on its answers count.") { $0.survey.window.from?.short },
        .word("to", "From when on they no longer do; absent while that is not said.") {
            $0.survey.window.to?.short
        },
        .number("population", "How many are asked.") { $0.answered.count + $0.waiting.count },
        .number("answered", "How many have answered.") { $0.answered.count },
        .word("responseRate", "answered / population.") { decimal($0.rate) },
        .people("silentPeople", "The people who have not answered.") { row in
            row.waiting.filter { $0.kind == .person }.map(\.key)
        },
        .parties("silentOrganisations", "The organisations that have not.") { row in
            row.waiting.filter { $0.kind == .organisation }.map(\.key)
        },
        .word("closed", "Whether it takes no more answers: yes, no or possibly.") { $0.isClosed.rawValue },
        .entries { row in
            let own = [row.survey.opened.happening.position] + row.survey.extensions.map(\.happening.position)
            let closing = row.isClosed == .no ? nil : row.survey.closed?.happening.position
            return (own + row.answered.map(\.happening.position) + (closing.map { [$0] } ?? [])).sorted()
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.network.surveys.sorted { $0.key < $1.key }.compactMap { key, survey -> Row? in
            guard self.survey.map({ $0 == key }) ?? true,
                survey.window.from?.bounds.isAtOrBefore(world.instant) != .no
            else { return nil }
            let answered = survey.responses(at: world.instant)
            let done = Set(answered.map { world.state.member($0.content.respondent) })
            return Row(
                key: key,
                survey: survey,
                answered: answered,
                waiting: survey.population.map(world.state.member).filter { !done.contains($0) },
                isClosed: survey.closed?.happening.happened(at: world.instant) ?? .no
            )
        }
        return Report(rows)
    }
}
