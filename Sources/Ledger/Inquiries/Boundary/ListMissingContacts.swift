// SPDX-License-Identifier: Apache-2.0

/// The organisations that share an interface and never meet.
public struct ListMissingContacts: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "ListMissingContacts"
    public static let summary =
        "The organisations that share an interface and have no recorded contact within the window."
    public static let command = "network gaps"

    private let window: DateWindow
    private let interface: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        interface = try fields.optionalKey("interface", of: .interface, "Only those at this interface.")
        window = DateWindow(
            from: try fields.optionalDate("from", "Only contact on or after the start of this date counts."),
            until: try fields.optionalDate("until", "Only contact by the end of this date counts.")
        )
    }

    /// Two organisations at an interface, without certain contact.
    public struct Row: Sendable {
        let interface: Key
        let title: Text
        let first: Key
        let second: Key
        let contact: Truth
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("interface", "The interface that they share.") { $0.interface },
        .text("title", "What it is called.") { $0.title },
        .party("first", "The one organisation.") { $0.first },
        .party("second", "The other.") { $0.second },
        .word("contact", "Whether they had contact: no, or possibly where dates leave it open.") {
            $0.contact.rawValue
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let contacts = world.contacts(within: window)
        var pairs: Set<[Key]> = []
        var rows: [Row] = []
        for (key, interface) in world.state.network.interfaces.sorted(by: { $0.key < $1.key })
        where self.interface.map({ $0 == key }) ?? true {
            let happening = interface.defined.happening
            guard happening.happened(at: world.instant) != .no else { continue }
            let content = interface.defined.content
            let organisations = Set(content.organisations.map(world.state.root(of:))).sorted()
            for (index, first) in organisations.enumerated() {
                for second in organisations.dropFirst(index + 1) {
                    pairs.insert([first, second])
                    let contact = contacts[[first, second]]
                    guard contact?.truth != .yes else { continue }
                    rows.append(
                        Row(
                            interface: key,
                            title: content.title,
                            first: first,
                            second: second,
                            contact: contact?.truth ?? .no,
                            entries: [happening.position] + (contact?.entries ?? [])
                        )
                    )
                }
            }
        }
        let missing = Set(rows.filter { $0.contact == .no }.map { [$0.first, $0.second] })
        return Report(
            rows,
            figures: [
                Figure("window", window.words),
                Figure("pairs", pairs.count, "pairs of organisations that share an interface"),
                Figure("withoutContact", missing.count, "of these, with no contact recorded"),
                Figure(
                    "contact",
                    "advice, boundary actions, knowledge events, survey ties",
                    "both take part, they or a unit of theirs; what was not recorded is not counted"
                ),
            ]
        )
    }
}
