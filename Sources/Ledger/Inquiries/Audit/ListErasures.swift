// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// The register of erasures.
public struct ListErasures: HistoryInquiry {
    /// The most rows that are kept.
    static let rowLimit = 10_000

    public static let family = InquiryFamily.audit
    public static let name = "ListErasures"
    public static let summary =
        "Every erasure: of whom, how many texts, when, by what right and whose decision."
    public static let command = "audit erasures"

    private let person: Key?
    private var rows: [Row] = []

    public init(_ fields: inout Fields) throws(FieldError) {
        person = try fields.optionalKey("person", of: .person, "Only those of this person.")
    }

    /// An entry that says what was erased.
    public struct Row: Sendable {
        let entry: Entry
        let erasure: ErasureExecuted
    }

    public static let columns: [Column<Row>] = [
        .number("position", "The position of the entry that records it.") {
            Int(clamping: $0.entry.position)
        },
        .key("person", "The key of the person.") { $0.entry.subject.key },
        .word("recorded", "The day it was done, in UTC.") { $0.entry.recorded.dayText },
        .words("texts", "The texts, each as the position of its entry and its name.") {
            $0.erasure.fields.map { "\($0.position):\($0.name)" }
        },
        .number("count", "How many texts they were.") { $0.erasure.fields.count },
        .text("basis", "By what right.") { $0.erasure.basis },
        .text("approvedBy", "The office whose decision it was.") { $0.erasure.approvedBy },
        .word("recorder", "The user who did it.") { $0.entry.recorder.words },
        .entries { [$0.entry.position] },
    ]

    public mutating func take(_ entry: Entry) {
        guard entry.type == ErasureExecuted.typeName, rows.count < Self.rowLimit,
            person.map({ $0 == entry.subject.key }) ?? true,
            let erasure = (try? Catalogue.event(of: entry)) as? ErasureExecuted
        else { return }
        rows.append(Row(entry: entry, erasure: erasure))
    }

    public func answer(in world: World) -> Report<Row> {
        let rows = rows.filter { $0.entry.recorded <= world.instant }
        return Report(
            rows,
            figures: [
                Figure("people", Set(rows.map(\.entry.subject.key)).count),
                Figure("texts", rows.reduce(0) { $0 + $1.erasure.fields.count }),
            ]
        )
    }
}

extension Timestamp {
    /// The day in UTC, as `2026-11-26`.
    var dayText: String { String(description.prefix(10)) }
}
