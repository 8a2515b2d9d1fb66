// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Ledger
import LedgerAPI
public import Varlink

/// Answers io.jvledger.Boundary: actions across boundaries, brokers, the journey, and disputes.
public struct BoundaryInterface: VarlinkInterface {
    public let description: InterfaceDescription
    private let service: LedgerService

    /// Serves what a ledger holds of boundaries.
    public init(_ service: LedgerService) {
        self.service = service
        description = InterfaceDescription(builtIn: Interfaces.boundary)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        let parameters = call.parameters
        let view = try await service.view(parameters, for: peer, call.method)
        switch call.name {
        case "ListActions": return try actions(parameters, view)
        case "GetBrokers": return try brokers(parameters, view)
        case "GetJourney": return try journey(parameters, view)
        case "ListClaims": return try claims(parameters, view)
        default: return try await service.answer(call, of: .boundary, in: view)
        }
    }

    private func actions(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        let range = try DateRange(parameters)
        var organisation: Key?
        if parameters["organisation"] != nil {
            organisation = parameters.key("organisation")
            guard let organisation, view.state.name(of: organisation, at: view.instant) != nil else {
                return view.reply(["actions": []], note: try absence(parameters))
            }
        }
        let log = view.state.boundaryLog(validAt: validAt(parameters, view), organisation: organisation)
        let filter = try ActionFilter(parameters)
        let rows = log.compactMap { row -> JSON? in
            guard filter.takes(row, in: view.state) else { return nil }
            let certainty = row.happened.and(range.contains(row.occurrence.date.bounds))
            return certainty == .no ? nil : row.json(certainty: certainty, in: view)
        }
        return view.reply(["actions": .array(rows)])
    }

    private func brokers(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        let by = parameters["by"]?.text ?? Grouping.organisation.rawValue
        guard let grouping = Grouping(rawValue: by) else { throw .invalidParameter("by") }
        return view.state.brokerage(by: grouping, validAt: view.instant).reply(in: view)
    }

    private func journey(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        let sourcedBy = parameters["sourcedBy"]?.text.flatMap { try? AsOf($0).instant }
        let known = service.published.state
        let journey = try service.journey(in: view) { entry in
            sourcedBy.map { entry.isSupported(by: $0, in: known) } ?? true
        }
        var rows = journey.rows(in: view.state, validAt: validAt(parameters, view))
        if parameters["organisation"] != nil {
            let organisation = parameters.key("organisation")
            guard let organisation, view.state.name(of: organisation, at: view.instant) != nil else {
                return view.reply(["steps": [], "phases": []], note: try absence(parameters))
            }
            let lane = view.state.root(of: organisation)
            rows = rows.filter { $0.lanes.isEmpty || $0.lanes.contains(lane) }
        }
        let phases = view.state.phases(validAt: view.instant).filter { phase in
            phase.validity.from?.bounds.isAtOrBefore(view.instant) != .no
        }
        return view.reply([
            "steps": .list(rows) { $0.json(in: view) },
            "phases": .list(phases) { $0.journeyJSON(in: view) },
        ])
    }

    private func claims(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        let openOnly = parameters["open"]?.bool ?? false
        let overlay = try service.overlay(in: view)
        var claims: [JSON] = []
        for (key, claim) in view.state.claims.sorted(by: { $0.key < $1.key })
        where !openOnly || claim.stands == nil {
            var sides: [StandingEntry] = []
            for position in claim.entries { sides.append(try service.standing(position, overlay)) }
            let positions = service.positions(of: Subject(.claim, key), in: view)
            claims.append(claim.json(key, sides: sides, in: view, entries: positions))
        }
        return view.reply(["claims": .array(claims)])
    }

    /// The instant asked about; nil when none was named, which asks for all, what is planned too.
    private func validAt(_ parameters: JSONObject, _ view: View) -> Timestamp? {
        parameters["validAt"] == nil ? nil : view.instant
    }

    /// What to say of an organisation that the view does not hold, if the ledger holds it now.
    private func absence(_ parameters: JSONObject) throws(VarlinkError) -> String {
        let key = parameters.key("organisation")
        guard let absence = key.flatMap({ service.absence(of: Subject(.organisation, $0), parameters) })
        else {
            throw VarlinkError(
                "io.jvledger.Boundary.NoSuchOrganisation",
                JSONObject(["key": parameters["organisation"] ?? ""])
            )
        }
        return absence
    }
}

/// Which actions across boundaries are asked for, beside when and whose.
private struct ActionFilter {
    private let person: Key?
    private let other: Key?
    private let role: BoundaryRole?
    private let outcome: BoundaryResult?

    /// Reads the parameters `person`, `other`, `role` and `outcome`.
    init(_ parameters: JSONObject) throws(VarlinkError) {
        person = try Self.key(parameters, "person")
        other = try Self.key(parameters, "other")
        role = try Self.choice(parameters, "role")
        outcome = try Self.choice(parameters, "outcome")
    }

    func takes(_ row: BoundaryLogRow, in state: State) -> Bool {
        let hasOther = other.map { other in
            ([row.actor, row.from, row.to] + row.others).contains {
                $0 == other || state.root(of: $0) == other
            }
        }
        return (hasOther ?? true) && (person == nil || row.person == person)
            && (role == nil || row.role == role) && (outcome == nil || row.outcome == outcome)
    }

    private static func key(_ parameters: JSONObject, _ name: String) throws(VarlinkError) -> Key? {
        guard let text = parameters[name]?.text else { return nil }
        guard let key = Key(text) else { throw .invalidParameter(name) }
        return key
    }

    private static func choice<Choice: RawRepresentable<String>>(
        _ parameters: JSONObject,
        _ name: String
    ) throws(VarlinkError) -> Choice? {
        guard let text = parameters[name]?.text else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .invalidParameter(name) }
        return choice
    }
}

/// The time from the first instant of one date until the end of another, each of which may be absent.
private struct DateRange {
    private let from: Timestamp?
    private let until: Timestamp?

    /// Reads the parameters `from` and `until`: years, months, days or instants.
    init(_ parameters: JSONObject) throws(VarlinkError) {
        from = try Self.bounds(parameters, "from")?.earliest
        until = try Self.bounds(parameters, "until")?.last
    }

    /// Whether the instant meant lies within.
    func contains(_ bounds: Bounds) -> Truth {
        let begun = from.map { bounds.isAtOrAfter($0) } ?? .yes
        return begun.and(until.map { bounds.isAtOrBefore($0) } ?? .yes)
    }

    private static func bounds(_ parameters: JSONObject, _ name: String) throws(VarlinkError) -> Bounds? {
        guard let text = parameters[name]?.text else { return nil }
        guard (try? AsOf(text)) != nil, let date = try? EDTF(text) else { throw .invalidParameter(name) }
        return date.bounds
    }
}
