// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Varlink

/// A server tells what it is and what it offers.
@Suite(.timeLimit(.minutes(5)))
struct IntrospectionTests {
    @Test func informationIsComplete() async throws {
        try await Service.with { service in
            let client = try await service.client()
            let expected: JSON = [
                "vendor": "Example", "product": "Tests", "version": "1", "url": "https://example.org/",
                "interfaces": ["org.example.Test", "org.varlink.service"],
            ]
            #expect(try await client.call("org.varlink.service.GetInfo") == object(expected))
        }
    }

    @Test func descriptionsAreTheTextsAndDescribeTheReplies() async throws {
        try await Service.with { service in
            let client = try await service.client()
            func describe(_ interface: String) async throws -> InterfaceDescription {
                let reply = try await client.call(
                    "org.varlink.service.GetInterfaceDescription",
                    object(["interface": .string(interface)])
                )
                return try InterfaceDescription(parsing: try #require(reply["description"]?.text))
            }
            #expect(try await describe("org.example.Test").text == Example.text)

            let own = try await describe("org.varlink.service")
            #expect(own.portabilityProblems() == [])
            #expect(own.methods.map(\.name) == ["GetInfo", "GetInterfaceDescription"])
            #expect(
                own.errors.map(\.name) == [
                    "InterfaceNotFound", "MethodNotFound", "MethodNotImplemented", "InvalidParameter",
                    "PermissionDenied", "ExpectedMore", "ExpectedUpgrade",
                ]
            )
            let information = try await client.call("org.varlink.service.GetInfo")
            _ = try own.validated(information, against: try #require(own.method(named: "GetInfo")).output)

            // Every standard error is as the interface declares it.
            let standard: [VarlinkError] = [
                .interfaceNotFound("a.b"), .methodNotFound("a.b.C"), .methodNotImplemented("a.b.C"),
                .invalidParameter("a"), .permissionDenied, .expectedMore,
            ]
            for error in standard {
                let prefix = "org.varlink.service."
                #expect(error.name.hasPrefix(prefix))
                let declared = try #require(own.error(named: String(error.name.dropFirst(prefix.count))))
                #expect(try own.validated(error.parameters, against: declared.parameters) == error.parameters)
            }
        }
    }
}
