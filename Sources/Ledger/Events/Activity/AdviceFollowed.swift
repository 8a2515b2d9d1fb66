// SPDX-License-Identifier: Apache-2.0

/// How far advice was followed.
public enum AdviceExtent: String, CaseIterable, Codable, Sendable {
    case fully
    case partly
    case not
}

/// Advice was followed, or was not.
public struct AdviceFollowed: Event, Codable, Hashable {
    public static let name = "advice.followed"
    public static let kind = SubjectKind.advice
    public static let place = StreamPlace.continues
    public static let summary = "Advice was followed, in part or not at all, in one decision or elsewhere."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "advice follow"

    /// How far.
    public let extent: AdviceExtent
    /// The decision in which it was.
    public let decision: Key?
    /// More about it, such as why not.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        extent = try fields.choice("extent", AdviceExtent.self, "How far it was followed.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision in which it was.")
        note = try fields.optionalText("note", "More about it, such as why it was not.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let request = check.state.advice(check.entry.subject.key)?.request else {
            throw .work(.nothingToContinue(check.entry.subject))
        }
        try check.demandNotBefore(request.happening, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.advice[entry.subject.key]?.followings.append(Recorded(self, entry))
    }
}
