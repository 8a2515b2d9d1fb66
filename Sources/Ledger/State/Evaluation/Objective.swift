// SPDX-License-Identifier: Apache-2.0

/// Something that the partners set out to reach, and how far it came.
public struct Objective: Hashable, Codable, Sendable {
    /// How it was set.
    public let set: Recorded<ObjectiveSet>
    /// How it was changed, in the order of recording.
    public internal(set) var revisions: [Recorded<ObjectiveRevised>] = []
    /// What was found of it, in the order of recording.
    public internal(set) var assessments: [Recorded<ObjectiveAssessed>] = []
    /// How it ended; nil while it is pursued.
    public internal(set) var closed: Recorded<ObjectiveClosed>?

    init(_ set: Recorded<ObjectiveSet>) { self.set = set }

    /// The latest wording.
    public var title: Text { revisions.last { $0.content.title != nil }?.content.title ?? set.content.title }

    /// The objective as it was at an instant, without what came later; nil when it was not set then.
    ///
    /// What has possibly happened by then counts.
    public func asOf(_ t: Timestamp) -> Objective? {
        guard set.happening.happened(at: t) != .no else { return nil }
        var then = self
        then.revisions = revisions.filter { $0.happening.happened(at: t) != .no }
        then.assessments = assessments.filter { $0.happening.happened(at: t) != .no }
        if closed?.happening.happened(at: t) == .no { then.closed = nil }
        return then
    }

    /// What is in force of a field that revisions may replace.
    private func current<Value>(_ first: Value?, _ revised: (ObjectiveRevised) -> Value?) -> Value? {
        revisions.last { revised($0.content) != nil }.flatMap { revised($0.content) } ?? first
    }

    /// The assignment that answers for it.
    public var owner: Key? { current(set.content.owner) { $0.owner } }
    /// Where things stood.
    public var baseline: DecimalNumber? { current(set.content.baseline) { $0.baseline } }
    /// Where they should stand.
    public var target: DecimalNumber? { current(set.content.target) { $0.target } }
    /// By when.
    public var due: EDTF? { current(set.content.due) { $0.due } }
    /// The service interface that it is about.
    public var interface: Key? { current(set.content.interface) { $0.interface } }

    /// The assessment that was made last, by its date.
    public var lastAssessment: Recorded<ObjectiveAssessed>? {
        assessments.max { Happening.inOrder($0.happening, $1.happening) }
    }

    /// The positions of the entries that it rests on.
    public var entries: [UInt64] {
        [set.happening.position] + revisions.map(\.happening.position)
            + assessments.map(\.happening.position) + (closed.map { [$0.happening.position] } ?? [])
    }
}
