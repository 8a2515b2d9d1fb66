// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Synchronization
import Varlink

/// The server's side of `org.varlink.certification`, which implementations of Varlink are tried against.
///
/// A client calls the methods in order, and hands what one returns to the next; whatever does not arrive as
/// it left is an error.
final class CertificationInterface: VarlinkInterface {
    let description = InterfaceDescription(builtIn: CertificationInterface.text)
        .answering(with: .required, to: ["Test10"])
    /// What each client has to call next.
    private let expected = Mutex<[String: String]>([:])

    private static let numbers: JSON = [
        "bool": false, "int": 2, "float": .number("3.141592653589793"), "string": "a lot of string",
    ]
    private static let map: JSON = ["foo": "Foo", "bar": "Bar"]
    private static let everything: JSON = [
        "object": ["method": "org.varlink.certification.Test09", "parameters": ["map": map]],
        "enum": "two",
        "struct": ["first": 1, "second": "2"],
        "array": ["one", "two", "three"],
        "dictionary": map,
        "stringset": ["one": [:], "two": [:], "three": [:]],
        "interface": [
            "foo": [.null, ["foo": "foo", "bar": "bar"], .null, ["one": "foo", "two": "bar"]],
            "anon": ["foo": true, "bar": false],
        ],
    ]
    private static let replies = (1...10).map { "Reply number \($0)" }

    /// The methods in order, each with what it expects and what it answers.
    private static let steps: [(method: String, input: JSON, output: JSON)] = [
        ("Test01", [:], ["bool": true]),
        ("Test02", ["bool": true], ["int": 1]),
        ("Test03", ["int": 1], ["float": .number("1.0")]),
        ("Test04", ["float": .number("1.0")], ["string": "ping"]),
        ("Test05", ["string": "ping"], numbers),
        ("Test06", numbers, ["struct": numbers]),
        ("Test07", ["struct": numbers], ["map": map]),
        ("Test08", ["map": map], ["set": ["one": [:], "two": [:], "three": [:]]]),
        ("Test09", ["set": ["one": [:], "two": [:], "three": [:]]], ["mytype": everything]),
        ("Test10", ["mytype": everything], ["string": .string(replies[9])]),
        ("Test11", ["last_more_replies": .array(replies.map(JSON.string))], [:]),
        ("End", [:], ["all_ok": true]),
    ]

    func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError) -> JSONObject {
        if call.name == "Start" {
            let client = "client-\(UInt64.random(in: .min ... .max))"
            expected.withLock { $0[client] = "Test01" }
            return object(["client_id": .string(client)])
        }
        guard let index = Self.steps.firstIndex(where: { $0.method == call.name }) else {
            throw .methodNotImplemented(call.method)
        }
        let step = Self.steps[index]
        let client = call.parameters["client_id"]?.text ?? ""
        let next = index + 1 < Self.steps.count ? Self.steps[index + 1].method : nil
        let isInTurn = expected.withLock { expected in
            guard expected[client] == step.method else { return false }
            expected[client] = next
            return true
        }
        guard isInTurn else { throw VarlinkError("org.varlink.certification.ClientIdError") }

        var input = call.parameters
        input["client_id"] = nil
        let mode: Call.Mode = call.name == "Test10" ? .more : call.name == "Test11" ? .oneway : .single
        guard input == object(step.input), call.mode == mode else {
            _ = expected.withLock { $0.removeValue(forKey: client) }
            let parameters: JSON = ["wants": step.input, "got": .object(input)]
            throw VarlinkError("org.varlink.certification.CertificationError", object(parameters))
        }
        for reply in Self.replies.dropLast() where call.name == "Test10" {
            try await series?.send(object(["string": .string(reply)]))
        }
        return object(step.output)
    }
}

/// The client's side: calls everything in order and returns what the end says.
func certify(_ client: VarlinkClient) async throws -> JSONObject {
    let interface = "org.varlink.certification."
    let description = InterfaceDescription(builtIn: CertificationInterface.text)
        .answering(with: .required, to: ["Test10"])
    var reply = try await client.call(interface + "Start")
    let number = reply["client_id"]

    func input() -> JSONObject {
        var input = reply
        input["client_id"] = number
        return input
    }
    for method in (1...9).map({ "Test0\($0)" }) {
        if method == "Test01" { reply = JSONObject() }
        reply = try await client.call(interface + method, input())
        // Servers may add fields, and clients ignore what is not declared.
        reply["client_id"] = nil
        if let output = description.method(named: method)?.output {
            reply = try description.validated(reply, against: output)
        }
    }
    var texts: [JSON] = []
    for try await text in client.callMore(interface + "Test10", input()) {
        texts.append(text["string"] ?? .null)
    }
    reply = object(["last_more_replies": .array(texts)])
    try await client.callOneway(interface + "Test11", input())
    reply = JSONObject()
    return try await client.call(interface + "End", input())
}
