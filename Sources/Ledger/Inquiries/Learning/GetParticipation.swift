// SPDX-License-Identifier: Apache-2.0

/// Who took part in the events at which knowledge passed, year by year.
public struct GetParticipation: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "GetParticipation"
    public static let summary = "How many knowledge events each organisation took part in, by year."
    public static let command = "knowledge participation"

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// An organisation in a year.
    public struct Row: Sendable {
        let year: String
        let organisation: Key
        var hosted = 0
        var attended = 0
        var entries: [UInt64] = []
    }

    public static let columns: [Column<Row>] = [
        .word("year", "The year, by the earliest instant that the date allows.") { $0.year },
        .party("organisation", "The organisation; units count for theirs.") { $0.organisation },
        .number("hosted", "How many events it hosted.") { $0.hosted },
        .number("attended", "How many events it took part in, those it hosted not counted again.") {
            $0.attended
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        var rows: [String: [Key: Row]] = [:]
        let events = world.state.activity.knowledgeEvents.values
            .filter { $0.isHeld && $0.happening.happened(at: world.instant) != .no }
            .sorted { Happening.inOrder($0.happening, $1.happening) }
        for event in events {
            let bounds = event.happening.occurrence.date.bounds
            let year = bounds.earliest.map { String($0.description.prefix(4)) } ?? "unknown"
            let host = world.state.root(of: event.content.host)
            let guests = Set(event.content.organisations.map(world.state.root(of:))).subtracting([host])
            for organisation in [host] + guests.sorted() {
                var row = rows[year]?[organisation] ?? Row(year: year, organisation: organisation)
                if organisation == host { row.hosted += 1 } else { row.attended += 1 }
                row.entries.append(event.happening.position)
                rows[year, default: [:]][organisation] = row
            }
        }
        return Report(
            rows.sorted { $0.key < $1.key }.flatMap { $0.value.sorted { $0.key < $1.key }.map(\.value) }
        )
    }
}
