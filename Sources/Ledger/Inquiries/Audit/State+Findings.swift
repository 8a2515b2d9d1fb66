// SPDX-License-Identifier: Apache-2.0

/// What an auditor finds of the authority behind an act: the same facts that the rules read, without deciding.
extension State {
    /// An assignment and the post or seat that it is to.
    func grounds(of assignment: Key?) -> [Subject] {
        guard let assignment else { return [] }
        return [Subject(.assignment, assignment)] + (roles.assignments[assignment].map { [$0.role] } ?? [])
    }

    /// What is wrong or doubtful with acting for an organisation in an assignment, at an instant.
    func findings(of assignment: Key?, for organisation: Key?, at t: Timestamp) -> [String] {
        guard let assignment else { return ["unnamed"] }
        var findings: [String] = []
        switch roleStands(assignment, at: t) {
        case .yes: break
        case .possibly: findings.append("mayHaveEnded")
        case .no: findings.append("ended")
        }
        if let role = roles.assignments[assignment]?.role, role.kind == .seat,
            seat(role.key)?.isVoting == false
        {
            findings.append("noVote")
        }
        if let organisation {
            let root = root(of: organisation)
            let actsFor = organisations(actedForBy: assignment, at: t)
            if !actsFor.contains(where: { self.root(of: $0) == root }) {
                findings.append("otherOrganisation")
            }
        }
        return findings
    }

    /// What is wrong or doubtful with acting under a delegation, at an instant.
    func findings(of delegation: Key?, exercisedBy assignment: Key?, in body: Key?, at t: Timestamp)
        -> [String]
    {
        guard let delegation, let delegated = self.delegation(delegation) else { return [] }
        var findings: [String] = []
        switch delegated.validity.holds(at: t) {
        case .yes: break
        case .possibly: findings.append("mayHaveLapsed")
        case .no: findings.append("lapsed")
        }
        var exercisers = grounds(of: assignment) + (body.map { [Subject(.body, $0)] } ?? [])
        exercisers += exercisers.filter { $0.kind == .seat }
            .compactMap { seat($0.key).map { Subject(.body, $0.body) } }
        if !exercisers.contains(delegated.to) { findings.append("otherHolder") }
        return findings
    }

    /// Whether whoever has an assignment spoke or decided in spite of a conflict, without a dispensation.
    func isConflicted(_ assignment: Key, in key: Key, _ decision: Decision) -> Bool {
        let person = roles.assignments[assignment]?.person
        func isTheirs(_ holder: Subject) -> Bool {
            isHeld(holder, by: assignment) || person != nil && self.person(named: holder) == person
        }
        guard conflicts(in: key).contains(where: { isTheirs($0.content.holder) }) else { return false }
        return !dispensations(in: key).contains { isTheirs($0.content.holder) }
    }
}

extension EDTF {
    /// Bounds in words: the instant or the day on which they begin, and that on which they end if it is another.
    static func words(of bounds: Bounds) -> String {
        func day(_ t: Timestamp?) -> String { t.map { String($0.description.prefix(10)) } ?? ".." }
        let (first, last) = (day(bounds.earliest), day(bounds.last))
        return first == last ? first : "\(first)/\(last)"
    }
}
