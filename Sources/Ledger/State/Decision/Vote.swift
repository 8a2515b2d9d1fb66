// SPDX-License-Identifier: Apache-2.0

/// A vote on a revision of a proposal.
public struct Vote: Hashable, Codable, Sendable {
    /// How it was opened.
    public let opened: Recorded<VoteOpened>
    /// The revision that was voted on.
    public let revision: Int
    /// The voting seats of the body when it was opened, each with its votes.
    public let electorate: [Electing]
    /// What seats voted, in the order of recording; a later ballot of a seat replaces the one before.
    public internal(set) var ballots: [Voiced<VoteCast>] = []
    /// That it was closed.
    public internal(set) var closed: Recorded<VoteClosed>?

    /// A seat with a vote.
    public struct Electing: Hashable, Codable, Sendable {
        /// The seat.
        public let seat: Key
        /// How many votes it has.
        public let votes: Int
    }

    /// How many votes were cast for an option, and how many otherwise.
    public struct Tally: Hashable, Codable, Sendable {
        /// Votes for it.
        public let inFavour: Int
        /// Votes against it or for something else.
        public let against: Int
        /// Abstentions.
        public let abstaining: Int
        /// Whether it carries.
        public let carries: Bool
    }

    /// The ballots that count: the last of each seat.
    public var counted: [Voiced<VoteCast>] {
        var last: [Key: Int] = [:]
        for (index, ballot) in ballots.enumerated() { last[ballot.content.seat] = index }
        return ballots.enumerated().filter { last[$0.element.content.seat] == $0.offset }.map(\.element)
    }

    /// How the vote went for an option, or for the proposal as such.
    public func tally(_ option: Int?) -> Tally {
        var inFavour = 0
        var against = 0
        var abstaining = 0
        for ballot in counted.map(\.content) {
            let votes = ballot.weight ?? electorate.first { $0.seat == ballot.seat }?.votes ?? 1
            switch ballot.ballot {
            case .for:
                let isForIt = (ballot.option ?? opened.content.option) == option
                if isForIt { inFavour += votes } else { against += votes }
            case .against: against += votes
            case .abstain: abstaining += votes
            }
        }
        let carries =
            switch opened.content.rule {
            case .majority: inFavour > against
            case .unanimity: inFavour > 0 && against == 0 && abstaining == 0
            }
        return Tally(inFavour: inFavour, against: against, abstaining: abstaining, carries: carries)
    }
}
