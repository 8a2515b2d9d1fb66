// SPDX-License-Identifier: Apache-2.0

/// The communities in which knowledge is shared.
public struct ListCommunities: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "ListCommunities"
    public static let summary =
        "The communities in which people share what they know, and who belongs to them."
    public static let command = "community list"

    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those to which this organisation or a unit of it belongs."
        )
        all = try fields.flag("all", "Also those that were closed.")
    }

    /// A community at an instant.
    public struct Row: Sendable {
        let key: Key
        let community: Community
        let members: [Key]
        let goesOn: Truth
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the community.") { $0.key },
        .text("title", "What it is called.") { $0.community.formed.content.title },
        .text("purpose", "What it is for.") { $0.community.formed.content.purpose },
        .parties("members", "The organisations that belong, or may belong, to it.") { $0.members },
        .word("formed", "When it came to be.") { $0.community.formed.happening.occurrence.text },
        .word("goesOn", "Whether it goes on: yes, no or possibly.") { $0.goesOn.rawValue },
        .word("closed", "When it was closed.") {
            $0.goesOn == .yes ? nil : $0.community.closed?.happening.occurrence.text
        },
        .word("decision", "The decision that led to it.") { $0.community.formed.content.decision?.text },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.learning.communities.sorted { $0.key < $1.key }.compactMap {
            key,
            community -> Row? in
            func counts(_ happening: Happening) -> Bool { happening.happened(at: world.instant) != .no }
            let formed = community.formed.happening.happened(at: world.instant)
            let closed = community.closed?.happening.happened(at: world.instant) ?? .no
            let members = community.members(where: counts)
            guard formed != .no, all || closed != .yes,
                organisation.map({ asked in members.contains { world.state.belongs($0, to: asked) } }) ?? true
            else { return nil }
            let steps =
                [community.formed.happening] + community.moves.map(\.happening)
                + (community.closed.map { [$0.happening] } ?? [])
            return Row(
                key: key,
                community: community,
                members: members,
                goesOn: formed.and(closed.negated),
                entries: steps.filter(counts).map(\.position)
            )
        }
        return Report(rows)
    }
}
