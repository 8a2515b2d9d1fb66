// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Varlink

/// An interface with one method for each thing that a server has to get right.
final class Example: VarlinkInterface {
    let description = InterfaceDescription(builtIn: Example.text)
    /// What the handlers did: `NAME`, `NAME cancelled`, `NAME done`.
    let journal = Journal<String>()
    /// What `Wait` waits for.
    let gate = Gate()

    static let text = """
        # For tests.
        interface org.example.Test

        type Item (name: string, size: ?int)

        method Echo(text: string) -> (text: string)

        # The same, away from the event loop.
        method EchoFar(text: string) -> (text: string)

        method Check(items: []Item, limits: ?[string]int) -> (count: int)

        # Counts up.
        # [Supports 'more' flag]
        method Count(to: int) -> (value: int)

        # Sends one reply and waits for its end.
        # [Requires 'more' flag]
        method Watch() -> (value: ?int)

        # Sends replies of this many bytes for ever.
        # [Requires 'more' flag]
        method Flood(bytes: int) -> (text: ?string)

        method Wait(name: string) -> ()

        method Fail(code: int) -> ()

        method Big(bytes: int) -> (text: string)

        method Who() -> (uid: int, gid: int, pid: int, groups: []int)

        error Failed (code: int)

        """

    func isBrief(_ call: Call) -> Bool { call.name == "Echo" }

    func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError) -> JSONObject {
        let input = call.parameters
        switch call.name {
        case "Echo", "EchoFar": return object(["text": .string(input["text"]?.text ?? "")])
        case "Check": return object(["count": .integer(Int64(input["items"]?.array?.count ?? -1))])
        case "Count":
            let last = input["to"]?.integer ?? 0
            if let series {
                for value in 1..<max(last, 1) { try await series.send(object(["value": .integer(value)])) }
            }
            return object(["value": .integer(last)])
        case "Watch":
            try await series?.send(object(["value": 0]))
            await journal.add("Watch")
            await gate.wait()
            await journal.add(Task.isCancelled ? "Watch cancelled" : "Watch done")
            return object(["value": 1])
        case "Flood":
            let text = String(repeating: "x", count: Int(input["bytes"]?.integer ?? 0))
            do throws(VarlinkError) {
                while true { try await series?.send(object(["text": .string(text)])) }
            } catch {
                await journal.add("Flood ended")
                throw error
            }
        case "Wait":
            let name = input["name"]?.text ?? ""
            await journal.add(name)
            await gate.wait()
            await journal.add(Task.isCancelled ? name + " cancelled" : name + " done")
            return JSONObject()
        case "Fail": throw VarlinkError("org.example.Test.Failed", input)
        case "Big":
            return object(["text": .string(String(repeating: "x", count: Int(input["bytes"]?.integer ?? 0)))])
        case "Who":
            return object([
                "uid": .integer(Int64(peer.userID)), "gid": .integer(Int64(peer.groupID)),
                "pid": .integer(Int64(peer.processID)),
                "groups": .array(peer.groups.map { .integer(Int64($0)) }),
            ])
        default: throw .methodNotImplemented(call.method)
        }
    }
}

/// An object out of a literal.
func object(_ json: JSON) -> JSONObject { json.object ?? JSONObject() }
