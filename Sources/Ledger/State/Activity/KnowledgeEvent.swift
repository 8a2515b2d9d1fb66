// SPDX-License-Identifier: Apache-2.0

/// A workshop or another event at which knowledge passes between organisations.
public struct KnowledgeEvent: Hashable, Codable, Sendable {
    /// What it is about and who takes part, as said last.
    public let content: KnowledgeContent
    /// Whether it was held, or only scheduled.
    public let isHeld: Bool
    /// When it was held, or for when it is scheduled.
    public let happening: Happening
    /// The plan to hold it; nil when it was held without one.
    public let scheduled: Recorded<KnowledgeEventScheduled>?
    /// The answers of the after-action review that it was.
    public let review: Recorded<AfterActionReviewHeld>?

    /// An event that is planned.
    init(scheduled plan: Recorded<KnowledgeEventScheduled>) {
        content = plan.content.content
        isHeld = false
        happening = plan.happening
        scheduled = plan
        review = nil
    }

    /// An event that was held.
    init(
        held content: KnowledgeContent,
        _ happening: Happening,
        review: Recorded<AfterActionReviewHeld>?,
        scheduled: Recorded<KnowledgeEventScheduled>?
    ) {
        self.content = content
        isHeld = true
        self.happening = happening
        self.scheduled = scheduled
        self.review = review
    }
}

extension LayeredMap<Key, KnowledgeEvent> {
    /// Notes that an event was held, as planned or without a plan.
    mutating func hold(
        _ content: KnowledgeContent,
        _ review: Recorded<AfterActionReviewHeld>?,
        _ entry: Entry
    ) {
        let key = entry.subject.key
        self[key] = KnowledgeEvent(
            held: content,
            Happening(entry),
            review: review,
            scheduled: self[key]?.scheduled
        )
    }
}

extension Check {
    /// Refuses to hold what was held, and to hold what only is to come.
    func demandHeldOnce() throws(Refusal) {
        try demand(entry.occurred?.basis != .planned, .activity(.heldIsPlanned))
        let key = entry.subject.key
        try demand(state.knowledgeEvent(key)?.isHeld != true, .learning(.heldAlready(key)))
    }
}
