// SPDX-License-Identifier: Apache-2.0

/// A community in which people of several organisations share what they know.
public struct Community: Hashable, Codable, Sendable {
    /// That an organisation joined or left.
    public struct Move: Hashable, Codable, Sendable {
        /// The organisation.
        public let organisation: Key
        /// Whether it joined; else it left.
        public let isJoining: Bool
        /// When.
        public let happening: Happening
    }

    /// What it is for and who began it.
    public let formed: Recorded<CommunityFormed>
    /// Who joined and left since, in the order of recording.
    public internal(set) var moves: [Move] = []
    /// That it was closed; nil while it goes on.
    public internal(set) var closed: Recorded<CommunityClosed>?

    init(_ formed: Recorded<CommunityFormed>) { self.formed = formed }

    /// The organisations that belong to it after all moves that `counts`.
    func members(where counts: (Happening) -> Bool = { _ in true }) -> [Key] {
        var members: [Key] = []
        for organisation in formed.content.organisations where !members.contains(organisation) {
            members.append(organisation)
        }
        for move in moves where counts(move.happening) {
            members.removeAll { $0 == move.organisation }
            if move.isJoining { members.append(move.organisation) }
        }
        return members
    }
}

extension State {
    /// A community, by its key.
    public func community(_ key: Key) -> Community? { learning.communities[key] }
}
