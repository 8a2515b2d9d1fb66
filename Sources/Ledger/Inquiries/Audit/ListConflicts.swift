// SPDX-License-Identifier: Apache-2.0

/// Conflicts of interest in decisions, how they were handled, and who took part all the same.
public struct ListConflicts: Inquiry {
    public static let family = InquiryFamily.audit
    public static let name = "ListConflicts"
    public static let summary =
        "Conflicts of interest against participation: who took part in a decision in spite of a conflict."
    public static let command = "audit conflicts"

    private let decision: Key?
    private let inSpite: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey("decision", of: .decision, "Only conflicts in this decision.")
        inSpite = try fields.flag(
            "inSpite",
            "Only where somebody took part in spite of the conflict and without a dispensation."
        )
    }

    /// A conflict and what the person did in the matter.
    public struct Row: Sendable {
        let decision: Key
        let title: Text
        let person: Key?
        let conflict: Recorded<ConflictRecorded>
        let participation: Participation
        let dispensations: [Recorded<DispensationGranted>]
        let verdict: Verdict
    }

    /// What the record says of a conflict.
    enum Verdict: String {
        /// Nothing shows that the person took part in a way that the handling rules out.
        case clear
        /// They took part with a dispensation.
        case dispensed
        /// They took part in spite of it.
        case inSpite
    }

    public static let columns: [Column<Row>] = [
        .key("decision", "The decision.") { $0.decision },
        .text("title", "What it is about.") { $0.title },
        .person("person", "Whose conflict it is.") { $0.person },
        .word("interest", "The declared interest; absent when none is named.") {
            $0.conflict.content.interest?.text
        },
        .word("recorded", "When the conflict was noted.") { $0.conflict.happening.occurrence.text },
        .word("handling", "none, noVote, withdrew or excluded.") { $0.conflict.content.handling.rawValue },
        .words(
            "participation",
            """
            What the person did in the matter: position (spoke for a partner), \
            attended (was at the meeting that adopted it), counted (for its quorum).
            """
        ) { $0.participation.words },
        .flag("dispensation", "Whether a dispensation was granted.") { !$0.dispensations.isEmpty },
        .word(
            "verdict",
            "inSpite when they took part in a way that the handling rules out; dispensed with a dispensation; clear."
        ) { $0.verdict.rawValue },
        .entries { row in
            let positions =
                [row.conflict.happening.position] + row.dispensations.map(\.happening.position)
                + row.participation.entries
            return Set(positions).sorted()
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let state = world.state
        var rows: [Row] = []
        for (key, conflicts) in state.governance.conflicts.sorted(by: { $0.key < $1.key })
        where decision.map({ $0 == key }) ?? true {
            guard let then = state.decision(key)?.asOf(world.instant) else { continue }
            for conflict in conflicts where conflict.happening.happened(at: world.instant) != .no {
                rows.append(row(key, then, conflict, in: world))
            }
        }
        let spite = rows.filter { $0.verdict == .inSpite }
        return Report(
            inSpite ? spite : rows,
            figures: [
                Figure("conflicts", rows.count),
                Figure(
                    "in spite",
                    spite.count,
                    "took part as the handling rules out, without a dispensation"
                ),
            ]
        )
    }

    private func row(
        _ key: Key,
        _ decision: Decision,
        _ conflict: Recorded<ConflictRecorded>,
        in world: World
    ) -> Row {
        let state = world.state
        let person = state.person(named: conflict.content.holder)
        let participation = state.participation(of: conflict.content.holder, in: key, decision)
        let dispensations = state.dispensations(in: key).filter { dispensation in
            dispensation.happening.happened(at: world.instant) != .no
                && (dispensation.content.holder == conflict.content.holder
                    || person != nil && state.person(named: dispensation.content.holder) == person)
        }
        let tookPart = participation.contradicts(conflict.content.handling)
        return Row(
            decision: key,
            title: decision.title,
            person: person,
            conflict: conflict,
            participation: participation,
            dispensations: dispensations,
            verdict: !tookPart ? .clear : dispensations.isEmpty ? .inSpite : .dispensed
        )
    }
}

/// What somebody did in a matter.
struct Participation: Hashable, Sendable {
    /// The entries in which they spoke for a partner.
    var spoke: [UInt64] = []
    /// The entry of the meeting at which it was adopted, if they were there.
    var attended: UInt64?
    /// Whether they counted for the quorum of the matter.
    var counted = false

    var words: [String] {
        (spoke.isEmpty ? [] : ["position"]) + (attended == nil ? [] : ["attended"])
            + (counted ? ["counted"] : [])
    }

    var entries: [UInt64] { spoke + (attended.map { [$0] } ?? []) }

    /// Whether they did what the handling of a conflict rules out.
    ///
    /// Who has no vote may be there and speak of the matter; who withdrew or is excluded may be there for other
    /// matters, and then does not count.
    func contradicts(_ handling: ConflictHandling) -> Bool {
        switch handling {
        case .none: !spoke.isEmpty || attended != nil
        case .noVote: !spoke.isEmpty
        case .withdrew, .excluded: !spoke.isEmpty || counted
        }
    }
}

extension State {
    /// What a person did in a matter, themselves or in the assignment that is named.
    func participation(of holder: Subject, in key: Key, _ decision: Decision) -> Participation {
        var participation = Participation()
        let person = person(named: holder)
        func isTheirs(_ assignment: Key) -> Bool {
            isHeld(holder, by: assignment) || person != nil && roles.assignments[assignment]?.person == person
        }
        participation.spoke = decision.positions.filter { $0.by.map(isTheirs) ?? false }.map(\.position)
        guard let meeting = decision.adoption?.meeting, let held = governance.meetings[meeting]?.held else {
            return participation
        }
        let theirs = held.attendance.filter { attendance in
            if let assignment = attendance.assignment { return isTheirs(assignment) }
            guard let seat = attendance.seat, let person else { return false }
            return holders(of: Subject(.seat, seat), at: held.instant).contains { $0.person == person }
        }
        guard !theirs.isEmpty else { return participation }
        participation.attended = held.position
        let withdrawn = quorateness(of: meeting, for: key)?.withdrawn ?? []
        participation.counted = theirs.contains { attendance in
            attendance.seat.map { !withdrawn.contains($0) && governance.seats[$0]?.isVoting == true } ?? false
        }
        return participation
    }
}
