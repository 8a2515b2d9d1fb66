// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A question that the ledger answers.
///
/// A question says in one place what it is called, what may be asked for (its initialiser), what each row of its
/// answer holds (`columns`) and how that follows from the state (`answer`). The Varlink method, its documentation,
/// the check of its parameters and the command line's table follow from that declaration and cannot disagree with it.
///
/// It is pure, and it never decides: rules do not ask.
public protocol Inquiry: FieldGroup {
    /// What one row of the answer is made from.
    associatedtype Row: Sendable
    /// The interface that it belongs to.
    static var family: InquiryFamily { get }
    /// The name of the method, such as `ListBarriers`.
    static var name: String { get }
    /// What it answers, in one sentence.
    static var summary: String { get }
    /// How it is typed after `jvctl`, such as `barrier list`.
    static var command: String { get }
    /// What a row holds, in the order in which it is shown; the last is `entries`, on which the row rests.
    static var columns: [Column<Row>] { get }

    /// The answer.
    func answer(in world: World) -> Report<Row>
}

/// The state of the world that a question is asked of.
public struct World: Sendable {
    /// What follows from the entries that count.
    public let state: State
    /// The instant at which the world is looked at.
    public let instant: Timestamp

    /// The world at an instant, as far as a state knows it.
    public init(_ state: State, at instant: Timestamp) {
        self.state = state
        self.instant = instant
    }
}

/// What a question is answered with.
public struct Report<Row: Sendable>: Sendable {
    /// The rows, in the order in which they are shown.
    public let rows: [Row]
    /// Figures about all of them.
    public let figures: [Figure]
    /// What has to be said with the answer.
    public let note: String?

    /// Rows, with figures about them and what has to be said.
    public init(_ rows: [Row], figures: [Figure] = [], note: String? = nil) {
        self.rows = rows
        self.figures = figures
        self.note = note
    }
}

/// One figure of an answer: a count, a share, a measure, or how it was computed.
public struct Figure: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// Its value; nil when it is not defined, which is not zero.
    public let value: String?
    /// What it means, with its unit or its formula.
    public let meaning: String?
    /// The positions of the entries that it rests on, if they are not those of the rows.
    public let entries: [UInt64]

    /// A figure with its value as text.
    public init(_ name: String, _ value: String?, _ meaning: String? = nil, entries: [UInt64] = []) {
        self.name = name
        self.value = value
        self.meaning = meaning
        self.entries = entries
    }

    /// A count.
    public init(_ name: String, _ count: Int, _ meaning: String? = nil, entries: [UInt64] = []) {
        self.init(name, "\(count)", meaning, entries: entries)
    }
}

/// The interfaces that questions belong to.
public enum InquiryFamily: String, CaseIterable, Sendable {
    case decisions = "Decisions"
    case roles = "Roles"
    case boundary = "Boundary"
    case evaluation = "Evaluation"
    case learning = "Learning"
    case audit = "Audit"

    /// The name of the interface, such as `io.jvledger.Decisions`.
    public var interfaceName: String { "io.jvledger.\(rawValue)" }

    /// Its questions, in the order in which they are documented.
    public var inquiries: [any Inquiry.Type] {
        switch self {
        case .decisions: Self.decisionInquiries
        case .roles: Self.roleInquiries
        case .boundary: Self.boundaryInquiries
        case .evaluation: Self.evaluationInquiries
        case .learning: Self.learningInquiries
        case .audit: Self.auditInquiries
        }
    }

    /// The question with this name.
    public func inquiry(named name: String) -> (any Inquiry.Type)? { inquiries.first { $0.name == name } }
}

extension Inquiry {
    /// What may be asked for, in the order in which the question asks.
    public static var parameters: [FieldDescriptor] { Fields.describing(Self.self) }

    /// The question with these parameters, and the things that they name; those that say as of when are passed over.
    public static func asked(
        _ parameters: JSONObject
    ) throws(FieldError) -> (question: Self, references: [Subject]) {
        var fields = try Fields(
            parameters,
            position: 0,
            reserved: ["knownAt", "sourcedBy", "validAt"],
            collectsReferences: true
        )
        let question = try Self(&fields)
        try fields.finish()
        return (question, fields.references.map(\.subject))
    }

    /// The name of the method in full, such as `io.jvledger.Learning.ListLessons`.
    public static var method: String { "\(family.interfaceName).\(name)" }
}
