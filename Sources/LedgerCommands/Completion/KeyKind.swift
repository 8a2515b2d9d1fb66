// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A kind of thing whose keys a shell can complete, by the name that it has in `KIND/KEY`.
public enum KeyKind: String, CaseIterable, Sendable {
    case advice
    case agreement
    case assignment
    case barrier
    case benefit
    case body
    case boundary
    case claim
    case commitment
    case community
    case consultation
    case contribution
    case decision
    case delegation
    case dispute
    case evidence
    case interest
    case interface
    case lesson
    case measure
    case meeting
    case need
    case objective
    case organisation
    case partner
    case person
    case post
    case practice
    case raid
    case seat
    case service
    case survey
    case tool
    case witness
}

extension KeyKind {
    /// The list in which the daemon has all of them, also those that have ended, where it keeps these apart.
    var list: KeyList {
        switch self {
        case .advice: KeyList("Decisions.ListAdvice")
        case .agreement: KeyList("Roles.ListAgreements", withEnded: true)
        case .assignment: KeyList("Roles.ListHolders", "roles.holders.assignment")
        case .barrier: KeyList("Boundary.ListBarriers", withEnded: true)
        case .benefit: KeyList("Evaluation.ListBenefits")
        case .body: KeyList("Roles.ListBodies", "bodies.key", withEnded: true)
        case .boundary: KeyList("Boundary.ListActions", "actions.key")
        case .claim: KeyList("Boundary.ListClaims", "claims.key")
        case .commitment: KeyList("Decisions.ListCommitments", withEnded: true)
        case .community: KeyList("Learning.ListCommunities", withEnded: true)
        case .consultation: KeyList("Decisions.ListConsultations", withEnded: true)
        case .contribution: KeyList("Evaluation.ListContributions", "rows.contributions")
        case .decision: KeyList("Decisions.List", "decisions.key")
        case .delegation: KeyList("Roles.ListDelegations", withEnded: true)
        case .dispute: KeyList("Decisions.ListPartnerDisputes", withEnded: true)
        case .evidence: KeyList("Decisions.ListEvidence")
        case .interest: KeyList("Roles.ListInterests", withEnded: true)
        case .interface: KeyList("Boundary.ListInterfaces")
        case .lesson: KeyList("Learning.ListLessons")
        case .measure: KeyList("Evaluation.GetBoard", "rows.measure", withEnded: true)
        case .meeting: KeyList("Roles.ListMeetings")
        case .need: KeyList("Decisions.ListNeeds", withEnded: true)
        case .objective: KeyList("Evaluation.GetBoard", "rows.objective", withEnded: true)
        case .organisation: KeyList("Roles.ListOrganisations", "organisations.key")
        case .partner: KeyList("Roles.ListPartners", "partners.organisation.key", withEnded: true)
        case .person: KeyList("Roles.ListPeople")
        case .post: KeyList("Roles.ListPosts", "posts.key", withEnded: true)
        case .practice: KeyList("Learning.ListPractices")
        case .raid: KeyList("Decisions.ListRaid", withEnded: true)
        case .seat: KeyList("Roles.ListHolders", "roles.role")
        case .service: KeyList("Boundary.ListServices")
        case .survey: KeyList("Boundary.ListSurveys")
        case .tool: KeyList("Learning.ListTools")
        case .witness: KeyList("Log.ListWitnesses", "witnesses.key")
        }
    }

    /// Its keys among the texts of its list: what the list writes as `KIND/KEY` of another kind is none.
    func keys(in reply: JSONObject) -> [String] {
        let mark = "\(rawValue)/"
        return list.texts(in: reply).compactMap { text in
            guard text.contains("/") else { return text }
            return text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : nil
        }
    }
}
