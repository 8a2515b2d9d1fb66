// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Glibc
import Testing
import Varlink

/// A server's answers to raw bytes.
@Suite(.timeLimit(.minutes(5)))
struct ProtocolTests {
    private static func service(_ error: String, _ parameter: String, _ value: String) -> String {
        #"{"error":"org.varlink.service.\#(error)","parameters":{"\#(parameter)":"\#(value)"}}"#
    }

    private static let echo = #"{"method":"org.example.Test.Echo","parameters":{"text":"a"}}"#
    private static let echoed = #"{"parameters":{"text":"a"}}"#

    /// What is sent (`¶` for the terminating byte), and all that comes back before the connection closes.
    @Test(arguments: [
        (echo + "¶", [echoed]),
        ("\n " + echo + " \n¶", [echoed]),
        (echo + "¶" + echo + "¶", [echoed, echoed]),
        (echo, []),
        (echo + "¶bogus¶" + echo + "¶", [echoed]),
        ("¶" + echo + "¶", []),
        (#"{"method":"org.example.Test.Echo","parameters":[]}¶"# + echo + "¶", []),
        (#"{"method":"org.example.Test.Echo","more":true,"oneway":true}¶"# + echo + "¶", []),
        (#"{"method":"org.example.Test.Echo","extra":1}¶"# + echo + "¶", []),
        (#"{"method":"org.example.Test.Echo","org.example.x":{},"parameters":{"text":"a"}}¶"#, [echoed]),
        (#"{"method":"org.example.Test.Echo","more":true,"parameters":{"text":"a"}}¶"#, [echoed]),
        (
            #"{"method":"org.example.Nope.Echo"}¶"#,
            [service("InterfaceNotFound", "interface", "org.example.Nope")]
        ),
        (#"{"method":"GetInfo"}¶"#, [service("InterfaceNotFound", "interface", "GetInfo")]),
        (
            #"{"method":"org.example.Test.Nope"}¶"#,
            [service("MethodNotFound", "method", "org.example.Test.Nope")]
        ),
        (
            #"{"method":"org.example.Test.Echo","upgrade":true,"parameters":{"text":"a"}}¶"# + echo + "¶",
            [service("MethodNotImplemented", "method", "org.example.Test.Echo"), echoed]
        ),
        (#"{"method":"org.example.Test.Echo"}¶"#, [service("InvalidParameter", "parameter", "text")]),
        (
            #"{"method":"org.example.Test.Echo","parameters":{"text":1}}¶"#,
            [service("InvalidParameter", "parameter", "text")]
        ),
        (
            #"{"method":"org.example.Test.Echo","parameters":{"text":"a","y":1}}¶"#,
            [service("InvalidParameter", "parameter", "y")]
        ),
        (
            #"{"method":"org.example.Test.Check","parameters":{"items":[{"name":"a"},{"name":2}]}}¶"#,
            [service("InvalidParameter", "parameter", "items.1.name")]
        ),
        (
            #"{"method":"org.example.Test.Watch"}¶"#,
            [#"{"error":"org.varlink.service.ExpectedMore","parameters":{}}"#]
        ),
        (
            #"{"method":"org.example.Test.Fail","parameters":{"code":7}}¶"#,
            [#"{"error":"org.example.Test.Failed","parameters":{"code":7}}"#]
        ),
        (
            #"{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"a.b"}}¶"#,
            [service("InterfaceNotFound", "interface", "a.b")]
        ),
        // Oneway calls are never answered, wrong ones least of all.
        (#"{"method":"org.example.Test.Nope","oneway":true}¶"# + echo + "¶", [echoed]),
        (#"{"method":"a.b.C","oneway":true}¶"# + echo + "¶", [echoed]),
        (
            #"{"method":"org.example.Test.Echo","oneway":true,"parameters":{"text":"b"}}¶"# + echo + "¶",
            [echoed]
        ),
        (#"{"method":"org.example.Test.Echo","oneway":true}¶"# + echo + "¶", [echoed]),
        // A series, and a call that has to wait for its end.
        (
            #"{"method":"org.example.Test.Count","more":true,"parameters":{"to":3}}¶"# + echo + "¶",
            [
                #"{"continues":true,"parameters":{"value":1}}"#,
                #"{"continues":true,"parameters":{"value":2}}"#,
                #"{"parameters":{"value":3}}"#, echoed,
            ]
        ),
        (#"{"method":"org.example.Test.Count","parameters":{"to":3}}¶"#, [#"{"parameters":{"value":3}}"#]),
    ])
    func rawBytes(sent: String, expected: [String]) async throws {
        try await Service.with { service in
            let whole = try service.raw()
            await whole.send(sent)
            whole.endSending()
            #expect(await whole.receiveAll() == expected)

            let piecemeal = try service.raw()
            for byte in sent.replacing("¶", with: "\0").utf8 { await piecemeal.send([byte]) }
            piecemeal.endSending()
            #expect(await piecemeal.receiveAll() == expected)
        }
    }

    @Test func pipelinedCallsAreAnsweredInOrder() async throws {
        try await Service.with { service in
            let raw = try service.raw()
            let calls = (0..<500).map { number in
                let method = number.isMultiple(of: 3) ? "EchoFar" : "Echo"
                return #"{"method":"org.example.Test.\#(method)","parameters":{"text":"\#(number)"}}¶"#
            }
            async let sent: Void = raw.send(calls.joined())
            for number in 0..<500 { #expect(await raw.receive() == #"{"parameters":{"text":"\#(number)"}}"#) }
            await sent
        }
    }

    @Test func callsAfterASeriesWait() async throws {
        try await Service.with { service in
            let raw = try service.raw()
            await raw.send(#"{"method":"org.example.Test.Watch","more":true}¶"# + Self.echo + "¶")
            #expect(await raw.receive() == #"{"continues":true,"parameters":{"value":0}}"#)
            await service.example.journal.wait(for: "Watch")
            service.example.gate.open()
            #expect(await raw.receive() == #"{"parameters":{"value":1}}"#)
            #expect(await raw.receive() == Self.echoed)
        }
    }

    @Test func connectionsDoNotWaitForEachOther() async throws {
        try await Service.with { service in
            let busy = try service.raw()
            await busy.send(#"{"method":"org.example.Test.Wait","parameters":{"name":"busy"}}¶"#)
            await service.example.journal.wait(for: "busy")
            let other = try service.raw()
            await other.send(Self.echo + "¶")
            #expect(await other.receive() == Self.echoed)
            service.example.gate.open()
            #expect(await busy.receive() == #"{"parameters":{}}"#)
        }
    }

    @Test func halfClosedConnectionsAreAnswered() async throws {
        try await Service.with { service in
            let raw = try service.raw()
            await raw.send(
                #"{"method":"org.example.Test.Wait","parameters":{"name":"half"}}¶"# + Self.echo + "¶"
            )
            raw.endSending()
            await service.example.journal.wait(for: "half")
            service.example.gate.open()
            #expect(await raw.receiveAll() == [#"{"parameters":{}}"#, Self.echoed])
            #expect(await service.example.journal.entries == ["half", "half done"])
        }
    }

    @Test func hangingUpCancelsTheCall() async throws {
        try await Service.with { service in
            for method in ["Wait", "Watch"] {
                let raw = try service.raw()
                let parameters = method == "Wait" ? #"{"name":"Wait"}"# : "{}"
                let more = method == "Watch"
                await raw.send(
                    #"{"method":"org.example.Test.\#(method)","more":\#(more),"parameters":\#(parameters)}¶"#
                )
                await service.example.journal.wait(for: method)
                raw.hangUp()
                await service.example.journal.wait(for: method + " cancelled")
            }
        }
    }

    @Test func onewayCallsSurviveHangingUp() async throws {
        try await Service.with { service in
            var raw: RawClient? = try service.raw()
            for name in ["first", "second"] {
                await raw?.send(
                    #"{"method":"org.example.Test.Wait","oneway":true,"parameters":{"name":"\#(name)"}}¶"#
                )
            }
            await service.example.journal.wait(for: "first")
            raw = nil
            service.example.gate.open()
            await service.example.journal.wait(for: "second done")
            #expect(
                await service.example.journal.entries == ["first", "first done", "second", "second done"]
            )
        }
    }

    @Test func hangingUpKeepsOnewayCallsBehindACancelledOne() async throws {
        try await Service.with { service in
            let raw = try service.raw()
            await raw.send(#"{"method":"org.example.Test.Watch","more":true}¶"#)
            await raw.send(#"{"method":"org.example.Test.Wait","parameters":{"name":"dropped"}}¶"#)
            await raw.send(#"{"method":"org.example.Test.Wait","oneway":true,"parameters":{"name":"kept"}}¶"#)
            await service.example.journal.wait(for: "Watch")
            raw.hangUp()
            await service.example.journal.wait(for: "kept")
            service.example.gate.open()
            await service.example.journal.wait(for: "kept done")
            #expect(
                await service.example.journal.entries == ["Watch", "Watch cancelled", "kept", "kept done"]
            )
        }
    }

    @Test func thePeerIsWhomTheKernelNames() async throws {
        try await Service.with { service in
            let client = try await service.client()
            let reply = try await client.call("org.example.Test.Who")
            var groups = [gid_t](repeating: 0, count: 65_536)
            let count = getgroups(CInt(groups.count), &groups)
            #expect(reply["uid"]?.integer == Int64(getuid()))
            #expect(reply["gid"]?.integer == Int64(getgid()))
            #expect(reply["pid"]?.integer == Int64(getpid()))
            let actual = Set((reply["groups"]?.array ?? []).compactMap(\.integer))
            #expect(actual == Set(groups.prefix(Int(count)).map(Int64.init)))
        }
    }
}
