// SPDX-License-Identifier: Apache-2.0

/// Time or money was spent.
///
/// With an amount, or with minutes and an hourly rate, it has a price; with less it is recorded and has none, and
/// answers say which share of the records that is. What was spent on the services themselves has the category
/// `service`.
public struct CostRecorded: Event, Codable, Hashable {
    public static let name = "cost.recorded"
    public static let kind = SubjectKind.cost
    public static let place = StreamPlace.begins
    public static let summary = "An organisation spent time or money, on coordinating or on services."
    public static let rules: [Rule] = [.oneCurrency, .costLinkedOnce]
    public static let command = "cost record"

    /// The kinds of thing that a cost is for.
    public static let purposes: [SubjectKind] = [
        .meeting, .boundary, .decision, .commitment, .knowledge, .initiative, .post,
    ]
    private static let minutesPerHour: Int128 = 60

    /// What it went into.
    public let category: CostCategory
    /// The organisation that spent it.
    public let organisation: Key
    /// How much time, in minutes of all people together.
    public let minutes: Int64?
    /// What an hour costs.
    public let rate: Money?
    /// How much money.
    public let amount: Money?
    /// What it was for.
    public let purpose: Subject?
    /// The period that it is for.
    public let period: EDTF?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        category = try fields.choice("category", CostCategory.self, "What it went into.")
        organisation = try fields.key("org", of: .organisation, "The organisation that spent it.")
        minutes = try fields.optionalInteger("minutes", "The time of all people together, in minutes.")
        rate = try fields.optionalMoney("rate", "What an hour costs.")
        amount = try fields.optionalMoney("amount", "The money, unless it follows from minutes and rate.")
        purpose = try fields.optionalSubject(
            "for",
            of: Self.purposes,
            "The one thing it was for; a cost is linked once, so that nothing is counted twice."
        )
        period = try fields.optionalDate(
            "period",
            "The period that it is for, such as 2019; the date of the entry without it."
        )
        note = try fields.optionalText("note", "More about it.")
        guard rate == nil || amount == nil else {
            throw FieldError("rate", .notA("given beside an amount: give one of them"))
        }
    }

    /// What it cost: the amount, or the minutes at the hourly rate, rounded to the nearest minor unit and halves to
    /// an even one; nil when neither is known.
    public var price: Money? {
        if let amount { return amount }
        guard let minutes, let rate else { return nil }
        let cost = (Int128(minutes) * Int128(rate.minor)).divided(by: Self.minutesPerHour)
        return Money(minor: Int64(clamping: cost), currency: rate.currency)
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandCurrency(amount)
        try check.demandCurrency(rate)
        guard let purpose else { return }
        let others = (check.state.evaluation.costsByPurpose[purpose] ?? []).compactMap {
            check.state.evaluation.costs[$0]?.content
        }
        check.warn(
            .costLinkedOnce,
            unless: !others.contains { $0.organisation == organisation && $0.category == category }
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.costs[entry.subject.key] = Recorded(self, entry)
        if let purpose { state.evaluation.costsByPurpose[purpose, default: []].append(entry.subject.key) }
        state.evaluation.count(in: amount ?? rate)
    }
}
