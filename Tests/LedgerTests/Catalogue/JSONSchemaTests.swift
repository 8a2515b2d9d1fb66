// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import Testing

/// JSON Schemas, which follow from the declarations of the types.
struct JSONSchemaTests {
    private func schema(_ name: String) throws -> JSONObject {
        JSONSchema.schema(of: try #require(Catalogue.type(named: name)))
    }

    private func property(_ name: String, of type: String) throws -> JSONObject {
        try #require(try schema(type)["properties"]?.object?[name]?.object)
    }

    private func pattern(_ name: String, of type: String) throws -> Regex<AnyRegexOutput> {
        try Regex(try #require(try property(name, of: type)["pattern"]?.text))
    }

    @Test("Every type has one, with all of its fields and no others")
    func everyType() throws {
        for type in Catalogue.types {
            let schema = JSONSchema.schema(of: type)
            #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
            #expect(schema["$id"]?.text == "urn:jvledger:type:\(type.typeName)")
            #expect(schema["description"]?.text == type.summary)
            #expect(schema["additionalProperties"] == false)
            let fields = Catalogue.fields(of: type)
            #expect(schema["properties"]?.object?.count == fields.count)
            let required = (schema["required"]?.array ?? []).compactMap(\.text)
            #expect(required == fields.filter(\.isRequired).map(\.name))
        }
    }

    @Test("Texts, choices, numbers and personal data say what they are")
    func properties() throws {
        #expect(try property("title", of: "proposal.tabled")["maxLength"] == 16_384)
        #expect(try property("name", of: "person.registered")["x-jvledger-personal"] == true)
        #expect(try property("stance", of: "option.argued")["enum"] == ["for", "against", "neutral"])
        let option = try property("option", of: "option.argued")
        #expect(option["minimum"] == 1)
        #expect(option["maximum"] == 999)
        #expect(try property("boundarySpanning", of: "post.defined")["const"] == true)
        #expect(try property("organisations", of: "post.defined")["maxItems"] == 256)
    }

    @Test("Groups and amounts are objects without other members")
    func groups() throws {
        let shares = try property("shares", of: "funding.agreed")
        let item = try #require(shares["items"]?.object)
        #expect(item["additionalProperties"] == false)
        #expect(shares["minItems"] == 1)
        let amount = try property("amount", of: "decision.adopted")
        #expect(amount["required"] == ["currency", "minor"])
    }

    @Test(
        "Dates of every form that EDTF has here match their pattern",
        arguments: [
            "2019", "201X", "20XX", "2019-05", "2019-21", "2019-XX", "2019-XX-XX", "2019-05-XX", "2019-05-17",
            "2019~",
            "2019-05?", "2019-05-17%", "2019/2020", "2019-08/2019-09", "../2018-03", "2018/..",
            "2019-05-17T10:30:00Z", "2019-05-17T10:30:00.123456+01:00",
        ]
    )
    func dates(text: String) throws {
        _ = try EDTF(text)
        #expect(try pattern("deadline", of: "proposal.tabled").wholeMatch(in: text) != nil)
    }

    @Test(
        "What is no date does not",
        arguments: ["", "19", "2019-13", "2019-5", "2019/", "/2019", "..", "May 2019"]
    )
    func notDates(text: String) throws {
        #expect(throws: (any Error).self) { try EDTF(text) }
        #expect(try pattern("deadline", of: "proposal.tabled").wholeMatch(in: text) == nil)
    }

    @Test("Keys and things are matched as the ledger reads them")
    func keys() throws {
        let key = try pattern("decision", of: "decision.superseded")
        for text in ["D-0001", "a", "A.b-c"] { #expect(try key.wholeMatch(in: text) != nil) }
        for text in ["", "-a", "a b", "a/b", String(repeating: "a", count: 65)] {
            #expect(try key.wholeMatch(in: text) == nil)
        }
        let role = try pattern("role", of: "role.assigned")
        #expect(try role.wholeMatch(in: "post/boss") != nil)
        #expect(try role.wholeMatch(in: "person/P-0001") == nil)
    }
}
