// SPDX-License-Identifier: Apache-2.0

extension State {
    /// What anything that has a stream is called: its latest title; nil when it has none or is not recorded.
    ///
    /// A partner is called what its organisation is, an assignment what the post or seat is, funding what the
    /// post is. A person is called by the label that stands in for the name, which stays when the name is
    /// erased; without one by the name.
    public func title(of subject: Subject) -> Text? {
        let key = subject.key
        return switch subject.kind {
        case .advice: activity.advice[key]?.request.content.topic
        case .assignment: roles.assignments[key].flatMap { titleOfRole($0.role) }
        case .barrier: activity.barriers[key]?.identified.content.title
        case .body: governance.bodies[key]?.title
        case .boundary: activity.actions[key]?.action.content.title
        case .claim: claims[key]?.question
        case .decision: decisions.all[key]?.title
        case .delegation: governance.delegations[key]?.function
        case .evidence: decisions.evidence[key]?.title
        case .finding: activity.findings[key]?.content.title
        case .initiative: governance.initiatives[key]?.title
        case .knowledge: activity.knowledgeEvents[key]?.content.title
        case .meeting: governance.meetings[key]?.title
        case .organisation, .partner: governance.organisations[key]?.names.history.last?.name
        case .person: roles.people[key].flatMap { $0.label ?? $0.name }
        case .post, .funding: roles.posts[key]?.titles.periods.last?.value
        case .seat: governance.seats[key]?.title
        case .secondment: roles.secondments[key]?.purpose
        case .tool: activity.tools[key]?.content.title
        case .venture: venture(key)?.names.history.last?.name
        case .agreement, .interest: governance.title(subject)
        case .commitment, .consultation, .dispute, .need, .raid: work.title(subject)
        case .interface, .service, .survey: network.title(subject)
        case .baseline, .benefit, .contribution, .cost, .measure, .objective: evaluation.title(subject)
        case .community, .enabler, .lesson, .misconception, .practice, .principle, .recognition, .reflection:
            learning.title(subject)
        case .export, .import, .ledger, .policy, .witness: nil
        }
    }

    /// The title of a post or seat; an assignment is to nothing else.
    private func titleOfRole(_ role: Subject) -> Text? {
        role.kind == .seat
            ? governance.seats[role.key]?.title : roles.posts[role.key]?.titles.periods.last?.value
    }

    private func venture(_ key: Key) -> Venture? { governance.venture.flatMap { $0.key == key ? $0 : nil } }
}
