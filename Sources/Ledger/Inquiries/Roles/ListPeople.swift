// SPDX-License-Identifier: Apache-2.0

/// The people whom the ledger knows.
public struct ListPeople: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "ListPeople"
    public static let summary =
        "Every person registered: to whom they belong, whether they were erased or must be kept."
    public static let command = "person list"

    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those of this organisation or a unit of it."
        )
    }

    /// A person, and what became of what is sealed of them.
    public struct Row: Sendable {
        let key: Key
        let organisations: [Key]
        let erasure: UInt64?
        let hold: Hold?
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key, which names nobody; it is in every entry about them.") { $0.key },
        .person("person", "The person.") { $0.key },
        .parties("organisations", "The organisations that they belong or may belong to.") {
            $0.organisations
        },
        .flag("erased", "Whether what was sealed of them was erased.") { $0.erasure != nil },
        .flag("held", "Whether what is sealed of them must be kept for now.") { $0.hold != nil },
        .entries { [$0.erasure, $0.hold?.position].compactMap(\.self).sorted() },
    ]

    public func answer(in world: World) -> Report<Row> {
        let state = world.state
        let rows = state.roles.people.sorted { $0.key < $1.key }.compactMap { key, person -> Row? in
            let organisations = person.affiliations(at: world.instant).map(\.value)
            if let organisation {
                guard organisations.contains(where: { state.belongs($0, to: organisation) }) else {
                    return nil
                }
            }
            return Row(
                key: key,
                organisations: organisations,
                erasure: state.records.erasedPeople[key],
                hold: state.records.holds[key]
            )
        }
        return Report(rows)
    }
}
