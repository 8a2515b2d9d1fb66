// SPDX-License-Identifier: Apache-2.0

/// Which law's demands turn warnings into refusals.
///
/// A profile binds only where a provision says so, and only those whom it binds. Provisions are cited as they were
/// read; what was not read is not here.
public enum Profile: String, CaseIterable, Codable, Sendable {
    /// Title, chosen option, reason and consents are enough for a joint decision.
    case minimal
    /// What a council must record of an executive decision, or of one that an officer takes under delegation.
    case ukCouncil = "uk-council"
    /// What a partnership between an NHS body and a local authority must have agreed.
    case section75 = "s75"
}

/// A place in a statute.
public struct Provision: Hashable, Sendable {
    /// Its citation, such as `SI 2012/2089, regulation 12(2)(b)`.
    public let citation: String
    /// What it asks for, in a few words.
    public let demand: String

    init(_ citation: String, _ demand: String) {
        self.citation = citation
        self.demand = demand
    }
}

extension Profile {
    /// The provisions that make a rule binding, in the order of their years; none where it only warns.
    public func provisions(for rule: Rule) -> [Provision] {
        switch self {
        case .minimal: []
        case .ukCouncil: Self.councilProvisions[rule] ?? []
        case .section75: Self.section75Provisions[rule] ?? []
        }
    }

    /// The rules that a provision makes binding, by number.
    public var bindingRules: [Rule] { Rule.allCases.filter { !provisions(for: $0).isEmpty } }

    private static let meetings = "SI 2012/2089, regulation 12(2)"
    private static let officers = "SI 2014/2095, regulation 7(3)"

    private static let councilProvisions: [Rule: [Provision]] = [
        .reasonsGiven: [
            Provision("\(meetings)(b)", "the reasons for the decision"),
            Provision(officers, "the decision with its reasons"),
        ],
        .optionsConsidered: [
            Provision("\(meetings)(c)", "the alternative options considered and rejected at the meeting"),
            Provision(officers, "the alternatives considered and rejected"),
        ],
        .conflictsStated: [
            Provision("\(meetings)(d)", "any conflict of interest that a member declared"),
            Provision(officers, "the names of members who declared a conflict, under an express delegation"),
        ],
        .publicationComplete: [
            Provision(meetings, "a record with date, reasons, alternatives, conflicts and dispensations")
        ],
    ]

    private static let section75Provisions: [Rule: [Provision]] = [
        .agreementComplete: [
            Provision("SI 2000/617, regulation 7(3)", "what the agreement on a pooled fund specifies"),
            Provision("SI 2000/617, regulation 9(3)", "what the agreement on delegated functions specifies"),
        ],
        .section75Parties: [
            Provision("SI 2000/617, regulation 2", "which bodies may enter into the arrangement")
        ],
    ]
}

extension State {
    /// Whether the charter's profile binds those whom an entry concerns.
    ///
    /// The regulations on records bind councils: they concern a decision that a council takes, alone or with others.
    /// Those on partnerships concern the agreement of one under section 75.
    func profileBinds(_ rule: Rule, _ entry: Entry) -> Bool {
        guard let profile = charter?.profile, !profile.provisions(for: rule).isEmpty else { return false }
        switch profile {
        case .minimal: return false
        case .section75: return true
        case .ukCouncil:
            guard let decision = decision(entry.subject.key), entry.subject.kind == .decision else {
                return false
            }
            return requiredPartners(of: decision, at: entry.earliest).contains {
                organisation(root(of: $0))?.kind == .council
            }
        }
    }
}
