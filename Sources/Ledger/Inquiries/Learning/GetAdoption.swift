// SPDX-License-Identifier: Apache-2.0

/// Who has taken up which practice, and how long that took.
public struct GetAdoption: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "GetAdoption"
    public static let summary =
        "Which organisation has taken up which practice, as it is or adapted, and how soon."
    public static let command = "practice matrix"

    private let practice: Key?
    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        practice = try fields.optionalKey("practice", of: .practice, "Only this practice.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only what this organisation or a unit of it has taken up."
        )
        all = try fields.flag(
            "all",
            "Also, for each published practice, the partners that have not taken it up."
        )
    }

    /// Where an organisation stands towards a practice of another.
    public enum Uptake: String, Sendable {
        case adopted, adapted, abandoned, none
    }

    /// A practice and an organisation.
    public struct Row: Sendable {
        let key: Key
        let practice: Practice
        let organisation: Key
        let uptake: Uptake
        let truth: Truth
        let adoption: PracticeAdoption?
        let lag: (least: Int, most: Int)?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("practice", "The practice.") { $0.key },
        .text("title", "What it is called.") { $0.practice.submitted.content.title },
        .party("origin", "The organisation that it comes from.") {
            $0.practice.submitted.content.authorship.organisation
        },
        .party("organisation", "The organisation that took it up, or did not.") { $0.organisation },
        .word("uptake", "adopted (as it is), adapted, abandoned or none.") { $0.uptake.rawValue },
        .word("certainty", "yes, or possibly when the dates leave it open.") { $0.truth.rawValue },
        .word("adopted", "When it was taken up.") { $0.adoption?.adopted.happening.occurrence.text },
        .number("lagLeast", "How many days after publication at least.") { $0.lag?.least },
        .number("lagMost", "How many days after publication at most.") { $0.lag?.most },
        .word("service", "The service in which it was taken up.") {
            $0.adoption?.adopted.content.service?.text
        },
        .text("adaptation", "What was adapted, or why nothing needed to be.") {
            $0.adoption?.adopted.content.adaptation
        },
        .word("decision", "The decision that led to it.") { $0.adoption?.adopted.content.decision?.text },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        var rows: [Row] = []
        for (key, known) in world.state.learning.practices.sorted(by: { $0.key < $1.key })
        where practice == nil || practice == key {
            let published = known.published.flatMap { $0.happened(at: world.instant) == .no ? nil : $0 }
            let taken = known.adoptions.compactMap { row(key, known, $0, published, world) }
            rows += taken.sorted {
                ($0.organisation, $0.entries.first ?? 0) < ($1.organisation, $1.entries.first ?? 0)
            }
            if all, let published { rows += missing(key, known, taken, published, world) }
        }
        rows = rows.filter { row in
            organisation.map { world.state.belongs(row.organisation, to: $0) } ?? true
        }
        let figures = [Uptake.adopted, .adapted, .abandoned].map { uptake in
            Figure(uptake.rawValue, rows.count { $0.uptake == uptake })
        }
        return Report(rows, figures: figures)
    }

    private func row(
        _ key: Key,
        _ practice: Practice,
        _ adoption: PracticeAdoption,
        _ published: Happening?,
        _ world: World
    ) -> Row? {
        let adopted = adoption.adopted.happening.happened(at: world.instant)
        guard adopted != .no else { return nil }
        let abandoned = adoption.abandoned?.happening.happened(at: world.instant) ?? .no
        let isAdapted = adoption.adopted.content.isAdapted
        let positions = [
            published?.position, adoption.adopted.happening.position,
            abandoned == .no ? nil : adoption.abandoned?.happening.position,
        ]
        return Row(
            key: key,
            practice: practice,
            organisation: adoption.adopted.content.organisation,
            uptake: abandoned == .yes ? .abandoned : isAdapted ? .adapted : .adopted,
            truth: abandoned == .possibly ? .possibly : adopted,
            adoption: adoption,
            lag: published.flatMap { Self.lag(from: $0, to: adoption.adopted.happening) },
            entries: positions.compactMap(\.self)
        )
    }

    /// The partners, other than where it comes from, that have never taken it up.
    private func missing(
        _ key: Key,
        _ practice: Practice,
        _ taken: [Row],
        _ published: Happening,
        _ world: World
    ) -> [Row] {
        let state = world.state
        let origin = state.root(of: practice.submitted.content.authorship.organisation)
        let users = Set(taken.map { state.root(of: $0.organisation) })
        return state.partners(at: world.instant).compactMap { partner in
            let root = state.root(of: partner.organisation)
            guard root != origin, !users.contains(root) else { return nil }
            return Row(
                key: key,
                practice: practice,
                organisation: partner.organisation,
                uptake: .none,
                truth: partner.truth,
                adoption: nil,
                lag: nil,
                entries: [published.position]
            )
        }
    }

    /// The days between two dates, at least and at most; nil where one of them is open.
    private static func lag(from: Happening, to: Happening) -> (least: Int, most: Int)? {
        let (start, end) = (from.occurrence.date.bounds, to.occurrence.date.bounds)
        guard let first = start.earliest?.day, let last = start.last?.day, let soonest = end.earliest?.day,
            let latest = end.last?.day
        else { return nil }
        return (max(0, soonest - last), max(0, latest - first))
    }
}

extension Timestamp {
    /// The number of the day, counted from 1970-01-01.
    fileprivate var day: Int { Int(microseconds).dividedDown(by: Self.microsecondsPerDay) }
}
