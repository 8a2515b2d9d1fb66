// SPDX-License-Identifier: Apache-2.0

/// The tools for evaluating and learning, and who uses them.
public struct ListTools: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "ListTools"
    public static let summary =
        "The tools that were introduced, who has taken them up for what, and how often each was used."
    public static let command = "tool list"

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A tool at an instant.
    public struct Row: Sendable {
        let key: Key
        let tool: Recorded<ToolIntroduced>
        let users: [Key]
        let interfaces: [Key]
        let sessions: Int
        let decisions: [Key]
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the tool.") { $0.key },
        .text("title", "What it is called.") { $0.tool.content.title },
        .word("kind", "What it is for.") { $0.tool.content.tool.rawValue },
        .word("introduced", "When it came into use.") { $0.tool.happening.occurrence.text },
        .parties("users", "The organisations that have taken it up and not dropped it.") { $0.users },
        .words("interfaces", "The service interfaces for which it was taken up.") {
            $0.interfaces.map(\.text)
        },
        .number("sessions", "In how many sessions it was used.") { $0.sessions },
        .words("decisions", "The decisions that led to its being taken up.") { $0.decisions.map(\.text) },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.activity.tools.sorted { $0.key < $1.key }.compactMap { key, tool -> Row? in
            guard tool.happening.happened(at: world.instant) != .no else { return nil }
            let use = world.state.learning.toolUse[key] ?? ToolUse()
            func counts(_ happening: Happening) -> Bool { happening.happened(at: world.instant) != .no }
            let adoptions = use.adoptions.filter { counts($0.happening) }
            let sessions = use.sessions.filter { counts($0.happening) }
            let drops = use.drops.filter { counts($0.happening) }
            let positions =
                adoptions.map(\.happening.position) + sessions.map(\.happening.position)
                + drops.map(\.happening.position)
            return Row(
                key: key,
                tool: tool,
                users: use.users(at: world.instant),
                interfaces: Set(adoptions.flatMap(\.content.interfaces)).sorted(),
                sessions: sessions.count,
                decisions: Set(adoptions.compactMap(\.content.decision)).sorted(),
                entries: [tool.happening.position] + positions.sorted()
            )
        }
        return Report(rows)
    }
}
