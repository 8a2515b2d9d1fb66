// SPDX-License-Identifier: Apache-2.0
public import HashTreeCollections

/// People, posts, funding, assignments and secondments.
public struct RolesState: Hashable, Sendable {
    /// Everyone registered.
    public internal(set) var people: TreeDictionary<Key, Person> = [:]
    /// Every post that was ever defined.
    public internal(set) var posts: TreeDictionary<Key, Post> = [:]
    /// The versions of each post's funding, by the key of the post; they replace each other in time.
    public internal(set) var funding: TreeDictionary<Key, Timeline<FundingTerms>> = [:]
    /// Every assignment of a person to a post or seat.
    public internal(set) var assignments: TreeDictionary<Key, Assignment> = [:]
    /// The assignments of each post or seat, in the order in which they were recorded.
    public internal(set) var assignmentsByRole: TreeDictionary<Subject, [Key]> = [:]
    /// Every secondment.
    public internal(set) var secondments: TreeDictionary<Key, Secondment> = [:]

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
