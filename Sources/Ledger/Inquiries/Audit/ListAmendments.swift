// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// The register of corrections and retractions.
public struct ListAmendments: HistoryInquiry {
    /// The most rows that are kept.
    static let rowLimit = 10_000

    public static let family = InquiryFamily.audit
    public static let name = "ListAmendments"
    public static let summary = "Every correction and retraction: of which entry, for whom, when and why."
    public static let command = "audit amendments"

    private var rows: [Row] = []

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A correction or retraction.
    public struct Row: Sendable {
        let position: UInt64
        let subject: Subject
        let target: UInt64
        let isRetraction: Bool
        let explanation: Text?
        let organisation: Key?
        let recorder: Recorder
        let recorded: Timestamp
        var isInForce = false
    }

    public static let columns: [Column<Row>] = [
        .number("position", "The position of the correction or retraction.") { Int(clamping: $0.position) },
        .word("kind", "Whether it corrects or retracts.") { $0.isRetraction ? "retraction" : "correction" },
        .number("corrects", "The position of the entry that it is about.") { Int(clamping: $0.target) },
        .word("subject", "What that entry is about.") { $0.subject.description },
        .text("why", "Why.") { $0.explanation },
        .party("organisation", "The organisation for which it was recorded.") { $0.organisation },
        .word("recorder", "The user who recorded it.") { $0.recorder.words },
        .word("recorded", "The day it was recorded, in UTC.") { String($0.recorded.description.prefix(10)) },
        .flag("inForce", "Whether it is the last word on that entry.") { $0.isInForce },
        .entries { [$0.target, $0.position] },
    ]

    public mutating func take(_ entry: Entry) {
        guard rows.count < Self.rowLimit, let event = try? Catalogue.event(of: entry) else { return }
        if let correction = event as? EntryCorrected {
            add(entry, correction.entry, correction.explanation, isRetraction: false)
        } else if let retraction = event as? EntryRetracted {
            add(entry, retraction.entry, retraction.explanation, isRetraction: true)
        }
    }

    private mutating func add(_ entry: Entry, _ target: UInt64, _ explanation: Text, isRetraction: Bool) {
        rows.append(
            Row(
                position: entry.position,
                subject: entry.subject,
                target: target,
                isRetraction: isRetraction,
                explanation: explanation,
                organisation: entry.onBehalfOf,
                recorder: entry.recorder,
                recorded: entry.recorded
            )
        )
    }

    public func answer(in world: World) -> Report<Row> {
        let rows = rows.filter { $0.recorded <= world.instant }.map { row in
            var row = row
            row.isInForce = world.state.amendments[row.target]?.by == row.position
            return row
        }
        return Report(
            rows,
            figures: [
                Figure("corrections", rows.count { !$0.isRetraction }),
                Figure("retractions", rows.count { $0.isRetraction }),
            ]
        )
    }
}

extension Recorder {
    /// The recorder in a word, such as `uid:1001`.
    var words: String {
        switch self {
        case .user(let uid): "uid:\(uid)"
        case .system: "jvledgerd"
        }
    }
}
