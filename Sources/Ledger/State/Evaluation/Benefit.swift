// SPDX-License-Identifier: Apache-2.0

/// A benefit that somebody claims, and what others found of it.
public struct Benefit: Hashable, Codable, Sendable {
    /// What is found of a claim.
    public enum Finding: Hashable, Codable, Sendable {
        /// It came about.
        case verified(Recorded<BenefitVerified>)
        /// It did not come about.
        case notRealised(Recorded<BenefitNotRealised>)

        /// When it was found.
        public var happening: Happening {
            switch self {
            case .verified(let event): event.happening
            case .notRealised(let event): event.happening
            }
        }
    }

    /// The claim.
    public let claim: Recorded<BenefitClaimed>
    /// What was found, in the order of recording.
    public internal(set) var findings: [Finding] = []

    init(_ claim: Recorded<BenefitClaimed>) { self.claim = claim }

    /// What was found last, by its date, of what had or may have happened at an instant.
    public func finding(at t: Timestamp) -> Finding? {
        findings.filter { $0.happening.happened(at: t) != .no }
            .max { Happening.inOrder($0.happening, $1.happening) }
    }
}
