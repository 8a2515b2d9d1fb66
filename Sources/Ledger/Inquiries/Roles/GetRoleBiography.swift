// SPDX-License-Identifier: Apache-2.0

/// All that a person held in the venture.
public struct GetRoleBiography: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "GetRoleBiography"
    public static let summary =
        "All that a person held up to then: posts, seats, chairs, deputyships, secondments and affiliations."
    public static let command = "person roles"

    private let person: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        person = try fields.key("person", of: .person, "The person.")
    }

    /// Something that a person held, and when.
    public struct Row: Sendable {
        let person: Key
        let what: String
        let subject: Subject
        let title: Text?
        let organisations: [Key]
        let validity: Validity
        let truth: Truth
        var decision: Key?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("from", "From when; absent where it has always been so, as far as is recorded.") {
            $0.validity.from?.short
        },
        .word("to", "Until when, as now known.") { $0.validity.to?.short },
        .word("held", "Whether it was held at the instant asked about: yes, no or possibly.") {
            $0.truth.rawValue
        },
        .word(
            "what",
            "substantive, acting, deputy or advisor; chair or viceChair; seatDeputy, secondment or affiliation."
        ) { $0.what },
        .word("subject", "The assignment, seat, body, secondment or organisation.") {
            $0.subject.description
        },
        .text("title", "What the post, seat or body is called.") { $0.title },
        .parties("organisations", "The organisations for which it was held.") { $0.organisations },
        .word("decision", "The decision that led to it.") { $0.decision?.text },
        .person("person", "The person.") { $0.person },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows =
            assignments(in: world) + chairs(in: world) + deputyships(in: world) + secondments(in: world)
            + affiliations(in: world)
        let begun = rows.filter { ($0.validity.from?.bounds.isAtOrBefore(world.instant) ?? .yes) != .no }
        return Report(
            begun.sorted { left, right in
                let starts = (left.validity.earliestStart, right.validity.earliestStart)
                return starts.0 == starts.1
                    ? (left.entries.first ?? 0) < (right.entries.first ?? 0) : starts.0 < starts.1
            }
        )
    }

    private func row(
        _ world: World,
        _ what: String,
        _ subject: Subject,
        _ title: Text?,
        _ organisations: [Key],
        _ validity: Validity,
        decision: Key? = nil,
        entries: [UInt64]
    ) -> Row {
        Row(
            person: person,
            what: what,
            subject: subject,
            title: title,
            organisations: organisations,
            validity: validity,
            truth: validity.holds(at: world.instant),
            decision: decision,
            entries: entries
        )
    }

    /// The keys of their assignments, in order.
    private func keys(in state: State) -> [Key] {
        state.roles.assignments.filter { $0.value.person == person }.map(\.key).sorted()
    }

    private func assignments(in world: World) -> [Row] {
        let state = world.state
        return keys(in: state).flatMap { key -> [Row] in
            guard let assignment = state.assignment(key) else { return [] }
            return assignment.capacities.periods.compactMap { period in
                let held = period.validity.clipped(to: assignment.validity)
                guard held.beginsBeforeItEnds != .no else { return nil }
                let begin = max(held.earliestStart, .distantPast)
                return row(
                    world,
                    period.value.rawValue,
                    Subject(.assignment, key),
                    state.title(of: assignment.role),
                    state.organisations(actedForBy: key, at: begin),
                    held,
                    decision: assignment.decision,
                    entries: [period.position] + (assignment.ending.map { [$0.position] } ?? [])
                )
            }
        }
    }

    private func chairs(in world: World) -> [Row] {
        let state = world.state
        let mine = Set(keys(in: state))
        return state.governance.bodies.sorted { $0.key < $1.key }.flatMap { key, body in
            body.chairs.flatMap { chair -> [Row] in
                times(of: chair, mine, in: state).map { validity in
                    row(
                        world,
                        chair.office.rawValue,
                        Subject(.body, key),
                        body.title,
                        state.organisations(ofChair: chair.holder, at: validity.earliestStart).sorted(),
                        validity,
                        decision: chair.decision,
                        entries: [chair.position] + (chair.ending.map { [$0.position] } ?? [])
                    )
                }
            }
        }
    }

    /// When somebody was chair: with the office of a seat, only while they held the seat in their own right.
    private func times(of chair: Chair, _ mine: Set<Key>, in state: State) -> [Validity] {
        guard chair.holder.kind == .seat else {
            return mine.contains(chair.holder.key) ? [chair.validity] : []
        }
        return state.stretches(of: chair.holder)
            .filter { $0.person == person && $0.isSubstantive }
            .filter { $0.validity.coincides(with: chair.validity) != .no }
            .map { chair.validity.clipped(to: $0.validity) }
    }

    private func deputyships(in world: World) -> [Row] {
        let state = world.state
        return state.governance.seats.sorted { $0.key < $1.key }.flatMap { key, seat in
            seat.deputies.filter { state.person(named: $0.holder) == person }.map { deputy in
                row(
                    world,
                    "seatDeputy",
                    Subject(.seat, key),
                    seat.title,
                    [seat.organisation],
                    deputy.validity,
                    entries: [deputy.position]
                )
            }
        }
    }

    private func secondments(in world: World) -> [Row] {
        world.state.roles.secondments.sorted { $0.key < $1.key }
            .filter { $0.value.person == person }
            .map { key, secondment in
                row(
                    world,
                    "secondment",
                    Subject(.secondment, key),
                    secondment.purpose,
                    [secondment.fromOrganisation, secondment.toOrganisation],
                    secondment.validity,
                    entries: [secondment.position] + (secondment.ending.map { [$0.position] } ?? [])
                )
            }
    }

    private func affiliations(in world: World) -> [Row] {
        (world.state.person(person)?.affiliations.periods ?? []).map { period in
            row(
                world,
                "affiliation",
                Subject(.organisation, period.value),
                nil,
                [period.value],
                period.validity,
                entries: [period.position]
            )
        }
    }
}
