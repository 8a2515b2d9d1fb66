// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import NIOCore

/// One reply to a call (UAPI.20 Varlink, "Wire Protocol").
///
/// On the wire it is one JSON object followed by a byte 0x00:
///
///     {"continues":true,"parameters":{"entry":{…}}}
///     {"parameters":{}}
///     {"error":"org.varlink.service.MethodNotFound","parameters":{"method":"org.example.Ledger.Lsit"}}
///
/// `parameters` is always sent, because varlinkctl 257 prints nothing when it is absent; `error` and
/// `continues` never are unless they mean something, because sd-varlink drops the connection over
/// `"error":null` and over a `continues` that was not asked for.
enum Reply: Hashable, Sendable {
    /// The only reply, or the last of a series.
    case final(JSONObject)
    /// A reply that others follow.
    case continues(JSONObject)
    /// The call failed; nothing follows.
    case error(VarlinkError)

    /// The message with its terminating byte.
    func encoded() -> ByteBuffer {
        switch self {
        case .final(let parameters): Self.message(#"{"parameters":"#, parameters)
        case .continues(let parameters): Self.message(#"{"continues":true,"parameters":"#, parameters)
        case .error(let error):
            Self.message(
                #"{"error":"# + String(decoding: JSON.string(error.name).compactBytes(), as: UTF8.self)
                    + #","parameters":"#,
                error.parameters
            )
        }
    }

    private static func message(_ opening: String, _ parameters: JSONObject) -> ByteBuffer {
        let body = JSON.object(parameters).compactBytes()
        var buffer = ByteBuffer()
        buffer.reserveCapacity(opening.utf8.count + body.count + 2)
        buffer.writeString(opening)
        buffer.writeBytes(body)
        buffer.writeInteger(UInt8(ascii: "}"))
        buffer.writeInteger(UInt8(0))
        return buffer
    }
}

extension Reply {
    /// Decodes a message without its terminating byte.
    ///
    /// A client is lenient where servers differ: null means absent for every member, and unknown members are
    /// ignored, as a later edition of the protocol may add some.
    init(decoding message: Span<UInt8>, depthLimit: Int) throws(ProtocolViolation) {
        let value: JSON
        do { value = try JSON(parsing: message, depthLimit: depthLimit) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notAnObject }

        let parameters: JSONObject
        switch members["parameters"] {
        case nil, .null: parameters = JSONObject()
        case .object(let object): parameters = object
        case .bool, .integer, .number, .string, .array: throw .parametersNotAnObject
        }
        let continues: Bool
        switch members["continues"] {
        case nil, .null: continues = false
        case .bool(let flag): continues = flag
        case .integer, .number, .string, .array, .object: throw .flagNotBoolean
        }
        switch members["error"] {
        case nil, .null: self = continues ? .continues(parameters) : .final(parameters)
        case .string(let name):
            guard !continues else { throw .contradictoryFlags }
            self = .error(VarlinkError(name, parameters))
        case .bool, .integer, .number, .array, .object: throw .errorNotText
        }
    }
}
