// SPDX-License-Identifier: Apache-2.0

/// What happened: the typed content of an entry.
///
/// A type says in one place what it is called, which stream it belongs to, which fields it has (its initialiser),
/// what must be true before it may be recorded (`check`) and what it changes (`apply`).
public protocol Event: FieldGroup {
    /// The family and event in the entry's type, such as `decision.adopted`.
    static var name: String { get }
    /// The version of the fields; a new one is a new type, and old bytes never change.
    static var version: Int { get }
    /// The kind of stream it belongs to.
    static var kind: SubjectKind { get }
    /// Whether it begins its stream.
    static var place: StreamPlace { get }
    /// Whether it stands on whatever stream it concerns, as a correction does, instead of one of its own kind.
    static var isOnAnyStream: Bool { get }
    /// By which way an entry of it comes to be recorded.
    static var channel: Channel { get }
    /// What it records, in one sentence.
    static var summary: String { get }
    /// The rules that `check` runs, in the order of their numbers; those of every entry not among them.
    static var rules: [Rule] { get }
    /// How it is typed after `jvctl`: with `record`, unless it has a verb of its own.
    static var command: String { get }

    /// Refuses what may not be recorded in this state; warns of what is doubtful.
    func check(_ check: inout Check) throws(Refusal)

    /// Changes the state. It cannot fail: the event has happened, and what it refers to may be missing when only
    /// part of a history is folded.
    func apply(_ entry: Entry, to state: inout State)
}

/// Where in its stream an event may stand.
public enum StreamPlace: Sendable {
    /// First, and only once.
    case begins
    /// After another.
    case continues
    /// Anywhere.
    case anywhere
}

/// By which way entries of a type come to be recorded.
public enum Channel: Sendable {
    /// Recorders say so.
    case recording
    /// The daemon says so of itself.
    case daemon
    /// What an erasure did.
    case erasure
    /// That a pack was written.
    case export
}

extension Event {
    public static var channel: Channel { .recording }
    public static var version: Int { 1 }
    public static var isOnAnyStream: Bool { false }
    public static var rules: [Rule] { [] }
    public static var command: String { "record \(name)" }

    /// The fields, in the order in which the type asks for them.
    public static var fields: [FieldDescriptor] { Fields.describing(Self.self) }

    /// The `type` member of an entry, such as `io.jvledger.decision.adopted.v1`.
    public static var typeName: String { "io.jvledger.\(name).v\(version)" }
}
