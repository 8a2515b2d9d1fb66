// SPDX-License-Identifier: Apache-2.0

/// What changed between two states of the world: in what is so, not in the entries.
public struct GetDifference: ComparingInquiry {
    public static let family = InquiryFamily.audit
    public static let name = "GetDifference"
    public static let summary = "What is so at one date or checkpoint and not at the other."
    public static let command = "diff"

    public let before: String
    public let after: String?
    private let kind: SubjectKind?

    public init(_ fields: inout Fields) throws(FieldError) {
        before =
            try fields.text("from", "The state before: a date, @POSITION or checkpoint:SIZE.").plain ?? ""
        after = try fields.optionalText("to", "The state after; that asked for, or now, if absent.")?.plain
        kind = try fields.optionalChoice("kind", SubjectKind.self, "Only things of this kind, such as post.")
    }

    /// An aspect of a thing that differs.
    public struct Row: Sendable {
        let subject: Subject
        let title: Text?
        let aspect: String
        var before: [Fact] = []
        var after: [Fact] = []
    }

    public static let columns: [Column<Row>] = [
        .word("subject", "What changed.") { $0.subject.description },
        .text("title", "What it is called.") { $0.title },
        .word("aspect", "In which respect.") { $0.aspect },
        .texts("before", "What was so before and is not after.") { $0.before.map(\.value) },
        .texts("after", "What is so after and was not before.") { $0.after.map(\.value) },
        .entries { Set($0.before.flatMap(\.entries) + $0.after.flatMap(\.entries)).sorted() },
    ]

    public func answer(from before: World, to after: World) -> Report<Row> {
        let old = Self.bySubject(before.facts)
        let new = Self.bySubject(after.facts)
        var rows: [Row] = []
        for subject in Set(old.keys).union(new.keys).sorted() where kind.map({ $0 == subject.kind }) ?? true {
            let (past, present) = (old[subject] ?? [:], new[subject] ?? [:])
            for aspect in Set(past.keys).union(present.keys).sorted() {
                let (gone, come) = Self.changes(past[aspect] ?? [], present[aspect] ?? [])
                guard !gone.isEmpty || !come.isEmpty else { continue }
                let title = after.state.title(of: subject) ?? before.state.title(of: subject)
                rows.append(Row(subject: subject, title: title, aspect: aspect, before: gone, after: come))
            }
        }
        return Report(rows, figures: [Figure("changes", rows.count, "aspects of things that differ")])
    }

    private static func bySubject(_ facts: [Fact]) -> [Subject: [String: [Fact]]] {
        var grouped: [Subject: [String: [Fact]]] = [:]
        for fact in facts { grouped[fact.subject, default: [:]][fact.aspect, default: []].append(fact) }
        return grouped
    }

    private static func changes(_ old: [Fact], _ new: [Fact]) -> (gone: [Fact], come: [Fact]) {
        let (before, after) = (Set(old.map(\.value)), Set(new.map(\.value)))
        return (old.filter { !after.contains($0.value) }, new.filter { !before.contains($0.value) })
    }
}
