// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Ledger
import LedgerAPI
public import Varlink

/// Answers io.jvledger.Roles: organisations, partners, bodies, seats, posts, who holds them and who pays.
public struct RolesInterface: VarlinkInterface {
    public let description: InterfaceDescription
    let service: LedgerService

    /// Serves the roles of a ledger.
    public init(_ service: LedgerService) {
        self.service = service
        description = InterfaceDescription(builtIn: Interfaces.roles)
    }

    /// The post of one that has not been through much, as it is now: the question that is asked most.
    public func isBrief(_ call: Call) -> Bool {
        guard call.name == "GetPost", let key = call.parameters.key("key") else { return false }
        return service.isBrief(Subject(.post, key), call.parameters)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        let parameters = call.parameters
        let view = try await service.view(parameters, for: peer, call.method)
        switch call.name {
        case "ListPartners": return partners(parameters, view)
        case "ListOrganisations": return organisations(view)
        case "ListBodies": return bodies(parameters, view)
        case "GetBody": return try body(parameters, view)
        case "GetQuorum": return try quorum(parameters, view)
        case "ListPosts": return posts(parameters, view)
        case "GetPost": return try post(parameters, view)
        case "GetBiography": return try biography(parameters, view)
        case "ListHolders": return try holders(parameters, view)
        case "GetFunding": return funding(view)
        default: return try await service.answer(call, of: .roles, in: view)
        }
    }

    private func partners(_ parameters: JSONObject, _ view: View) -> JSONObject {
        let all = parameters["all"]?.bool ?? false
        let rows = view.state.partnersView(validAt: view.instant).filter { all || $0.standing == .partner }
        return view.reply(["partners": .list(rows) { $0.json(in: view) }])
    }

    private func organisations(_ view: View) -> JSONObject {
        let rows = view.state.organisations(validAt: view.instant)
        return view.reply(["organisations": .list(rows) { $0.json(in: view) }])
    }

    private func posts(_ parameters: JSONObject, _ view: View) -> JSONObject {
        let all = parameters["all"]?.bool ?? false
        let rows = view.state.roles.posts.keys.sorted()
            .compactMap { view.state.postView($0, validAt: view.instant) }
            .filter { all || $0.existence != .no }
        return view.reply(["posts": .list(rows) { $0.row(in: view) }])
    }

    private func post(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("key"), let post = view.state.postView(key, validAt: view.instant)
        else {
            return view.reply([:], note: try absence("key", .post, "NoSuchPost", parameters))
        }
        let entries = service.positions(of: Subject(.post, key), in: view)
        return view.reply(["post": post.json(in: view, entries: entries)])
    }

    private func biography(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("key"), view.state.post(key) != nil else {
            return view.reply(["events": []], note: try absence("key", .post, "NoSuchPost", parameters))
        }
        let isAsOf = parameters["validAt"] != nil
        let events = view.state.postBiography(key).filter { event in
            !isAsOf || event.date?.bounds.isAtOrBefore(view.instant) != .no
        }
        return view.reply(["events": .list(events) { $0.json(in: view) }])
    }

    private func holders(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        var lines = view.state.roster(validAt: view.instant)
        if parameters["body"] != nil {
            guard let body = parameters.key("body"), view.state.body(body) != nil else {
                return view.reply(["roles": []], note: try absence("body", .body, "NoSuchBody", parameters))
            }
            lines = lines.filter { $0.body == body }
        }
        if parameters["person"] != nil {
            guard let person = parameters.key("person"), view.state.person(person) != nil else {
                return view.reply(
                    ["roles": []],
                    note: try absence("person", .person, "NoSuchPerson", parameters)
                )
            }
            lines = lines.filter { line in line.holders.contains { $0.person == person } }
        }
        return view.reply(["roles": .list(lines) { $0.json(in: view) }])
    }

    private func funding(_ view: View) -> JSONObject {
        let table = view.state.fundingTable(validAt: view.instant)
        return view.reply([
            "posts": .list(table.posts) { $0.json(in: view) },
            "organisations": .list(table.organisations) { $0.json(in: view) },
        ])
    }

    /// What to say of something that the view does not hold, if the ledger holds it now.
    ///
    /// - Throws: the error for its kind, if the ledger never held it.
    func absence(
        _ parameter: String,
        _ kind: SubjectKind,
        _ error: String,
        _ parameters: JSONObject
    ) throws(VarlinkError) -> String {
        let key = parameters.key(parameter)
        guard let absence = key.flatMap({ service.absence(of: Subject(kind, $0), parameters) }) else {
            throw Self.error(error, key: parameters[parameter]?.text ?? "")
        }
        return absence
    }

    /// An error of this interface about a key.
    static func error(_ name: String, key: String) -> VarlinkError {
        VarlinkError("io.jvledger.Roles.\(name)", JSONObject(["key": .string(key)]))
    }
}
