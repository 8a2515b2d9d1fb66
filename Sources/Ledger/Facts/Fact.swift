// SPDX-License-Identifier: Apache-2.0

/// One thing that is so at an instant: of what, in which respect, and its value.
///
/// Facts say what the state means and not how it is kept, so two states can be compared whatever entries made them.
public struct Fact: Hashable, Sendable {
    /// What it is about.
    public let subject: Subject
    /// In which respect, in a word, such as `status` or `holder`.
    ///
    /// A subject may have several values of one aspect.
    public let aspect: String
    /// The value, marked when it is only possibly so.
    public let value: Text
    /// The entries that it rests on, as far as the state knows them.
    public let entries: [UInt64]

    /// A fact with a text that people wrote.
    init(_ subject: Subject, _ aspect: String, _ value: Text, entries: [UInt64] = []) {
        self.subject = subject
        self.aspect = aspect
        self.value = value
        self.entries = entries
    }

    /// A fact with a word, which is possibly so if `truth` says so.
    init(_ subject: Subject, _ aspect: String, _ word: String, _ truth: Truth = .yes, entries: [UInt64] = [])
    {
        let text = truth == .possibly ? "possibly \(word)" : word
        self.init(subject, aspect, .plain(text), entries: entries)
    }
}

extension World {
    /// All that is so, each family's facts after the other.
    public var facts: [Fact] {
        governanceFacts + roleFacts + decisionFacts + workFacts + activityFacts + networkFacts
            + evaluationFacts
            + learningFacts
    }
}
