// SPDX-License-Identifier: Apache-2.0

/// Posts and seats that need somebody soon, or now.
public struct ListExpiringRoles: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "ListExpiringRoles"
    public static let summary =
        "Posts and seats that are vacant, in which somebody acts, or whose holder's time ends soon."
    public static let command = "role expiring"

    private let days: Int64
    private let body: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        days =
            try fields.optionalInteger("days", in: 0...36_500, "Within how many days; 90 when absent.") ?? 90
        body = try fields.optionalKey("body", of: .body, "Only the seats of this body.")
    }

    /// Why a post or seat is listed.
    enum Need: String {
        case vacant
        case acting
        case ends
    }

    /// A post or seat, and why it is listed.
    public struct Row: Sendable {
        let role: Subject
        let title: Text?
        let need: Need
        let truth: Truth
        var person: Key?
        var assignment: Key?
        var date: EDTF?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("role", "The post or seat.") { $0.role.description },
        .text("title", "What it is called.") { $0.title },
        .word("need", "vacant, acting or ends.") { $0.need.rawValue },
        .word("certain", "yes, or possibly where dates leave it open.") { $0.truth.rawValue },
        .person("person", "Who holds it, or acts in it.") { $0.person },
        .word("assignment", "The assignment.") { $0.assignment?.text },
        .word("date", "When the holder's time ends.") { $0.date?.short },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let state = world.state
        let roster = state.roster(validAt: world.instant).filter { line in
            body.map { line.body == $0 } ?? true
        }
        var rows: [Row] = []
        for line in roster where line.vacancy == .yes || line.vacancy == .possibly {
            rows.append(
                Row(
                    role: line.role,
                    title: line.titles.last,
                    need: .vacant,
                    truth: line.vacancy == .yes ? .yes : .possibly,
                    entries: line.entries(in: state)
                )
            )
        }
        for line in roster {
            for holder in line.holders {
                let acting = holder.capacities.first { $0.value == .acting }
                guard let acting else { continue }
                rows.append(
                    Row(
                        role: line.role,
                        title: line.titles.last,
                        need: .acting,
                        truth: holder.truth.and(acting.truth),
                        person: holder.person,
                        assignment: holder.assignment,
                        entries: [acting.position]
                    )
                )
            }
        }
        let titles = Dictionary(uniqueKeysWithValues: roster.map { ($0.role, $0.titles.last) })
        let end = world.instant.advanced(byMicroseconds: days * Int64(Timestamp.microsecondsPerDay))
        for ending in state.assignmentsEndingWithin(from: world.instant, to: end) {
            guard let title = titles[ending.role], let assignment = state.assignment(ending.assignment) else {
                continue
            }
            rows.append(
                Row(
                    role: ending.role,
                    title: title,
                    need: .ends,
                    truth: ending.truth,
                    person: ending.person,
                    assignment: ending.assignment,
                    date: ending.date,
                    entries: [assignment.position] + (assignment.ending.map { [$0.position] } ?? [])
                )
            )
        }
        return Report(rows, figures: [Figure("days", Int(days), "ends are listed from that instant on")])
    }
}

extension RosterLine {
    /// The entries that say who held it, and that it exists.
    fileprivate func entries(in state: State) -> [UInt64] {
        let assignments = state.assignmentKeys(of: role).compactMap { state.roles.assignments[$0] }
        let ends = assignments.flatMap { [$0.position] + ($0.ending.map { [$0.position] } ?? []) }
        return ends.isEmpty ? state.post(role.key).map { [$0.position] } ?? [] : ends.sorted()
    }
}
