// SPDX-License-Identifier: Apache-2.0

/// A post has another title.
public struct PostRetitled: Event {
    public static let name = "post.retitled"
    public static let kind = SubjectKind.post
    public static let place = StreamPlace.continues
    public static let summary = "A post has another title from a date on."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "post retitle"

    /// The title.
    public let title: Text
    /// From when.
    public let from: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "The new title.")
        from = try fields.optionalDate("from", "From when; the date of the entry when absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let post = check.state.post(subject.key) else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        let date = from ?? check.entry.happened
        try check.demandWithin(date, post.life, of: subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.roles.posts[entry.subject.key]?.titles.succeed(
            with: title,
            from: from ?? entry.happened,
            position: entry.position
        )
    }
}

/// A post is abolished.
public struct PostAbolished: Event {
    public static let name = "post.abolished"
    public static let kind = SubjectKind.post
    public static let place = StreamPlace.continues
    public static let summary = "A post no longer exists; whoever holds it holds it no longer."
    public static let rules: [Rule] = [.assignmentWithinPost, .lifeAllows]
    public static let command = "post abolish"

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let post = check.state.post(subject.key) else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        if let abolition = post.abolition {
            throw .roles(.alreadyEnded(subject, by: abolition.position))
        }
        let date = check.entry.happened
        try check.demandLasting(Validity(from: post.life.from, to: date))
        for key in check.state.assignmentKeys(of: subject) {
            guard let from = check.state.assignment(key)?.validity.from else { continue }
            try check.demand(from.isEarlier(than: date), .roles(.beginsAfterClosure(key, of: subject)))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.roles.posts[key]?.life.to = entry.happened
        state.roles.posts[key]?.abolition = Ending(position: entry.position, reason: reason)
    }
}
