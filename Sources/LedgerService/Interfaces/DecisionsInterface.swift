// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Ledger
import LedgerAPI
public import Varlink

/// Answers io.jvledger.Decisions: the register, the dossier of one decision, and why it was decided.
public struct DecisionsInterface: VarlinkInterface {
    public let description: InterfaceDescription
    private let service: LedgerService

    /// Serves the decisions of a ledger.
    public init(_ service: LedgerService) {
        self.service = service
        description = InterfaceDescription(builtIn: Interfaces.decisions)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        let view = try await service.view(call.parameters, for: peer, call.method)
        switch call.name {
        case "List": return try list(call.parameters, view)
        case "Get": return try get(call.parameters, view)
        case "Why": return try why(call.parameters, view)
        default: return try await service.answer(call, of: .decisions, in: view)
        }
    }

    private func list(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        var rows = view.state.decisionRegister(validAt: view.instant)
        if let status = parameters["status"]?.text {
            guard status == DecisionRow.lapsed || DecisionStatus(rawValue: status) != nil else {
                throw .invalidParameter("status")
            }
            rows = rows.filter { $0.statusWord == status }
        }
        return view.reply(["decisions": .list(rows) { $0.json(in: view) }])
    }

    private func get(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("key"), view.state.decision(key) != nil else {
            return view.reply([:], note: try absence(parameters))
        }
        guard let dossier = view.state.dossier(key, validAt: view.instant) else {
            return view.reply([:], note: "\(key) had not been tabled by \(view.instant.dayWords)")
        }
        let entries = service.positions(of: Subject(.decision, key), in: view)
        return view.reply(["decision": dossier.json(in: view, entries: entries)])
    }

    private func why(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("key"), view.state.decision(key) != nil else {
            return view.reply(["links": []], note: try absence(parameters))
        }
        return view.reply(["links": .list(view.state.why(key)) { $0.json(in: view) }])
    }

    /// What to say of a decision that the view does not hold, if the ledger holds it now.
    private func absence(_ parameters: JSONObject) throws(VarlinkError) -> String {
        let key = parameters.key("key")
        guard let absence = key.flatMap({ service.absence(of: Subject(.decision, $0), parameters) }) else {
            throw VarlinkError(
                "io.jvledger.Decisions.NoSuchDecision",
                JSONObject(["key": parameters["key"] ?? ""])
            )
        }
        return absence
    }
}
