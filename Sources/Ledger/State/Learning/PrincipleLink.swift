// SPDX-License-Identifier: Apache-2.0

/// The six principles of the Care Quality Commission for the adoption of innovation, with their names as
/// published.
///
/// From cqc.org.uk, "Enabling innovation and adoption in health and social care", page of 12 May 2022.
public enum CQCPrinciple: Int, CaseIterable, Codable, Sendable {
    case usersInvolved = 1
    case culture = 2
    case people = 3
    case bestIdeas = 4
    case outcomes = 5
    case flexibility = 6

    /// Its name, exactly as published.
    public var name: String {
        switch self {
        case .usersInvolved: "Develop and deploy innovations with the people who will use them"
        case .culture: "Develop a culture where innovation can happen"
        case .people: "Support your people"
        case .bestIdeas: "Adopt the best ideas and share your learning"
        case .outcomes: "Focus on outcomes and impact"
        case .flexibility: "Be flexible when managing change"
        }
    }
}

/// How well something shows that a principle is followed.
public enum LinkStrength: String, CaseIterable, Codable, Sendable, Comparable {
    case weak, moderate, strong

    public static func < (left: LinkStrength, right: LinkStrength) -> Bool {
        left.weight < right.weight
    }

    private var weight: Int {
        switch self {
        case .weak: 1
        case .moderate: 2
        case .strong: 3
        }
    }
}

/// That something shows that a principle is followed, as somebody has confirmed.
public struct PrincipleLink: Hashable, Codable, Sendable {
    /// What shows which principle, and why.
    public let linked: Recorded<PrincipleLinked>
    /// That it no longer counts.
    public internal(set) var unlinked: Recorded<PrincipleUnlinked>?

    init(_ linked: Recorded<PrincipleLinked>) { self.linked = linked }

    /// Whether it counts at an instant.
    func stands(at t: Timestamp) -> Truth {
        linked.happening.happened(at: t).and((unlinked?.happening.happened(at: t) ?? .no).negated)
    }
}
