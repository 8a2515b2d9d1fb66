// SPDX-License-Identifier: Apache-2.0

extension Agreement {
    /// Takes in that it was varied.
    mutating func vary(_ variation: Recorded<AgreementVaried>) {
        clauses = clauses.varied(by: variation.content.clauses)
        digest = variation.content.digest ?? digest
        validity.to = variation.content.to ?? validity.to
        reviewOn = variation.content.reviewOn ?? reviewOn
        variations.append(variation)
    }

    /// Takes in that it was reviewed.
    mutating func review(_ review: Recorded<AgreementReviewed>) {
        reviewOn = review.content.reviewOn
        reviews.append(review)
    }

    /// Takes in that it was terminated.
    mutating func terminate(_ termination: Recorded<AgreementTerminated>) {
        validity.to = termination.content.to ?? termination.happening.occurrence.date
        self.termination = termination
    }

    /// The agreement as far as it had come at an instant; what possibly had happened by then is kept.
    ///
    /// Nil when it had certainly not been recorded to exist.
    public func asOf(_ t: Timestamp) -> Agreement? {
        guard recorded.happening.happened(at: t) != .no else { return nil }
        let stated = recorded.content.validity
        let from = stated.from ?? recorded.happening.occurrence.date
        var then = Agreement(recorded, Validity(from: from, to: stated.to))
        then.signatures = signatures.filter { $0.happening.happened(at: t) != .no }
        let varied = variations.filter { $0.happening.happened(at: t) != .no }
        let reviewed = reviews.filter { $0.happening.happened(at: t) != .no }
        // Both set the date of the next review: in the order of recording, as they were folded.
        var rest = reviewed[...]
        for variation in varied {
            while let next = rest.first, next.happening.position < variation.happening.position {
                then.review(rest.removeFirst())
            }
            then.vary(variation)
        }
        for review in rest { then.review(review) }
        if let termination, termination.happening.happened(at: t) != .no { then.terminate(termination) }
        return then
    }

    /// The entries that it rests on, in order.
    var positions: [UInt64] {
        let happenings =
            [recorded.happening] + signatures.map(\.happening) + variations.map(\.happening)
            + reviews.map(\.happening) + (termination.map { [$0.happening] } ?? [])
        return happenings.map(\.position).sorted()
    }
}
