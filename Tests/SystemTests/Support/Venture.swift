// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// An entry as `io.jvledger.Ledger.Record` takes it.
func entry(
    _ type: String,
    _ subject: String,
    _ data: JSON = [:],
    occurred: String? = nil,
    _ more: [String: JSON] = [:]
) -> JSON {
    var entry = JSONObject()
    entry["type"] = .string(type)
    entry["subject"] = .string(subject)
    entry["data"] = data
    if let occurred { entry["occurred"] = ["date": .string(occurred)] }
    for (name, value) in more { entry[name] = value }
    return .object(entry)
}

/// What the tests' ventures begin with.
enum Venture {
    static let partners = ["provide", "essex-county-council"]

    /// Two partners since 2017 and the office that records for them.
    static let founding: [JSON] =
        [
            entry(
                "venture.established",
                "venture/mid-essex",
                ["title": "Mid Essex", "form": "jointVenture"],
                occurred: "2017-10-01"
            ),
            entry(
                "organisation.registered",
                "organisation/provide",
                ["title": "Provide", "kind": "provider"]
            ),
            entry(
                "organisation.registered",
                "organisation/essex-county-council",
                ["title": "Essex County Council", "kind": "council"]
            ),
            entry(
                "organisation.registered",
                "organisation/programme-office",
                ["title": "Programme Office", "kind": "programmeOffice"]
            ),
            entry(
                "evidence.registered",
                "evidence/REF",
                ["title": "Case study", "kind": "evaluation", "dated": "2021"]
            ),
        ]
        + partners.map {
            entry("partner.joined", "partner/\($0)", ["right": "required"], occurred: "2017-10-01")
        }
}

/// Access policies.
enum Policy {
    /// Each partner and the office has a recorder of its own.
    static let venture = """
        users:
          \(User.office.uid):
            roles: [reader, recorder]
            for: [programme-office]
          2001:
            roles: [reader, recorder]
            for: [provide]
          2002:
            roles: [reader, recorder]
            for: [essex-county-council]
          2004:
            roles: [reader]
          2005:
            roles: [reader, auditor]

        """
}

extension Trait where Self == ConditionTrait {
    /// Only root can be several users.
    static var severalUsers: Self { .enabled(if: User.isRoot, "three uids need root") }
}

extension JSONObject {
    /// The text of a member.
    func text(_ name: String) -> String? { self[name]?.text }

    /// The objects of a member that is an array.
    func objects(_ name: String) -> [JSONObject] { (self[name]?.array ?? []).compactMap(\.object) }
}
