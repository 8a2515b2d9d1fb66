// SPDX-License-Identifier: Apache-2.0

/// What follows for the venture, its organisations and partners, its bodies and what is delegated to them.
public struct GovernanceState: Hashable, Codable, Sendable {
    /// The venture; nil before it is established.
    public internal(set) var venture: Venture?
    /// Initiatives, by key.
    public internal(set) var initiatives: LayeredMap<Key, Initiative> = [:]
    /// Organisations and their units, by key.
    public internal(set) var organisations: LayeredMap<Key, Organisation> = [:]
    /// Those who are, were or might be partners, by the key of the organisation.
    public internal(set) var partners: LayeredMap<Key, Partner> = [:]
    /// Bodies, by key.
    public internal(set) var bodies: LayeredMap<Key, Body> = [:]
    /// Seats of all bodies, by key.
    public internal(set) var seats: LayeredMap<Key, Seat> = [:]
    /// Meetings, by key.
    public internal(set) var meetings: LayeredMap<Key, Meeting> = [:]
    /// Delegations, by key.
    public internal(set) var delegations: LayeredMap<Key, Delegation> = [:]

    /// Agreements between organisations, by key.
    public internal(set) var agreements: LayeredMap<Key, Agreement> = [:]
    /// Interests that people declared, by key.
    public internal(set) var interests: LayeredMap<Key, Interest> = [:]
    /// How conflicts of interest were handled, by the key of the decision, in the order of recording.
    public internal(set) var conflicts: LayeredMap<Key, [Recorded<ConflictRecorded>]> = [:]
    /// Dispensations from conflicts of interest, by the key of the decision, in the order of recording.
    public internal(set) var dispensations: LayeredMap<Key, [Recorded<DispensationGranted>]> = [:]

    /// Nothing has happened.
    init() {}

    /// What an agreement is called; nil when it is not recorded.
    ///
    /// An interest is called nothing: what it consists in is personal.
    func title(_ subject: Subject) -> Text? {
        subject.kind == .agreement ? agreements[subject.key]?.title : nil
    }
}
