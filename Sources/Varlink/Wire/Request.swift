// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// A call as a server decodes it: with the wish to leave Varlink on this connection, which no method here
/// grants.
struct Request: Hashable, Sendable {
    /// The call; of mode `single` if an upgrade is wished for.
    let call: Call
    /// Whether the caller wants to speak another protocol after the reply.
    let upgrade: Bool

    /// Decodes a message without its terminating byte, strictly; the format is described at `Call`.
    init(decoding message: Span<UInt8>, depthLimit: Int) throws(ProtocolViolation) {
        let value: JSON
        do { value = try JSON(parsing: message, depthLimit: depthLimit) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notAnObject }

        var method: String?
        var parameters = JSONObject()
        var flags = Flags()
        for member in members.members {
            switch member.name {
            case "method":
                guard case .string(let text) = member.value else { throw .noMethod }
                method = text
            case "parameters": parameters = try Self.parameters(member.value)
            case "more": flags.more = try Self.flag(member.value)
            case "oneway": flags.oneway = try Self.flag(member.value)
            case "upgrade": flags.upgrade = try Self.flag(member.value)
            case let name where name.utf8.contains(UInt8(ascii: ".")):
                guard case .object = member.value else { throw .unknownMember }
            default: throw .unknownMember
            }
        }
        guard let method else { throw .noMethod }
        call = Call(method, parameters, mode: try flags.mode())
        upgrade = flags.upgrade
    }

    private struct Flags {
        var more = false
        var oneway = false
        var upgrade = false

        func mode() throws(ProtocolViolation) -> Call.Mode {
            switch (more, oneway, upgrade) {
            case (false, false, false), (false, false, true): .single
            case (true, false, false): .more
            case (false, true, false): .oneway
            case (true, true, _), (true, _, true), (_, true, true): throw .contradictoryFlags
            }
        }
    }

    private static func flag(_ value: JSON) throws(ProtocolViolation) -> Bool {
        guard case .bool(let flag) = value else { throw .flagNotBoolean }
        return flag
    }

    private static func parameters(_ value: JSON) throws(ProtocolViolation) -> JSONObject {
        switch value {
        case .object(let parameters): return parameters
        case .null: return JSONObject()
        case .bool, .integer, .number, .string, .array: throw .parametersNotAnObject
        }
    }
}
