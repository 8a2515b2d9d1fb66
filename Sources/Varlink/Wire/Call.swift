// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// One call of a method, as a client sends it (UAPI.20 Varlink, "Wire Protocol").
///
/// On the wire it is one JSON object followed by a byte 0x00:
///
///     {"method":"org.example.Ledger.List","parameters":{"limit":10},"more":true}
///
/// | Member | Meaning |
/// |---|---|
/// | `method` | required; the interface, a dot and the method's name |
/// | `parameters` | an object; null and absent mean the empty one |
/// | `oneway`, `more`, `upgrade` | booleans, at most one of them true |
/// | a name with a dot | an object of some vendor's extension, ignored |
///
/// Anything else is a `ProtocolViolation`, after which the connection is closed without a reply.
public struct Call: Hashable, Sendable {
    /// How many replies the caller expects.
    public enum Mode: Hashable, Sendable {
        /// Exactly one.
        case single
        /// Any number, the last of them marked as such.
        case more
        /// None, not even an error.
        case oneway
    }

    /// The interface's name, all before the last dot of `method`; empty if there is no dot.
    public let interface: String
    /// The method's name within the interface, all after the last dot of `method`.
    public let name: String
    /// The method's fully qualified name, as sent.
    public let method: String
    /// The input.
    public let parameters: JSONObject
    /// How many replies the caller expects.
    public let mode: Mode

    /// A call of a method by its fully qualified name.
    public init(_ method: String, _ parameters: JSONObject = JSONObject(), mode: Mode = .single) {
        self.method = method
        self.parameters = parameters
        self.mode = mode
        let bytes = method.utf8
        if let dot = bytes.lastIndex(of: UInt8(ascii: ".")) {
            interface = String(method[..<dot])
            name = String(method[bytes.index(after: dot)...])
        } else {
            interface = ""
            name = method
        }
    }

    /// The same call with other parameters.
    func with(_ parameters: JSONObject) -> Call { Call(self, parameters) }

    private init(_ call: Call, _ parameters: JSONObject) {
        interface = call.interface
        name = call.name
        method = call.method
        mode = call.mode
        self.parameters = parameters
    }
}

extension Call {
    /// The message without its terminating byte; `parameters` is left out when empty, flags when false.
    func encoded() -> [UInt8] {
        var message = JSONObject()
        message["method"] = .string(method)
        if !parameters.isEmpty { message["parameters"] = .object(parameters) }
        switch mode {
        case .single: break
        case .more: message["more"] = true
        case .oneway: message["oneway"] = true
        }
        return JSON.object(message).compactBytes()
    }
}
