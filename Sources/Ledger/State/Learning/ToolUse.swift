// SPDX-License-Identifier: Apache-2.0

/// Who took up a tool, in which sessions it was used, and who dropped it.
public struct ToolUse: Hashable, Codable, Sendable {
    /// Who took it up and for which interfaces, in the order of recording.
    public internal(set) var adoptions: [Recorded<ToolAdopted>] = []
    /// The sessions in which it was used, in the order of recording.
    public internal(set) var sessions: [Recorded<ToolUsed>] = []
    /// Who dropped it, in the order of recording.
    public internal(set) var drops: [Recorded<ToolDropped>] = []

    init() {}

    /// The organisations that have or may have taken it up at an instant and have not dropped it.
    func users(at t: Timestamp) -> [Key] {
        var users: [Key] = []
        let moves =
            adoptions.map { ($0.happening, $0.content.organisations, true) }
            + drops.map { ($0.happening, $0.content.organisations, false) }
        for (_, organisations, adopts) in moves.filter({ $0.0.happened(at: t) != .no })
            .sorted(by: { Happening.inOrder($0.0, $1.0) })
        {
            if adopts {
                for organisation in organisations where !users.contains(organisation) {
                    users.append(organisation)
                }
            } else {
                users.removeAll { organisations.isEmpty || organisations.contains($0) }
            }
        }
        return users
    }
}
