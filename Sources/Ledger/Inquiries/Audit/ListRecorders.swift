// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Who recorded, and for whom.
public struct ListRecorders: HistoryInquiry {
    public static let family = InquiryFamily.audit
    public static let name = "ListRecorders"
    public static let summary =
        "Who recorded how much, for which organisations, and how much of it was somebody else's word."
    public static let command = "audit recorders"

    private var byRecorder: [Recorder: Row] = [:]
    private var total = 0

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A recorder.
    public struct Row: Sendable {
        let recorder: Recorder
        var organisations: Set<Key> = []
        var count = 0
        var reported = 0
        var first: UInt64
        var last: UInt64
        var share: Int = 0
    }

    public static let columns: [Column<Row>] = [
        .word("recorder", "The user, as the kernel attests.") { $0.recorder.words },
        .parties("organisations", "The organisations for which they recorded.") { $0.organisations.sorted() },
        .number("count", "How many entries they recorded.") { $0.count },
        .number("share", "Their share of all entries, in basis points.") { $0.share },
        .number("reported", "How many of them say what another organisation said or did.") { $0.reported },
        .number("first", "The position of their first entry.") { Int(clamping: $0.first) },
        .number("last", "The position of their last entry.") { Int(clamping: $0.last) },
        .entries { $0.first == $0.last ? [$0.first] : [$0.first, $0.last] },
    ]

    public mutating func take(_ entry: Entry) {
        total += 1
        var row =
            byRecorder[entry.recorder]
            ?? Row(recorder: entry.recorder, first: entry.position, last: entry.position)
        row.count += 1
        row.last = entry.position
        if let organisation = entry.onBehalfOf { row.organisations.insert(organisation) }
        if let acting = entry.data["org"]?.text, acting != entry.onBehalfOf?.text { row.reported += 1 }
        byRecorder[entry.recorder] = row
    }

    public func answer(in world: World) -> Report<Row> {
        let rows = byRecorder.values
            .map { row in
                var row = row
                row.share = total == 0 ? 0 : row.count * 10_000 / total
                return row
            }
            .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
        return Report(
            rows,
            figures: [
                Figure("entries", total),
                Figure(
                    "largest share",
                    rows.first.map { "\($0.share)" },
                    "basis points of all entries by one recorder; 10000 is everything"
                ),
            ]
        )
    }
}
