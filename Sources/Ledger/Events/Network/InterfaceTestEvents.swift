// SPDX-License-Identifier: Apache-2.0

/// Who tried an interface.
public enum InterfaceTester: String, CaseIterable, Codable, Sendable {
    /// People who use the services.
    case serviceUsers
    /// Their carers and families.
    case carers
    /// Those who do the work.
    case frontLine
    /// Other staff.
    case staff
}

/// How an interface fared when it was tried.
public enum InterfaceTestResult: String, CaseIterable, Codable, Sendable {
    case worked, partly, failed
}

/// An interface is tried.
public struct InterfaceTested: Event, Codable, Hashable {
    public static let name = "interface.tested"
    public static let kind = SubjectKind.interface
    public static let place = StreamPlace.continues
    public static let summary = "The version of an interface that is in use was tried, and by whom."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "interface test"

    /// Who tried it.
    public let tester: InterfaceTester
    /// How it fared.
    public let result: InterfaceTestResult
    /// How many took part.
    public let participants: Int64?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        tester = try fields.choice("tester", InterfaceTester.self, "Who tried it.")
        result = try fields.choice("result", InterfaceTestResult.self, "How it fared.")
        participants = try fields.optionalInteger("participants", in: 1...100_000, "How many took part.")
        note = try fields.optionalText("note", "More about it; no patient or service user is named here.")
    }

    public func check(_ check: inout Check) throws(Refusal) { _ = try check.demandInterface() }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.interfaces[entry.subject.key]?.tests.append(Recorded(self, entry))
    }
}

/// An interface goes back to what it was.
public struct InterfaceReverted: Event, Codable, Hashable {
    public static let name = "interface.reverted"
    public static let kind = SubjectKind.interface
    public static let place = StreamPlace.continues
    public static let summary =
        "The latest version of an interface is given up, and the one before it is in use again."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "interface revert"

    /// Why.
    public let reason: Text
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why the version is given up.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let interface = try check.demandInterface()
        let version = interface.versions().last?.number ?? 1
        try check.demand(version > 1, .network(.firstVersion(check.entry.subject.key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.interfaces[entry.subject.key]?.reversions.append(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}
