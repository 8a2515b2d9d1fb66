// SPDX-License-Identifier: Apache-2.0

/// The decisions that are to be reviewed.
public struct ListReviews: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListReviews"
    public static let summary = "The decisions whose review is due or overdue, and what the last one came to."
    public static let command = "decision reviews"

    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        all = try fields.flag("all", "Also those whose review lies ahead.")
    }

    /// Whether a review is due.
    enum Standing: String {
        case ahead
        /// The date has begun and is not over.
        case due
        case overdue

        init(_ date: EDTF, at instant: Timestamp) {
            switch date.bounds.isAtOrBefore(instant) {
            case .yes: self = .overdue
            case .possibly: self = .due
            case .no: self = .ahead
            }
        }
    }

    /// A decision with a review date.
    public struct Row: Sendable {
        let key: Key
        let decision: Decision
        let date: EDTF
        let standing: Standing
        let overdueDays: Int?
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The decision.") { $0.key },
        .text("title", "What was decided.") { $0.decision.title },
        .word("status", "Where it stands.") { $0.decision.status.rawValue },
        .word("reviewOn", "When it is to be reviewed.") { $0.date.text },
        .word("due", "ahead; due while the date has begun and is not over; overdue.") {
            $0.standing.rawValue
        },
        .number("overdueDays", "How many whole days it is overdue.") { $0.overdueDays },
        .word("lastReviewed", "When it was reviewed last.") {
            $0.decision.reviews.last?.happening.occurrence.text
        },
        .word("outcome", "What the last review came to: keep, amend, supersede or rescind.") {
            $0.decision.reviews.last?.outcome.rawValue
        },
        .entries {
            ($0.decision.adoption.map { [$0.position] } ?? [])
                + ($0.decision.reviews.last.map { [$0.position] } ?? [])
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.decisions.compactMap { key, decision -> Row? in
            guard decision.status.stands, let date = decision.reviewDue else { return nil }
            let standing = Standing(date, at: world.instant)
            let span = DaySpan(from: date.bounds, to: Bounds(instant: world.instant))
            return Row(
                key: key,
                decision: decision,
                date: date,
                standing: standing,
                overdueDays: standing == .overdue ? span.atLeast : nil
            )
        }
        return Report(
            rows.filter { all || $0.standing != .ahead },
            figures: [
                Figure("overdue", rows.count { $0.standing == .overdue }),
                Figure("due", rows.count { $0.standing == .due }),
                Figure("ahead", rows.count { $0.standing == .ahead }),
            ]
        )
    }
}

extension Decision {
    /// When it is to be reviewed: what the last review says, or else what its adoption does.
    var reviewDue: EDTF? {
        guard let last = reviews.last else { return adoption?.reviewOn }
        return last.nextReview
    }
}
