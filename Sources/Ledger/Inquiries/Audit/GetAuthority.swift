// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What every consent and every adoption rested on.
public struct GetAuthority: HistoryInquiry {
    public static let family = InquiryFamily.audit
    public static let name = "GetAuthority"
    public static let summary =
        "What each consent, refusal, signature and adoption rested on, and where authority was missing or had ended."
    public static let command = "audit authority"

    private let decision: Key?
    private let flawed: Bool
    /// What the entries say that the state does not keep: the delegation of each consent, and who adopted.
    private var delegations: [UInt64: Key] = [:]
    private var adopters: [UInt64: Key] = [:]

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey("decision", of: .decision, "Only this decision.")
        flawed = try fields.flag("flawed", "Only where something is missing, had ended or is doubtful.")
    }

    public mutating func take(_ entry: Entry) {
        guard entry.subject.kind == .decision, decision.map({ $0 == entry.subject.key }) ?? true else {
            return
        }
        switch entry.type {
        case ConsentGiven.typeName:
            delegations[entry.position] = entry.data["delegation"]?.text.flatMap(Key.init)
        case DecisionAdopted.typeName: adopters[entry.position] = entry.data["by"]?.text.flatMap(Key.init)
        default: return
        }
    }

    /// An act and what it rested on.
    public struct Row: Sendable {
        let subject: Subject
        let title: Text?
        let act: String
        let organisation: Key?
        let mode: PartnerPosition.Mode?
        let when: String
        let by: Key?
        let person: Key?
        let restsOn: [Subject]
        let findings: [String]
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("subject", "The decision or the agreement.") { $0.subject.description },
        .text("title", "What it is called.") { $0.title },
        .word("act", "consents, refuses, adopted or signed.") { $0.act },
        .party("organisation", "The organisation that acted; absent for a joint adoption.") {
            $0.organisation
        },
        .word("mode", "given by the organisation itself, or reported.") { $0.mode?.rawValue },
        .word("when", "When.") { $0.when },
        .person("person", "Who had the authority.") { $0.person },
        .words("restsOn", "The assignment, post or seat, delegation, meeting or body it rested on.") {
            $0.restsOn.map(\.description)
        },
        .words(
            "findings",
            """
            What is wrong or doubtful: unnamed (nobody is named as having the authority), ended (the role had \
            ended), mayHaveEnded, otherOrganisation (the role acts for others), noVote (a seat without one), \
            lapsed (the delegation was not in force), otherHolder (it is delegated to somebody else), inquorate, \
            conflicted (in spite of a conflict). Empty when nothing is.
            """
        ) { $0.findings },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        var rows: [Row] = []
        for (key, recorded) in world.state.decisions.all.sorted(by: { $0.key < $1.key })
        where decision.map({ $0 == key }) ?? true {
            let then = recorded.asOf(world.instant)
            guard !then.history.isEmpty else { continue }
            rows += then.positions.map { positionRow(key, then, $0, in: world) }
            if let adoption = then.adoption,
                let adopted = then.history.last(where: { $0.position == adoption.position })
            {
                rows.append(adoptionRow(key, then, adoption, adopted, in: world))
            }
        }
        if decision == nil { rows += signatures(in: world) }
        let bad = rows.filter { !$0.findings.isEmpty }
        var counts: [String: Int] = [:]
        for finding in bad.flatMap(\.findings) { counts[finding, default: 0] += 1 }
        return Report(
            flawed ? bad : rows,
            figures: [Figure("acts", rows.count), Figure("with findings", bad.count)]
                + counts.sorted { $0.key < $1.key }.map { Figure($0.key, $0.value) }
        )
    }

    private func positionRow(
        _ key: Key,
        _ decision: Decision,
        _ position: PartnerPosition,
        in world: World
    ) -> Row {
        let state = world.state
        // The delegation is known from the entry as it was recorded; of one put right since it is not.
        let delegation = state.amendment(of: position.position) == nil ? delegations[position.position] : nil
        let instant = position.when.earliestOrPast
        var findings = state.findings(of: position.by, for: position.organisation, at: instant)
        findings += state.findings(of: delegation, exercisedBy: position.by, in: nil, at: instant)
        if let by = position.by, state.isConflicted(by, in: key, decision) { findings.append("conflicted") }
        return Row(
            subject: Subject(.decision, key),
            title: decision.title,
            act: position.stance.rawValue,
            organisation: position.organisation,
            mode: position.mode,
            when: EDTF.words(of: position.when),
            by: position.by,
            person: position.by.flatMap { state.roles.assignments[$0]?.person },
            restsOn: state.grounds(of: position.by) + (delegation.map { [Subject(.delegation, $0)] } ?? []),
            findings: findings,
            entries: [position.position]
        )
    }

    private func adoptionRow(
        _ key: Key,
        _ decision: Decision,
        _ adoption: Adoption,
        _ adopted: StatusChange,
        in world: World
    ) -> Row {
        let state = world.state
        let instant = adopted.when.earliestOrPast
        let by = state.amendment(of: adoption.position) == nil ? adopters[adoption.position] : nil
        var findings: [String] = []
        if adoption.delegation != nil {
            findings += state.findings(
                of: by,
                for: adoption.delegation.flatMap { state.delegation($0)?.from },
                at: instant
            ).filter { $0 != "unnamed" || adoption.body == nil }
            findings += state.findings(
                of: adoption.delegation,
                exercisedBy: by,
                in: adoption.body,
                at: instant
            )
        } else if adoption.body == nil, adoption.meeting == nil, decision.organisation == nil,
            adoption.required.isEmpty
        {
            findings.append("unnamed")
        }
        if let meeting = adoption.meeting,
            let quorum = state.quorateness(of: meeting, during: adopted.when, for: key), quorum.known
        {
            switch quorum.truth {
            case .yes: break
            case .possibly: findings.append("mayBeInquorate")
            case .no: findings.append("inquorate")
            }
        }
        if let by, state.isConflicted(by, in: key, decision) { findings.append("conflicted") }
        let meeting = adoption.meeting.map { Subject(.meeting, $0) }
        let body = adoption.body.map { Subject(.body, $0) }
        let delegation = adoption.delegation.map { Subject(.delegation, $0) }
        return Row(
            subject: Subject(.decision, key),
            title: decision.title,
            act: "adopted",
            organisation: decision.organisation,
            mode: nil,
            when: adopted.words,
            by: by,
            person: by.flatMap { state.roles.assignments[$0]?.person },
            restsOn: state.grounds(of: by) + [delegation, meeting, body].compactMap(\.self),
            findings: findings,
            entries: [adoption.position]
        )
    }

    private func signatures(in world: World) -> [Row] {
        let state = world.state
        return state.governance.agreements.sorted { $0.key < $1.key }.flatMap { key, agreement in
            (agreement.asOf(world.instant)?.signatures ?? []).map { signature in
                let instant = signature.happening.occurrence.date.bounds.earliestOrPast
                return Row(
                    subject: Subject(.agreement, key),
                    title: agreement.title,
                    act: "signed",
                    organisation: signature.organisation,
                    mode: signature.mode,
                    when: signature.happening.occurrence.text,
                    by: signature.by,
                    person: signature.by.flatMap { state.roles.assignments[$0]?.person },
                    restsOn: state.grounds(of: signature.by),
                    findings: state.findings(of: signature.by, for: signature.organisation, at: instant),
                    entries: [signature.happening.position]
                )
            }
        }
    }
}
