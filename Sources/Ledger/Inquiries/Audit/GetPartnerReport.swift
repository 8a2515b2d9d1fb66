// SPDX-License-Identifier: Apache-2.0

/// What a partner is told of the venture, each quarter and each year.
///
/// Regulation 9 of SI 2000/617 has a local authority report quarterly and annually on what it does for an NHS body:
/// what was decided, what it cost whom, under which agreement, and what reviews found.
public struct GetPartnerReport: Inquiry {
    public static let family = InquiryFamily.audit
    public static let name = "GetPartnerReport"
    public static let summary =
        "For a partner and a period: what was decided, what it pays, its agreements, and reviews done and due."
    public static let command = "audit partner-report"

    private let organisation: Key
    private let from: EDTF?
    private let until: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("organisation", of: .organisation, "The partner.")
        from = try fields.optionalDate(
            "from",
            "The first day, month or year; all since the beginning when absent."
        )
        until = try fields.optionalDate(
            "until",
            "The last day, month or year, to its end; until the instant asked about when absent."
        )
    }

    /// One thing to report.
    public struct Row: Sendable {
        let section: String
        let subject: Subject
        let title: Text?
        let when: String
        let detail: String?
        var share: Int64?
        var amount: Money?
        let start: Timestamp
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("section", "decision, payment, agreement, review or reviewDue.") { $0.section },
        .word("when", "When, or from when until when.") { $0.when },
        .word("subject", "What it is about.") { $0.subject.description },
        .text("title", "What that is called.") { $0.title },
        .word("detail", "The status, the form, what is missing, or what a review came to.") { $0.detail },
        .number("share", "The partner's share in basis points.") { $0.share.map(Int.init) },
        .money(
            "amount",
            "The partner's part of the amount stated for the whole time of that version of the funding."
        ) { $0.amount },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let start = from?.bounds.earliestOrPast ?? .distantPast
        let end = until?.bounds.latestOrFuture ?? world.instant.advanced(byMicroseconds: 1)
        guard start < end, let period = Bounds(earliest: start, latest: end) else {
            return Report([], note: "the period ends before it begins")
        }
        let sections = [
            decisions(period, world), payments(period, world), agreements(period, world),
            reviewed(period, world), due(period, world),
        ]
        let rows = sections.flatMap { $0.sorted { $0.start < $1.start } }
        let names = ["decisions", "payments", "agreements", "reviews", "reviews due"]
        let counts = zip(names, sections).map { Figure($0, $1.count) }
        let days = "\(EDTF.words(of: period))"
        return Report(
            rows,
            figures: [Figure("period", days, "what may fall within it by its dates is in it")] + counts
                + totals(of: sections[1])
        )
    }

    private func isMine(_ key: Key, _ state: State) -> Bool { state.belongs(key, to: organisation) }

    private func decisions(_ period: Bounds, _ world: World) -> [Row] {
        let state = world.state
        return state.decisions.all.sorted { $0.key < $1.key }.compactMap { key, recorded in
            let then = recorded.asOf(world.instant)
            guard let adoption = then.adoption, adoption.required.contains(where: { isMine($0, state) }),
                let adopted = then.history.last(where: { $0.position == adoption.position }),
                adopted.when.overlaps(period)
            else { return nil }
            return Row(
                section: "decision",
                subject: Subject(.decision, key),
                title: then.title,
                when: adopted.words,
                detail: then.status.rawValue,
                start: adopted.when.earliestOrPast,
                entries: [adoption.position]
            )
        }
    }

    private func payments(_ period: Bounds, _ world: World) -> [Row] {
        let state = world.state
        return state.roles.funding.keys.sorted().flatMap { post -> [Row] in
            state.funding(of: post).flatMap { version -> [Row] in
                guard (version.validity.from?.bounds.isAtOrBefore(world.instant) ?? .yes) != .no,
                    version.validity.lasts(into: period)
                else { return [] }
                return version.value.parts.filter { isMine($0.organisation, state) }.map { part in
                    Row(
                        section: "payment",
                        subject: Subject(.post, post),
                        title: state.title(of: Subject(.post, post)),
                        when: version.validity.short,
                        detail: part.organisation == organisation ? nil : part.organisation.text,
                        share: part.basisPoints,
                        amount: part.amount,
                        start: version.validity.earliestStart,
                        entries: [version.position]
                    )
                }
            }
        }
    }

    private func agreements(_ period: Bounds, _ world: World) -> [Row] {
        world.state.governance.agreements.sorted { $0.key < $1.key }.compactMap { key, recorded in
            guard let agreement = recorded.asOf(world.instant), agreement.validity.lasts(into: period),
                agreement.parties.contains(where: { isMine($0, world.state) })
            else { return nil }
            let unsigned = agreement.unsigned(at: world.instant)
            let lacks = agreement.missingClauses
            let details =
                [agreement.form.rawValue]
                + (unsigned.isEmpty ? [] : ["unsigned by \(unsigned.map(\.text).joined(separator: ", "))"])
                + (lacks.isEmpty ? [] : ["lacks \(lacks.joined(separator: ", "))"])
            return Row(
                section: "agreement",
                subject: Subject(.agreement, key),
                title: agreement.title,
                when: agreement.validity.short,
                detail: details.joined(separator: "; "),
                start: agreement.validity.earliestStart,
                entries: agreement.positions
            )
        }
    }

    private func reviewed(_ period: Bounds, _ world: World) -> [Row] {
        let state = world.state
        func row(_ subject: Subject, _ outcome: String, _ happening: Happening) -> Row? {
            guard happening.happened(at: world.instant) != .no,
                happening.occurrence.date.bounds.overlaps(period)
            else { return nil }
            return Row(
                section: "review",
                subject: subject,
                title: state.title(of: subject),
                when: happening.occurrence.text,
                detail: outcome,
                start: happening.occurrence.date.bounds.earliestOrPast,
                entries: [happening.position]
            )
        }
        let ofDecisions = state.decisions.all.sorted { $0.key < $1.key }.flatMap { key, decision -> [Row] in
            let required = decision.adoption?.required ?? []
            guard required.contains(where: { isMine($0, state) }) else { return [] }
            return decision.reviews.compactMap {
                row(Subject(.decision, key), $0.outcome.rawValue, $0.happening)
            }
        }
        let ofAgreements = mine(state).flatMap { key, agreement in
            agreement.reviews.compactMap {
                row(Subject(.agreement, key), $0.content.outcome.rawValue, $0.happening)
            }
        }
        return ofDecisions + ofAgreements
    }

    private func due(_ period: Bounds, _ world: World) -> [Row] {
        let state = world.state
        func row(_ subject: Subject, _ date: EDTF?, _ entries: [UInt64]) -> Row? {
            guard let date, date.bounds.overlaps(period) else { return nil }
            return Row(
                section: "reviewDue",
                subject: subject,
                title: state.title(of: subject),
                when: date.short,
                detail: date.bounds.isBefore(world.instant) == .yes ? "overdue" : nil,
                start: date.bounds.earliestOrPast,
                entries: entries
            )
        }
        let ofDecisions = state.decisions.all.sorted { $0.key < $1.key }.compactMap { key, recorded -> Row? in
            let then = recorded.asOf(world.instant)
            guard let adoption = then.adoption, then.status.stands,
                adoption.required.contains(where: { isMine($0, state) })
            else { return nil }
            let last = recorded.reviews.last { $0.happening.happened(at: world.instant) != .no }
            let date = last.map(\.nextReview) ?? adoption.reviewOn
            return row(Subject(.decision, key), date, [last?.position ?? adoption.position])
        }
        let ofAgreements = mine(state).compactMap { key, agreement -> Row? in
            guard let then = agreement.asOf(world.instant), then.validity.holds(at: world.instant) != .no
            else {
                return nil
            }
            return row(Subject(.agreement, key), then.reviewOn, then.positions)
        }
        return ofDecisions + ofAgreements
    }

    private func mine(_ state: State) -> [(Key, Agreement)] {
        state.governance.agreements.sorted { $0.key < $1.key }
            .filter { $0.value.parties.contains { isMine($0, state) } }
            .map { ($0.key, $0.value) }
    }

    /// What the partner's parts add up to, in each currency.
    private func totals(of payments: [Row]) -> [Figure] {
        var sums: [String: Int64] = [:]
        for amount in payments.compactMap(\.amount) {
            let (sum, overflow) = sums[amount.currency, default: 0].addingReportingOverflow(amount.minor)
            sums[amount.currency] = overflow ? .max : sum
        }
        return sums.sorted { $0.key < $1.key }.map { currency, minor in
            Figure(
                "stated amounts, \(currency)",
                "\(minor)",
                "in minor units: the partner's parts of the amounts stated, for the whole time of each version"
            )
        }
    }
}
