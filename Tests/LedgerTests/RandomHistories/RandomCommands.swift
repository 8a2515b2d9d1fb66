// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Draws commands of every type there is, from nothing but the types' own declarations.
///
/// What a field declares is what it gets: a key of a thing of the right kind that exists or, now and then, not; a choice
/// among the choices; an integer within its range. So a new type is part of every random history as soon as it is in
/// the catalogue. Most commands are refused, for every reason there is; enough are accepted.
struct RandomCommands {
    /// A command before it is an entry.
    struct Command {
        let type: any Event.Type
        let subject: Subject
        let data: JSON
        let occurred: String?
        let basis: String?
        let onBehalfOf: String?
        let isSourced: Bool
    }

    /// The types that are drawn: all but the charter, the policy and corrections, which tests record themselves.
    static let types = Catalogue.types.filter { type in
        !["ledger.created", "policy.changed", "entry.corrected", "entry.retracted"].contains(type.name)
    }

    private static let kinds = Set(types.map { $0.kind }).sorted { $0.rawValue < $1.rawValue }
    private static let dates = [
        "2016", "2016-05-01", "2017-03", "2018-01/2018-06", "2018-11-30", "2019-21", "2019-08~", "2020-02-29",
        "2021", "../2015", "2022-01-01T12:00:00Z", "2024-06", "2025-12-31",
    ]
    private static let planned = ["2027", "2027-03-01", "2028-01/2028-06"]
    private static let names = ["a", "b", "c"]

    var generator: SplitMix64
    private var keys: [SubjectKind: [Key]] = [:]

    init(seed: Int, _ history: History) {
        generator = SplitMix64(seed: seed)
        for entry in history.entries { note(entry) }
    }

    /// Learns what exists.
    mutating func note(_ entry: Entry) {
        let kind = entry.subject.kind
        if keys[kind]?.contains(entry.subject.key) != true {
            keys[kind, default: []].append(entry.subject.key)
        }
    }

    /// The next command.
    mutating func next(in state: State) -> Command {
        if happens(30), let likely = likely(in: state) { return likely }
        if happens(50) { return plain(in: state) }
        let type = Self.types[Int.random(in: Self.types.indices, using: &generator)]
        let organisation = happens(90) ? key(.organisation).text : nil
        let subject = subject(of: type, state)
        var data = object(Catalogue.fields(of: type), depth: 0)
        if data["org"] != nil, happens(70), let organisation { data["org"] = .string(organisation) }
        if data["revision"] != nil, happens(80), let decision = state.decision(subject.key) {
            data["revision"] = .integer(Int64(decision.revision))
        }
        let isPlanned = happens(8)
        return Command(
            type: type,
            subject: subject,
            data: .object(data),
            occurred: isPlanned ? pick(Self.planned) : happens(60) ? pick(Self.dates) : nil,
            basis: isPlanned ? "planned" : nil,
            onBehalfOf: organisation,
            isSourced: happens(50)
        )
    }

    /// A command of some type with little more than what the type demands, about something that exists and for a partner
    /// of the venture: kinds are drawn before types, so that what belongs to a kind with few types is not rare.
    private mutating func plain(in state: State) -> Command {
        let kind = pick(Self.kinds)
        let type = pick(Self.types.filter { $0.kind == kind })
        let partner = happens(50) ? JointVenture.provide : JointVenture.council
        let subject = subject(of: type, state)
        var data = object(Catalogue.fields(of: type).filter { $0.isRequired || happens(10) }, depth: 0)
        if data["org"] != nil { data["org"] = .string(partner) }
        if data["revision"] != nil, let decision = state.decision(subject.key) {
            data["revision"] = .integer(Int64(decision.revision))
        }
        return Command(
            type: type,
            subject: subject,
            data: .object(data),
            occurred: nil,
            basis: nil,
            onBehalfOf: partner,
            isSourced: happens(50)
        )
    }

    mutating func subject(of type: any Event.Type, _ state: State) -> Subject {
        let kind = type.kind
        switch type.place {
        // What began last is gone on with more often: so things live long enough to have a life.
        case .continues: return Subject(kind, happens(40) ? keys[kind]?.last ?? key(kind) : key(kind))
        case .begins, .anywhere:
            if let next = state.nextKey(kind), happens(90) { return Subject(kind, next) }
            switch kind {
            case .partner: return Subject(kind, key(.organisation))
            case .funding: return Subject(kind, key(.post))
            default: return Subject(kind, Key("\(kind.rawValue)-\(pick(Self.names))") ?? key(kind))
            }
        }
    }

    private mutating func object(_ fields: [FieldDescriptor], depth: Int) -> JSONObject {
        var object = JSONObject()
        for field in fields where field.isRequired ? happens(98) : happens(35) {
            object[field.name] = value(of: field.kind, depth: depth)
        }
        return object
    }

    private mutating func value(of kind: FieldKind, depth: Int) -> JSON? {
        switch kind {
        case .text: return .string(pick(["x", "y", "z"]))
        case .key(let kind): return .string(key(kind).text)
        case .keys(let kind):
            return .array((0..<Int.random(in: 1...3, using: &generator)).map { _ in .string(key(kind).text) })
        case .subject(let kinds):
            let kind = pick(kinds)
            return .string(Subject(kind, key(kind)).description)
        case .subjects(let kinds):
            let kind = pick(kinds)
            return [.string(Subject(kind, key(kind)).description)]
        case .positions: return [.integer(Int64.random(in: 1...20, using: &generator))]
        case .integer(let range):
            let upper = min(range.upperBound, range.lowerBound + (happens(80) ? 4 : 20_000))
            return .integer(Int64.random(in: range.lowerBound...upper, using: &generator))
        case .flag: return true
        case .choice(let choices): return .string(pick(choices))
        case .date: return .string(pick(happens(80) ? Self.dates : Self.planned))
        case .money:
            let minor = Int64.random(in: 0...5_000, using: &generator)
            return ["minor": .integer(minor), "currency": .string(happens(95) ? "GBP" : "EUR")]
        case .decimal: return .string(pick(["0", "1", "2.5", "10", "-3.25", "100"]))
        case .digest: return .string(String(repeating: pick(["a", "b"]), count: 64))
        case .object: return [:]
        case .list(let fields):
            guard depth < 2 else { return [] }
            let count = Int.random(in: 1...2, using: &generator)
            return .array((0..<count).map { _ in .object(object(fields, depth: depth + 1)) })
        }
    }

    mutating func key(_ kind: SubjectKind) -> Key {
        guard let known = keys[kind], !known.isEmpty, happens(97) else { return Key(unchecked: "nobody") }
        return pick(known)
    }

    mutating func happens(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percent
    }

    mutating func pick<Element>(_ items: [Element]) -> Element {
        items[Int.random(in: items.indices, using: &generator)]
    }
}
