// SPDX-License-Identifier: Apache-2.0

/// The services of the organisations, and at which interfaces they meet.
public struct ListServices: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "ListServices"
    public static let summary =
        "The services, who provides and who commissions them, and where they meet others."
    public static let command = "service list"

    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those that this organisation or a unit of it provides or commissions."
        )
    }

    /// A service as it was at the instant asked about.
    public struct Row: Sendable {
        let key: Key
        var title: Text
        var provider: Key
        var commissioner: Key?
        var population: Text?
        let interfaces: [Key]
        var entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the service.") { $0.key },
        .text("title", "What it is called.") { $0.title },
        .party("provider", "The organisation or unit that provides it.") { $0.provider },
        .party("commissioner", "The organisation that commissions it.") { $0.commissioner },
        .text("population", "Whom it is for.") { $0.population },
        .words("interfaces", "The interfaces at which it meets others, by key.") {
            $0.interfaces.map(\.text)
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        guard let organisation else { return Report(Self.rows(in: world)) }
        let rows = Self.rows(in: world).filter { row in
            [row.provider, row.commissioner].compactMap(\.self).contains {
                world.state.belongs($0, to: organisation)
            }
        }
        return Report(rows)
    }

    /// All services that there were or may have been.
    static func rows(in world: World) -> [Row] {
        world.state.network.services.sorted { $0.key < $1.key }.compactMap { key, service in
            service.registered.happening.happened(at: world.instant) == .no
                ? nil : row(key, service, in: world)
        }
    }

    private static func row(_ key: Key, _ service: Service, in world: World) -> Row {
        let content = service.registered.content
        let interfaces = world.state.network.interfaces.filter { _, interface in
            interface.defined.content.services.contains(key)
                && interface.defined.happening.happened(at: world.instant) != .no
        }
        var row = Row(
            key: key,
            title: content.title,
            provider: content.provider,
            commissioner: content.commissioner,
            population: content.population,
            interfaces: interfaces.map(\.key).sorted(),
            entries: [service.registered.happening.position]
        )
        for change in service.changes(at: world.instant) {
            row.title = change.content.title ?? row.title
            row.provider = change.content.provider ?? row.provider
            row.commissioner = change.content.commissioner ?? row.commissioner
            row.population = change.content.population ?? row.population
            row.entries.append(change.happening.position)
        }
        return row
    }
}
