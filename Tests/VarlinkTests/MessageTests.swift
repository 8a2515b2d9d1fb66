// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import NIOCore
import Testing

@testable import Varlink

/// What is a call and a reply, and what is neither.
struct MessageTests {
    private func request(_ text: String) throws(ProtocolViolation) -> Request {
        try Request(decoding: Array(text.utf8).span, depthLimit: 8)
    }

    @Test(arguments: [
        (#"{"method":"a.b.C"}"#, Call("a.b.C")),
        (#"{"method":"a.b.C","parameters":null}"#, Call("a.b.C")),
        (#"{"method":"a.b.C","parameters":{}}"#, Call("a.b.C")),
        (" \n{ \"method\" : \"a.b.C\" }\r\n\t", Call("a.b.C")),
        (#"{"method":"a.b.C","more":false,"oneway":false,"upgrade":false}"#, Call("a.b.C")),
        (#"{"method":"a.b.C","more":true}"#, Call("a.b.C", mode: .more)),
        (#"{"method":"a.b.C","oneway":true,"more":false}"#, Call("a.b.C", mode: .oneway)),
        (#"{"method":"a.b.C","org.example.Trace":{"id":1}}"#, Call("a.b.C")),
        (
            #"{"method":"a.b.C","parameters":{"n":9007199254740993}}"#,
            Call("a.b.C", object(["n": 9_007_199_254_740_993]))
        ),
        (#"{"method":"NoDot"}"#, Call("NoDot")),
        (#"{"method":""}"#, Call("")),
    ])
    func wellFormed(text: String, expected: Call) throws {
        let request = try request(text)
        #expect(request.call == expected)
        #expect(!request.upgrade)
    }

    @Test(arguments: [
        (#"{}"#, ProtocolViolation.noMethod),
        (#"{"method":null}"#, .noMethod),
        (#"{"method":1}"#, .noMethod),
        (#"{"method":"a.b.C","x":1}"#, .unknownMember),
        (#"{"method":"a.b.C","error":"x"}"#, .unknownMember),
        (#"{"method":"a.b.C","org.example.Trace":1}"#, .unknownMember),
        (#"{"method":"a.b.C","more":1}"#, .flagNotBoolean),
        (#"{"method":"a.b.C","oneway":null}"#, .flagNotBoolean),
        (#"{"method":"a.b.C","upgrade":"true"}"#, .flagNotBoolean),
        (#"{"method":"a.b.C","more":true,"oneway":true}"#, .contradictoryFlags),
        (#"{"method":"a.b.C","more":true,"upgrade":true}"#, .contradictoryFlags),
        (#"{"method":"a.b.C","oneway":true,"upgrade":true}"#, .contradictoryFlags),
        (#"{"method":"a.b.C","parameters":[]}"#, .parametersNotAnObject),
        (#"{"method":"a.b.C","parameters":"x"}"#, .parametersNotAnObject),
        (#"{"method":"a.b.C","parameters":0}"#, .parametersNotAnObject),
        (#"[]"#, .notAnObject),
        (#""x""#, .notAnObject),
        (#"null"#, .notAnObject),
        ("bogus", .notJSON(.unexpectedByte(offset: 0))),
        ("", .notJSON(.unexpectedEnd)),
        (#"{"method":"a.b.C"} {}"#, .notJSON(.trailingBytes(offset: 19))),
        (#"{"method":"a.b.C","method":"a.b.D"}"#, .notJSON(.duplicateName("method", offset: 18))),
        (#"{"method":"a","parameters":{"a":[[[[[[[0]]]]]]]}}"#, .notJSON(.tooDeep(limit: 8))),
    ])
    func malformed(text: String, expected: ProtocolViolation) {
        #expect(throws: expected) { try request(text) }
    }

    @Test func upgradeIsSeen() throws {
        let request = try request(#"{"method":"a.b.C","upgrade":true}"#)
        #expect(request.upgrade)
        #expect(request.call.mode == .single)
    }

    @Test func methodSplitsAtItsLastDot() {
        let call = Call("org.example.Test.Echo")
        #expect(call.interface == "org.example.Test")
        #expect(call.name == "Echo")
        #expect(Call("Echo").interface.isEmpty)
        #expect(Call("a.").name.isEmpty)
    }

    @Test func callsAreSentAsTheyAreRead() throws {
        for mode in [Call.Mode.single, .more, .oneway] {
            let call = Call("a.b.C", object(["x": [1, "ü", .null]]), mode: mode)
            #expect(try Request(decoding: call.encoded().span, depthLimit: 8).call == call)
        }
    }

    @Test func repliesOnTheWire() {
        func text(_ reply: Reply) -> String { String(buffer: reply.encoded()) }
        #expect(text(.final(JSONObject())) == #"{"parameters":{}}"# + "\0")
        #expect(text(.continues(object(["a": 1]))) == #"{"continues":true,"parameters":{"a":1}}"# + "\0")
        #expect(
            text(.error(.permissionDenied))
                == #"{"error":"org.varlink.service.PermissionDenied","parameters":{}}"# + "\0"
        )
    }

    @Test(arguments: [
        (#"{}"#, Reply.final(JSONObject())),
        (#"{"parameters":null,"error":null,"continues":null}"#, .final(JSONObject())),
        (#"{"parameters":{"a":1},"continues":false,"x":[]}"#, .final(object(["a": 1]))),
        (#"{"continues":true}"#, .continues(JSONObject())),
        (#"{"error":"a.b.E","parameters":{"a":1}}"#, .error(VarlinkError("a.b.E", object(["a": 1])))),
    ])
    func repliesAreRead(text: String, expected: Reply) throws {
        #expect(try Reply(decoding: Array(text.utf8).span, depthLimit: 8) == expected)
    }

    @Test(arguments: [
        (#"{"error":1}"#, ProtocolViolation.errorNotText),
        (#"{"error":"a.b.E","continues":true}"#, .contradictoryFlags),
        (#"{"continues":1}"#, .flagNotBoolean),
        (#"{"parameters":[]}"#, .parametersNotAnObject),
        (#"[]"#, .notAnObject),
    ])
    func repliesAreRefused(text: String, expected: ProtocolViolation) {
        #expect(throws: expected) { try Reply(decoding: Array(text.utf8).span, depthLimit: 8) }
    }
}
