// SPDX-License-Identifier: Apache-2.0

/// Why an entry is not recorded.
public enum Rejection: Error, Hashable, Sendable {
    /// It is not what its type declares.
    case invalid(FieldError)
    /// A rule refuses it.
    case refused(Refusal)
}

/// An entry that the rules let pass, with what it means.
public struct Accepted: Sendable {
    /// The entry, with the rules that warned.
    public let entry: Entry
    /// Its typed content.
    public let event: any Event
}

extension State {
    /// Decides whether an entry may be recorded after those folded so far.
    ///
    /// The order of the checks: the type and its fields, who may record it, its place on its stream, what it names,
    /// its date, its sources, the rules of its type. The first that fails is the answer.
    public func decide(_ entry: Entry) throws(Rejection) -> Accepted {
        guard let type = Catalogue.type(entry.type) else {
            throw .invalid(FieldError("type", .notA("a type of event; see jvctl types")))
        }
        guard entry.subject.kind == type.kind || type.isOnAnyStream else {
            throw .invalid(FieldError("subject", .notASubject([type.kind])))
        }
        let content: (event: any Event, references: [(path: String, subject: Subject)])
        do { content = try Catalogue.read(type, entry, collectsReferences: true) } catch {
            throw .invalid(error)
        }
        var check = Check(entry, in: self)
        do throws(Refusal) {
            try checkPlace(of: entry, type)
            for (path, subject) in content.references where !exists(subject) {
                throw Refusal.entry(.unknown(subject, field: path))
            }
            for (index, source) in entry.sources.enumerated() {
                let subject = Subject(.evidence, source.evidence)
                guard exists(subject) else {
                    throw Refusal.entry(.unknown(subject, field: "sources.\(index).evidence"))
                }
            }
            if let occurred = entry.occurred, occurred.basis != .planned, entry.earliest > entry.recorded {
                throw Refusal.entry(.inFuture(occurred.date.text))
            }
            try checkIdentity(of: entry)
            check.warn(.noHealthNumber, unless: !HealthNumber.appears(in: entry.data))
            try content.event.check(&check)
            try check.demandProfile()
        } catch { throw .refused(error) }
        var decided = entry
        decided.warnings = check.warnings.map(\.rawValue).sorted()
        return Accepted(entry: decided, event: content.event)
    }

    private func checkPlace(of entry: Entry, _ type: any Event.Type) throws(Refusal) {
        switch type.place {
        case .begins:
            guard !exists(entry.subject) else { throw .entry(.exists(entry.subject)) }
        case .continues:
            // A correction also concerns a stream whose beginning was retracted.
            let isThere = type.isOnAnyStream ? version(of: entry.subject) > 0 : exists(entry.subject)
            guard isThere else { throw .entry(.unknown(entry.subject, field: "subject")) }
        case .anywhere:
            break
        }
    }

    /// Refuses to seal anew what would say who somebody is of whom it was erased.
    private func checkIdentity(of entry: Entry) throws(Refusal) {
        guard !entry.sealed.isEmpty, let person = entry.personConcerned,
            records.erasedPeople[person] != nil
        else { return }
        throw .records(.identityErased(person))
    }

    /// Applies an entry that has been recorded; without `event` it does not count, but for its place on its stream.
    ///
    /// It cannot fail.
    public mutating func apply(_ entry: Entry, _ event: (any Event)?) {
        size = max(size, entry.position + 1)
        lastRecorded = entry.recorded
        streams[entry.subject, default: Stream()].version = entry.streamVersion
        if Self.begins(entry, event) { streams[entry.subject]?.hasBegun = true }
        if let number = entry.subject.kind.number(in: entry.subject.key) {
            numbers[entry.subject.kind] = max(numbers[entry.subject.kind] ?? 0, number)
        }
        event?.apply(entry, to: &self)
    }

    /// Whether an entry begins its stream; one of a type that this version does not know is taken to.
    private static func begins(_ entry: Entry, _ event: (any Event)?) -> Bool {
        guard let event else { return Catalogue.type(entry.type) == nil }
        switch type(of: event).place {
        case .begins, .anywhere: return true
        case .continues: return false
        }
    }
}
