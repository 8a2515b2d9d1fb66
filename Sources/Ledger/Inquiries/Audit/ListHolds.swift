// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What must be kept, of whom and why.
public struct ListHolds: HistoryInquiry {
    /// The most holds that are kept.
    static let rowLimit = 10_000

    public static let family = InquiryFamily.audit
    public static let name = "ListHolds"
    public static let summary = "Of whom what is sealed must be kept: for whom, since when and why."
    public static let command = "hold list"

    private let person: Key?
    private let all: Bool
    private var rows: [Row] = []

    public init(_ fields: inout Fields) throws(FieldError) {
        person = try fields.optionalKey("person", of: .person, "Only those of this person.")
        all = try fields.flag("all", "Also those that were released.")
    }

    /// A hold, and what ended it.
    public struct Row: Sendable {
        let person: Key
        let placed: Entry
        let reason: Text
        var released: Entry?
        var releaseReason: Text?
    }

    public static let columns: [Column<Row>] = [
        .key("person", "The key of the person.") { $0.person },
        .word("since", "The day it was placed, in UTC.") { $0.placed.recorded.dayText },
        .party("organisation", "The organisation that placed it, and that alone releases it.") {
            $0.placed.onBehalfOf
        },
        .text("reason", "Why what is sealed of them must be kept.") { $0.reason },
        .word("released", "The day it was released, in UTC; absent while it holds.") {
            $0.released?.recorded.dayText
        },
        .text("releasedBecause", "Why it was released.") { $0.releaseReason },
        .entries { [$0.placed.position] + ($0.released.map { [$0.position] } ?? []) },
    ]

    public mutating func take(_ entry: Entry) {
        guard [HoldPlaced.typeName, HoldReleased.typeName].contains(entry.type),
            person.map({ $0 == entry.subject.key }) ?? true,
            let event = try? Catalogue.event(of: entry)
        else { return }
        if let hold = event as? HoldPlaced, rows.count < Self.rowLimit {
            rows.append(Row(person: entry.subject.key, placed: entry, reason: hold.reason))
        } else if let release = event as? HoldReleased,
            let last = rows.lastIndex(where: { $0.person == entry.subject.key })
        {
            rows[last].released = entry
            rows[last].releaseReason = release.reason
        }
    }

    public func answer(in world: World) -> Report<Row> {
        Report(rows.filter { $0.placed.recorded <= world.instant && (all || $0.released == nil) })
    }
}
