// SPDX-License-Identifier: Apache-2.0

/// What stands on a decision.
public struct GetImpact: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "GetImpact"
    public static let summary =
        "What stands on a decision, step by step, and would lose its footing if the decision were superseded."
    public static let command = "decision impact"

    private let key: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        key = try fields.key("key", of: .decision, "The decision.")
    }

    /// Something that came of the decision, or of what came of it.
    public struct Row: Sendable {
        let depth: Int
        let subject: Subject
        let title: Text?
        let via: Subject
        let stands: Truth?
        let alsoOn: [Key]
        let position: UInt64?

        /// Whether it stands and rests on nothing else that does.
        var wouldFall: Bool { stands != .no && alsoOn.isEmpty }
    }

    public static let columns: [Column<Row>] = [
        .number("depth", "How many steps from the decision, from 1.") { $0.depth },
        .word("subject", "What, as KIND/KEY.") { $0.subject.description },
        .text("title", "What it is called.") { $0.title },
        .word("via", "On what it stands.") { $0.via.description },
        .word(
            "stands",
            "Whether it stands: yes, no or possibly; absent for what has happened and has no end."
        ) {
            $0.stands?.rawValue
        },
        .words("alsoOn", "Other decisions that stand and led to it too.") { $0.alsoOn.map(\.text) },
        .flag("wouldFall", "Whether it stands, as far as is known, on this alone.") { $0.wouldFall },
        .entries { $0.position.map { [$0] } ?? [] },
    ]

    public func answer(in world: World) -> Report<Row> {
        let start = Subject(.decision, key)
        let others = world.decisions.filter { $0.key != key && $0.decision.status.stands }
        var rows: [Row] = []
        var seen: Set<Subject> = [start]
        var next = [start]
        var depth = 1
        while !next.isEmpty, depth <= State.whyDepthLimit {
            var found: [Subject] = []
            for via in next {
                for (subject, position) in world.state.resting(on: via) where seen.insert(subject).inserted {
                    guard world.hasBegun(subject) else { continue }
                    found.append(subject)
                    rows.append(
                        Row(
                            depth: depth,
                            subject: subject,
                            title: world.state.title(of: subject),
                            via: via,
                            stands: world.stands(subject),
                            alsoOn: others.filter { other, decision in
                                Subject(.decision, other) != subject && decision.ledTo.contains(subject)
                            }.map(\.key),
                            position: position
                        )
                    )
                }
            }
            next = found
            depth += 1
        }
        return Report(
            rows,
            figures: [
                Figure("what stands on it", rows.count { $0.stands != .no }),
                Figure("on this alone", rows.count(where: \.wouldFall)),
            ]
        )
    }
}

extension State {
    /// What stands directly on a thing, with the entry that says so where there is one of its own.
    fileprivate func resting(on subject: Subject) -> [(Subject, UInt64?)] {
        let key = subject.key
        switch subject.kind {
        case .decision: return decisions.all[key]?.results.map { ($0.subject, $0.position) } ?? []
        case .post:
            let held = assignmentKeys(of: subject).map {
                (Subject(.assignment, $0), assignment($0)?.position)
            }
            return held + (roles.funding[key] == nil ? [] : [(Subject(.funding, key), nil)])
        case .seat:
            return assignmentKeys(of: subject).map { (Subject(.assignment, $0), assignment($0)?.position) }
        case .body: return governance.bodies[key]?.seats.map { (Subject(.seat, $0), nil) } ?? []
        case .delegation:
            return governance.delegations.filter { $0.value.under == key }.map(\.key).sorted()
                .map { (Subject(.delegation, $0), nil) }
        case .advice, .agreement, .assignment, .barrier, .baseline, .benefit, .boundary, .claim, .commitment,
            .community, .consultation, .contribution, .cost, .dispute, .enabler, .evidence, .export, .finding,
            .funding, .import, .initiative, .interest, .interface, .knowledge, .ledger, .lesson, .measure,
            .meeting, .misconception, .need, .objective, .organisation, .partner, .person, .policy,
            .practice, .principle, .raid, .recognition, .reflection, .secondment, .service, .survey, .tool,
            .venture, .witness:
            return []
        }
    }

    /// From when until when a thing is there; nil for what has no such life.
    fileprivate func lifetime(of subject: Subject) -> Validity? {
        let key = subject.key
        switch subject.kind {
        case .post, .funding: return roles.posts[key]?.life
        case .assignment: return assignment(key)?.validity
        case .seat: return governance.seats[key]?.validity
        case .body: return governance.bodies[key]?.validity
        case .delegation: return governance.delegations[key]?.validity
        case .advice, .agreement, .barrier, .baseline, .benefit, .boundary, .claim, .commitment, .community,
            .consultation, .contribution, .cost, .decision, .dispute, .enabler, .evidence, .export, .finding,
            .import,
            .initiative, .interest, .interface, .knowledge, .ledger, .lesson, .measure, .meeting,
            .misconception, .need, .objective, .organisation, .partner, .person, .policy, .practice,
            .principle, .raid, .recognition, .reflection, .secondment, .service, .survey, .tool, .venture,
            .witness:
            return nil
        }
    }
}

extension World {
    /// Whether a thing had possibly begun by then; what has no life of its own is taken to.
    func hasBegun(_ subject: Subject) -> Bool {
        if subject.kind == .decision { return state.decision(subject.key)?.status(at: instant) != nil }
        if let commitment = commitment(subject) { return commitment.began.happened(at: instant) != .no }
        return state.lifetime(of: subject)?.from?.bounds.isAtOrBefore(instant) != .no
    }

    /// Whether a thing stands; nil for what has happened and has no end.
    fileprivate func stands(_ subject: Subject) -> Truth? {
        if subject.kind == .decision {
            guard let (status, truth) = state.decision(subject.key)?.status(at: instant) else { return .no }
            return status.stands || status.isOpen ? truth : .no
        }
        if let commitment = commitment(subject) { return commitment.isOpen(at: instant) }
        return state.lifetime(of: subject)?.holds(at: instant)
    }

    private func commitment(_ subject: Subject) -> Commitment? {
        subject.kind == .commitment ? state.work.commitments[subject.key] : nil
    }
}
