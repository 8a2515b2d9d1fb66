// SPDX-License-Identifier: Apache-2.0

extension SubjectKind {
    /// The command of `jvctl` whose answer shows what is known of a thing of this kind.
    public var question: String {
        switch self {
        case .advice: "advice list"
        case .agreement: "agreement list"
        case .assignment: "role list"
        case .barrier: "barrier list"
        case .baseline, .cost: "cost summary"
        case .benefit: "benefit list"
        case .body: "body show"
        case .boundary: "boundary list"
        case .claim: "disputes"
        case .commitment: "commitment list"
        case .community: "community list"
        case .consultation: "consultation list"
        case .contribution: "contribution list"
        case .decision: "decision show"
        case .delegation: "delegation list"
        case .dispute: "disagreement list"
        case .enabler: "barrier list"
        case .evidence: "evidence list"
        case .finding, .initiative, .misconception, .recognition, .reflection, .secondment, .venture:
            "journey"
        case .funding, .post: "post show"
        case .export, .import, .ledger, .policy: "log"
        case .witness: "witness list"
        case .interest: "interest list"
        case .interface, .service: "interface list"
        case .knowledge: "knowledge participation"
        case .lesson: "lesson list"
        case .measure: "measure series"
        case .meeting: "meeting list"
        case .need: "need list"
        case .objective: "measure board"
        case .organisation: "organisation show"
        case .partner: "partner list"
        case .person: "person roles"
        case .practice: "practice list"
        case .principle: "principle coverage"
        case .raid: "raid list"
        case .seat: "body show"
        case .survey: "network show"
        case .tool: "journey"
        }
    }
}
