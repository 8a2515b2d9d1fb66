// SPDX-License-Identifier: Apache-2.0

/// Who was asked what, and what they said.
public struct ListConsultations: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListConsultations"
    public static let summary = "Who was asked what before something was decided or done, and what they said."
    public static let command = "consultation list"

    private let about: Subject?
    private let audience: ConsultedAudience?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        about = try fields.optionalSubject(
            "about",
            of: SubjectKind.matters,
            "Only those about this, such as decision/D-0004."
        )
        audience = try fields.optionalChoice(
            "audience",
            ConsultedAudience.self,
            "Only those of this audience."
        )
        all = try fields.flag("all", "Also those that are over.")
    }

    /// A consultation and its responses.
    public struct Row: Sendable {
        let key: Key
        let content: ConsultationOpened
        let since: String
        let open: Truth
        let isPastItsEnd: Truth
        let responses: [ConsultationResponseRecorded]
        let ended: Recorded<ConsultationClosed>?
        let entries: [UInt64]

        func count(_ stance: ArgumentStance?) -> Int {
            responses.reduce(0) { $0 + (stance == nil || $1.stance == stance ? Int($1.count ?? 1) : 0) }
        }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the consultation.") { $0.key },
        .text("title", "What was asked.") { $0.content.title },
        .word("audience", "Who was asked: staff, serviceUsers, carers, partners or public.") {
            $0.content.audience.rawValue
        },
        .party("organisation", "The organisation that asked; absent when the partners did together.") {
            $0.content.organisation
        },
        .word("about", "What it is about, as KIND/KEY.") { $0.content.about?.description },
        .word("since", "When it was opened.") { $0.since },
        .word("until", "Until when responses are taken.") { $0.content.until?.short },
        .word("late", "Whether it is open although that date has passed: yes, no or possibly.") {
            $0.isPastItsEnd.rawValue
        },
        .number("responses", "How many responses there were.") { $0.count(nil) },
        .number("inFavour", "How many of them spoke for it.") { $0.count(.for) },
        .number("against", "How many of them spoke against it.") { $0.count(.against) },
        .number("neutral", "How many of them spoke neither way.") { $0.count(.neutral) },
        .parties("respondents", "The organisations that answered.") { row in
            Set(row.responses.compactMap(\.organisation)).sorted()
        },
        .texts("said", "What they said.") { $0.responses.compactMap(\.text) },
        .word("open", "Whether it is open: yes, no or possibly.") { $0.open.rawValue },
        .word("ended", "When it was closed.") { $0.ended?.happening.occurrence.text },
        .text("findings", "What was heard, in summary.") { $0.ended?.content.findings },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let t = world.instant
        let rows = world.state.work.consultations.sorted { $0.key < $1.key }.compactMap {
            key,
            consultation -> Row? in
            let open = consultation.isOpen(at: t)
            let content = consultation.opened.content
            guard consultation.began.happened(at: t) != .no, all || open != .no,
                about.map({ $0 == content.about }) ?? true, audience.map({ $0 == content.audience }) ?? true
            else { return nil }
            return Row(
                key: key,
                content: content,
                since: consultation.began.occurrence.text,
                open: open,
                isPastItsEnd: open.and(content.until?.hasPassed(at: t) ?? .no),
                responses: consultation.responses.filter { $0.happening.happened(at: t) != .no }.map(
                    \.content
                ),
                ended: consultation.closed.flatMap { $0.happening.happened(at: t) == .no ? nil : $0 },
                entries: consultation.positions(at: t)
            )
        }
        return Report(rows)
    }
}
