// SPDX-License-Identifier: Apache-2.0

/// One thing that happened to a post.
public struct BiographyEvent: Hashable, Sendable {
    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// It was defined under this title.
        case defined(title: Text)
        /// It was given another title.
        case retitled(Text)
        /// From here on these paid these shares.
        case funded(FundingTerms)
        /// From here on no shares are recorded.
        case fundingEnded
        /// Someone took it on.
        case appointed(assignment: Key, person: Key, Capacity)
        /// Someone who held it did so in another capacity.
        case capacityChanged(assignment: Key, person: Key, Capacity)
        /// Someone who held it was away.
        case absenceBegan(assignment: Key, person: Key)
        /// Someone who held it was back.
        case absenceEnded(assignment: Key, person: Key)
        /// Someone gave it up.
        case left(assignment: Key, person: Key, Capacity)
        /// Nobody held it in their own right, until that date if it is known; possibly where dates leave it
        /// open.
        case vacant(until: EDTF?, Truth)
        /// Its time, fixed when it was defined, was over.
        case ended
        /// It was abolished.
        case abolished(reason: Text?)

        /// The order of what happened on the same date: what ends comes before what begins.
        var rank: Int {
            switch self {
            case .defined: 0
            case .retitled: 1
            case .fundingEnded: 2
            case .funded: 3
            case .absenceEnded: 4
            case .left: 5
            case .capacityChanged: 6
            case .vacant: 7
            case .appointed: 8
            case .absenceBegan: 9
            case .ended: 10
            case .abolished: 11
            }
        }
    }

    /// When; nil where it has always been so, as far as is stated.
    public let date: EDTF?
    /// What.
    public let kind: Kind
    /// The position of the entry it rests on.
    public let position: UInt64

    /// The order of a biography: by the earliest instant of the date, then by kind, then by position.
    static func inOrder(_ left: BiographyEvent, _ right: BiographyEvent) -> Bool {
        let dates = (left.start, right.start)
        if dates.0 != dates.1 { return dates.0 < dates.1 }
        return (left.kind.rank, left.position) < (right.kind.rank, right.position)
    }

    private var start: Timestamp { date?.bounds.earliestOrPast ?? .distantPast }
}
