// SPDX-License-Identifier: Apache-2.0

/// A step of the chain of reasons from or to a decision.
public struct WhyLink: Hashable, Sendable {
    /// Which way the step goes.
    public enum Direction: String, Sendable {
        /// The decision rests on it.
        case restsOn
        /// It came of the decision.
        case ledTo
        /// It replaced the decision.
        case replacedBy
    }

    /// Which way.
    public let direction: Direction
    /// How many steps from the decision that was asked about, from 1.
    public let depth: Int
    /// What.
    public let subject: Subject
    /// What it is called.
    public let title: Text?
    /// What it does for the decision, such as `supports`.
    public let role: String?
}

extension State {
    /// The longest chain that is followed.
    static let whyDepthLimit = 16

    /// Why a matter was decided, upwards through what it rests on, and what came of it, downwards.
    public func why(_ key: Key) -> [WhyLink] {
        var seen: Set<Subject> = [Subject(.decision, key)]
        return chain(from: Subject(.decision, key), .restsOn, depth: 1, seen: &seen)
            + chain(from: Subject(.decision, key), .ledTo, depth: 1, seen: &seen)
    }

    /// The direct reasons and results of a matter.
    func why(_ key: Key, in decision: Decision) -> [WhyLink] {
        steps(from: decision, .restsOn, depth: 1) + steps(from: decision, .ledTo, depth: 1)
    }

    private func chain(
        from subject: Subject,
        _ direction: WhyLink.Direction,
        depth: Int,
        seen: inout Set<Subject>
    ) -> [WhyLink] {
        guard depth <= Self.whyDepthLimit, subject.kind == .decision, let decision = decision(subject.key)
        else {
            return []
        }
        var links: [WhyLink] = []
        for step in steps(from: decision, direction, depth: depth) where seen.insert(step.subject).inserted {
            links.append(step)
            links += chain(from: step.subject, direction, depth: depth + 1, seen: &seen)
        }
        return links
    }

    private func steps(from decision: Decision, _ direction: WhyLink.Direction, depth: Int) -> [WhyLink] {
        func link(_ direction: WhyLink.Direction, _ subject: Subject, _ role: String?) -> WhyLink {
            WhyLink(
                direction: direction,
                depth: depth,
                subject: subject,
                title: title(of: subject),
                role: role
            )
        }
        switch direction {
        case .restsOn:
            return decision.because.map { link(.restsOn, $0, nil) }
                + decision.evidence.map { link(.restsOn, Subject(.evidence, $0.evidence), $0.role.rawValue) }
        case .ledTo, .replacedBy:
            let results = decision.ledTo.map { link(.ledTo, $0, nil) }
            guard let key = decision.replacedBy else { return results }
            return results + [link(.replacedBy, Subject(.decision, key), nil)]
        }
    }
}
