// SPDX-License-Identifier: Apache-2.0

/// Facts that were recorded long after they happened.
public struct ListLateEntries: HistoryInquiry {
    /// How many days late counts unless the caller says otherwise.
    static let daysDefault = 30
    /// The most rows that are kept; the figures count all.
    static let rowLimit = 1_000

    public static let family = InquiryFamily.audit
    public static let name = "ListLateEntries"
    public static let summary =
        "The entries recorded more than so many days after what they say had happened."
    public static let command = "audit late"

    private let days: Int
    private var rows: [Row] = []
    private var dated = 0
    private var late = 0

    public init(_ fields: inout Fields) throws(FieldError) {
        days =
            try fields.optionalInteger("days", in: 0...36_525, "More than so many days; 30 if absent.")
            .map(Int.init) ?? Self.daysDefault
    }

    /// An entry with its lag.
    public struct Row: Sendable {
        let position: UInt64
        let subject: Subject
        let type: String
        let occurrence: Occurrence
        let recorded: Timestamp
        let least: Int
        let most: Int?
    }

    public static let columns: [Column<Row>] = [
        .number("position", "The position of the entry.") { Int(clamping: $0.position) },
        .word("type", "What it records.") { $0.type },
        .word("subject", "What it is about.") { $0.subject.description },
        .word("happened", "When it happened, in words.") { $0.occurrence.text },
        .word("recorded", "The day it was recorded, in UTC.") { String($0.recorded.description.prefix(10)) },
        .number("days", "How many days passed at the least.") { $0.least },
        .number("daysAtMost", "How many days may have passed; absent when the date is open.") { $0.most },
        .entries { [$0.position] },
    ]

    public mutating func take(_ entry: Entry) {
        guard let occurrence = entry.occurred, occurrence.basis != .planned else { return }
        let bounds = occurrence.date.bounds
        dated += 1
        guard let last = bounds.last else { return }
        let least = last.days(until: entry.recorded)
        guard least > days else { return }
        late += 1
        guard rows.count < Self.rowLimit else { return }
        rows.append(
            Row(
                position: entry.position,
                subject: entry.subject,
                type: Catalogue.type(entry.type)?.name ?? entry.type,
                occurrence: occurrence,
                recorded: entry.recorded,
                least: least,
                most: bounds.earliest?.days(until: entry.recorded)
            )
        )
    }

    public func answer(in world: World) -> Report<Row> {
        Report(
            rows.sorted { ($1.least, $0.position) < ($0.least, $1.position) },
            figures: [
                Figure(
                    "late",
                    late,
                    "recorded more than \(days) days after the last instant it may have happened"
                ),
                Figure("dated", dated, "entries that say when what they record happened"),
            ],
            note: late > rows.count ? "only the first \(Self.rowLimit) are listed" : nil
        )
    }
}
