// SPDX-License-Identifier: Apache-2.0

/// People, posts, funding, assignments and secondments.
public struct RolesState: Hashable, Codable, Sendable {
    /// Everyone registered.
    public internal(set) var people: LayeredMap<Key, Person> = [:]
    /// Every post that was ever defined.
    public internal(set) var posts: LayeredMap<Key, Post> = [:]
    /// The versions of each post's funding, by the key of the post; they replace each other in time.
    public internal(set) var funding: LayeredMap<Key, Timeline<FundingTerms>> = [:]
    /// Every assignment of a person to a post or seat.
    public internal(set) var assignments: LayeredMap<Key, Assignment> = [:]
    /// The assignments of each post or seat, in the order in which they were recorded.
    public internal(set) var assignmentsByRole: LayeredMap<Subject, [Key]> = [:]
    /// Every secondment.
    public internal(set) var secondments: LayeredMap<Key, Secondment> = [:]

    /// Nothing has been recorded.
    public init() {}
}

extension Catalogue {
    static let rolesTypes: [any Event.Type] = [
        PersonRegistered.self, AffiliationChanged.self,
        PostDefined.self, PostRetitled.self, PostAbolished.self, RecruitmentOpened.self,
        RecruitmentClosed.self,
        FundingAgreed.self, FundingVaried.self, FundingEnded.self,
        RoleAssigned.self, RoleCapacityChanged.self, RoleAbsenceStarted.self, RoleAbsenceEnded.self,
        RoleEnded.self,
        SecondmentStarted.self, SecondmentExtended.self, SecondmentEnded.self,
    ]
}
