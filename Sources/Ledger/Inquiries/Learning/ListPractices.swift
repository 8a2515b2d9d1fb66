// SPDX-License-Identifier: Apache-2.0

/// The practices, with who wrote them and how they did.
public struct ListPractices: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "ListPractices"
    public static let summary = "The practices with their authors, most used first, and how they were rated."
    public static let command = "practice list"

    private let state: PracticeStatus?
    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        state = try fields.optionalChoice("state", PracticeStatus.self, "Only those that have come this far.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those of this organisation or a unit of it."
        )
    }

    /// A practice at an instant.
    public struct Row: Sendable {
        let key: Key
        let content: PracticeSubmitted
        let status: PracticeStatus
        let truth: Truth
        let author: Key?
        let uses: [Recorded<PracticeUsed>]
        let ratings: [Recorded<PracticeRated>]
        let adopters: [Key]
        let entries: [UInt64]

        /// The mean of the ratings with two decimals, rounded half up; nil without ratings.
        var mean: String? {
            guard !ratings.isEmpty else { return nil }
            let sum = ratings.reduce(0) { $0 + Int($1.content.rating) }
            let hundredths = (200 * sum + ratings.count) / (2 * ratings.count)
            let fraction = hundredths % 100
            return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
        }

        func worked(_ result: PracticeResult) -> Int { uses.count { $0.content.worked == result } }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the practice.") { $0.key },
        .word("state", "submitted, returned, validated, published or retired.") { $0.status.rawValue },
        .word("certainty", "yes, or possibly when the dates leave it open.") { $0.truth.rawValue },
        .text("title", "What it is called.") { $0.content.title },
        .party("organisation", "The organisation that it comes from.") {
            $0.content.authorship.organisation
        },
        .person("author", "Its author.") { $0.author },
        .number("uses", "How often somebody recorded that they used it.") { $0.uses.count },
        .number("worked", "How often it worked.") { $0.worked(.yes) },
        .number("partly", "How often it worked in part.") { $0.worked(.partly) },
        .number("failed", "How often it did not work.") { $0.worked(.no) },
        .number("ratings", "How many rated it; of each the last rating counts.") { $0.ratings.count },
        .word("mean", "The mean of those ratings, from 1.00 to 5.00; absent without ratings.") { $0.mean },
        .parties("adopters", "The organisations that have taken it up and not given it up.") { $0.adopters },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.learning.practices.compactMap { key, practice -> Row? in
            guard let (stage, truth) = practice.stages.at(world.instant),
                let content = practice.submission(at: world.instant)?.content
            else { return nil }
            let owner = content.authorship.organisation
            guard state.map({ $0 == stage.status }) ?? true,
                organisation.map({ world.state.belongs(owner, to: $0) }) ?? true
            else { return nil }
            return world.row(key, practice, content, stage.status, truth)
        }
        return Report(
            rows.sorted { left, right in
                guard left.uses.count == right.uses.count else { return left.uses.count > right.uses.count }
                guard left.mean == right.mean else { return (left.mean ?? "") > (right.mean ?? "") }
                return left.key < right.key
            }
        )
    }
}

extension World {
    fileprivate func row(
        _ key: Key,
        _ practice: Practice,
        _ content: PracticeSubmitted,
        _ status: PracticeStatus,
        _ truth: Truth
    )
        -> ListPractices.Row
    {
        let uses = practice.uses.filter { $0.happening.happened(at: instant) != .no }
        let ratings = lastRatings(practice)
        let adoptions = practice.adoptions.filter { $0.isStanding(at: instant) != .no }
        let stages = practice.stages.all.map(\.happening).filter { $0.happened(at: instant) != .no }
        let happenings =
            stages + uses.map(\.happening) + ratings.map(\.happening) + adoptions.map(\.adopted.happening)
        return ListPractices.Row(
            key: key,
            content: content,
            status: status,
            truth: truth,
            author: content.authorship.person(in: state),
            uses: uses,
            ratings: ratings,
            adopters: Set(adoptions.map(\.adopted.content.organisation)).sorted(),
            entries: Set(happenings.map(\.position)).sorted()
        )
    }

    /// The last rating of each organisation and person.
    private func lastRatings(_ practice: Practice) -> [Recorded<PracticeRated>] {
        struct Rater: Hashable {
            let organisation: Key
            let person: Key?
        }
        var last: [Rater: Recorded<PracticeRated>] = [:]
        for rating in practice.ratings where rating.happening.happened(at: instant) != .no {
            let party = rating.content.party
            last[Rater(organisation: party.organisation, person: party.person(in: state))] = rating
        }
        return last.values.sorted { $0.happening.position < $1.happening.position }
    }
}

extension PracticeAdoption {
    /// Whether it had been taken up and not given up.
    func isStanding(at t: Timestamp) -> Truth {
        adopted.happening.happened(at: t).and((abandoned?.happening.happened(at: t) ?? .no).negated)
    }
}
