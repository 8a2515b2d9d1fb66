// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension FundedShare {
    /// What an organisation pays of a post.
    func json(in view: View) -> JSON {
        .members([
            "organisation": view.party(organisation),
            "basisPoints": .integer(basisPoints),
            "amount": amount?.json,
        ])
    }
}

extension PostFunding {
    /// A version of a post's funding.
    func json(in view: View) -> JSON {
        let version = view.state.funding(of: post).first { $0.position == position }
        return .members([
            "post": post.json,
            "title": view.state.title(of: Subject(.post, post)).json(in: view),
            "certainty": truth.json,
            "span": validity.json,
            "total": total?.json,
            "shares": .list(shares) { $0.json(in: view) },
            "decision": version?.value.decision?.json,
            "position": position.json,
        ])
    }
}

extension OrganisationFunding {
    /// What an organisation pays for all posts.
    func json(in view: View) -> JSON {
        [
            "organisation": view.party(organisation),
            "basisPoints": .integer(certain.basisPoints),
            "amounts": .list(certain.amounts, \.json),
            "possibleBasisPoints": .integer(possible.basisPoints),
            "possibleAmounts": .list(possible.amounts, \.json),
        ]
    }
}
