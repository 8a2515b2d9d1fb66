// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing
import Varlink

/// The JSON Schemas, held against a validator that others wrote and against what is recorded.
struct SchemaTests {
    private static let validator = """
        import json, sys
        from jsonschema import Draft202012Validator
        given = json.load(sys.stdin)
        validators = {}
        for name, schema in given["schemas"].items():
            Draft202012Validator.check_schema(schema)
            validators[name] = Draft202012Validator(schema)
        for entry in given["entries"]:
            for error in validators[entry["type"]].iter_errors(entry["data"]):
                sys.exit(f"{entry['type']}: {error.message}")
        for name, data in given["wrong"]:
            if validators[name].is_valid(data):
                sys.exit(f"{name} accepts {data}")
        print(len(given["entries"]))
        """

    private static var hasValidator: Bool {
        get async { (try? await Command(["python3", "-c", "import jsonschema"]).run())?.status == 0 }
    }

    private static let wrong: [JSON] = [
        ["io.jvledger.decision.rejected.v1", [:]],
        ["io.jvledger.decision.rejected.v1", ["reason": "x", "other": 1]],
        ["io.jvledger.decision.rejected.v1", ["reason": 1]],
        ["io.jvledger.consent.given.v1", ["org": "a b", "revision": 1]],
        ["io.jvledger.consent.given.v1", ["org": "a", "revision": 0]],
    ]

    @Test(
        "every entry of the example is what the schema of its type says",
        .enabled("a python3 that has jsonschema") { await hasValidator },
        .timeLimit(.minutes(5))
    )
    func example() async throws {
        try await Daemon.serve { daemon in
            for part in ["1", "2"] {
                let imported = try await daemon.jvctl("import", "--example", "--part", part, as: .office)
                #expect(imported.status == 0, "\(imported)")
            }
            var schemas = JSONObject()
            let client = try await daemon.client(as: .office)
            for type in try await client.call("io.jvledger.Ledger.DescribeTypes", JSONObject()).objects(
                "types"
            ) {
                let name = try #require(type.text("type"))
                let reply = try await client.call(
                    "io.jvledger.Ledger.GetSchema",
                    JSONObject([("name", .string(name))])
                )
                let text = try #require(reply.text("schema"))
                schemas[name] = try JSON(parsing: text)
            }
            let listed = try await client.call("io.jvledger.Ledger.List", JSONObject([("limit", 1000)]))
            await client.close()
            let entries = try listed.objects("entries").map { recorded -> JSON in
                let text = try #require(recorded.text("text"))
                let entry = try JSON(parsing: text).object ?? JSONObject()
                var data = entry["data"]?.object ?? JSONObject()
                for name in ["occurred", "sources", "sealed", "_sd"] { data[name] = nil }
                for member in recorded["disclosed"]?.object?.members ?? [] {
                    data[member.name] = member.value
                }
                return ["type": entry["type"] ?? "", "data": .object(data)]
            }
            var command = Command(["python3", "-c", Self.validator])
            let input: JSON = [
                "schemas": .object(schemas), "entries": .array(entries), "wrong": .array(Self.wrong),
            ]
            command.input = String(decoding: input.compactBytes(), as: UTF8.self)
            let outcome = try await command.run()
            #expect(outcome.output.hasPrefix("\(entries.count)"), "\(outcome)")
        }
    }

    @Test("jvctl writes a type's schema, and its fields as the help of record", .timeLimit(.minutes(5)))
    func commands() async throws {
        try await Daemon.serve { daemon in
            let schema = try await daemon.jvctl("types", "consent.given", "--schema", as: .office)
            #expect(schema.status == 0, "\(schema)")
            let title = try JSON(parsing: schema.output).object?.text("title")
            #expect(title == "consent.given")
            let help = try await daemon.jvctl("record", "consent.given", "--help", as: .office)
            #expect(help.status == 0, "\(help)")
            for word in ["revision*", "The partner that consents.", "jvctl record --help"] {
                #expect(help.output.contains(word), "\(help)")
            }
            let unknown = try await daemon.jvctl("types", "consent.givn", "--schema", as: .office)
            #expect(unknown.status == 1, "\(unknown)")
        }
        let alone = try await Command([
            Command.control, "record", "consent.given", "--help", "--socket", "/nowhere",
        ]).run()
        #expect(alone.status == 0, "\(alone)")
        #expect(alone.output.contains("no ledger answers"), "\(alone)")
        #expect(alone.output.contains("USAGE: jvctl record"), "\(alone)")
    }
}
