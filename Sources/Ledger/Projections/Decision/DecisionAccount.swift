// SPDX-License-Identifier: Apache-2.0

/// The statements of which the account of a decision is made.
struct DecisionAccount {
    typealias Row = GetAccount.Row

    let key: Key
    let decision: Decision
    let world: World

    /// The account of a matter as far as it had come.
    init(_ key: Key, _ decision: Decision, in world: World) {
        self.key = key
        self.decision = decision
        self.world = world
    }

    /// Every statement, in the order in which they are told.
    var rows: [Row] {
        couldVeto + couldCallIn + vetoed + consented + said + knew + chosen + rejected + became + ledTo
            + replaced + adoptedSince
    }

    /// The entry that tabled it.
    var tabled: [UInt64] { decision.tabled.map { [$0.position] } ?? [] }

    /// The date at which it was decided; nil while it was not.
    var decided: Happening? { decision.urgency?.taken.happening ?? decision.adoption?.happening }

    private var couldVeto: [Row] {
        let partners =
            decision.adoption?.required ?? world.state.requiredPartners(of: decision, at: world.instant)
        return partners.map { partner in
            let why =
                decision.organisation != nil
                ? "decides alone"
                : decision.requires.isEmpty
                    ? "its consent is required by right" : "the proposal asks for its consent"
            return Row(aspect: .couldVeto, what: why, who: partner, entries: tabled)
        }
    }

    private var couldCallIn: [Row] {
        guard let adoption = decision.adoption, let until = adoption.callInUntil else { return [] }
        return adoption.required.map { partner in
            Row(
                aspect: .couldCallIn,
                what: "until \(until.text)",
                who: partner,
                when: adoption.happening.occurrence.text,
                entries: [adoption.position]
            )
        }
    }

    private var vetoed: [Row] {
        var rows: [Row] = []
        for position in decision.positions {
            if position.stance == .refuses {
                rows.append(row(.vetoed, "refused revision \(position.revision)", position.reason, position))
            }
            if position.stance == .consents, let withdrawn = position.withdrawnBy {
                rows.append(
                    Row(
                        aspect: .vetoed,
                        what: "withdrew its consent to revision \(position.revision)",
                        text: position.withdrawnReason,
                        who: position.organisation,
                        when: position.withdrawnWhen?.words,
                        entries: [position.position, withdrawn]
                    )
                )
            }
        }
        for callIn in decision.callIns {
            rows.append(
                row(.vetoed, "called it in", callIn.called.content.reason, callIn.called, \.org, \.by)
            )
        }
        if let refused = decision.urgency?.refused {
            rows.append(row(.vetoed, "refused to ratify it", refused.content.reason, refused, \.org, \.by))
        }
        return rows
    }

    private var consented: [Row] {
        decision.positions.filter { $0.stance == .consents }.map { position in
            let option = position.option.map { ", option \($0)" } ?? ""
            return row(
                .consented,
                "\(position.mode.rawValue), revision \(position.revision)\(option)",
                position.condition,
                position
            )
        }
    }

    private var said: [Row] {
        decision.stated.map { said in
            row(
                .said,
                said.content.stance.rawValue,
                said.content.reason ?? said.content.condition,
                said,
                \.org,
                \.by
            )
        }
            + decision.dissents.map { dissent in
                Row(
                    aspect: .said,
                    what: "dissent",
                    text: dissent.statement,
                    who: dissent.organisation,
                    when: dissent.happening.occurrence.text,
                    entries: [dissent.position]
                )
            }
    }

    private func row(_ aspect: GetAccount.Aspect, _ what: String, _ text: Text?, _ said: PartnerPosition)
        -> Row
    {
        Row(
            aspect: aspect,
            what: what,
            text: text,
            who: said.organisation,
            by: said.by,
            when: said.when.words,
            entries: [said.position]
        )
    }

    private func row<Content>(
        _ aspect: GetAccount.Aspect,
        _ what: String,
        _ text: Text?,
        _ said: Voiced<Content>,
        _ organisation: KeyPath<Content, Key>,
        _ by: KeyPath<Content, Key?>
    ) -> Row {
        Row(
            aspect: aspect,
            what: what,
            text: text,
            who: said.content[keyPath: organisation],
            by: said.content[keyPath: by],
            when: said.happening.occurrence.text,
            entries: [said.happening.position]
        )
    }
}
