// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Varlink

/// Our client and our server pass the certification of Varlink with each other.
///
/// `PythonCertificationTests` tries each of them with the Python implementation.
@Suite(.timeLimit(.minutes(5)))
struct CertificationTests {
    @Test func clientAndServerPass() async throws {
        try await Service.with(interfaces: [CertificationInterface()]) { service in
            let client = try await service.client()
            #expect(try await certify(client) == object(["all_ok": true]))
        }
    }

    @Test func whatIsOutOfTurnOrDifferentFails() async throws {
        try await Service.with(interfaces: [CertificationInterface()]) { service in
            let client = try await service.client()
            let start = try await client.call("org.varlink.certification.Start")
            await #expect(throws: VarlinkError("org.varlink.certification.ClientIdError")) {
                try await client.call("org.varlink.certification.End", start)
            }
            _ = try await client.call("org.varlink.certification.Test01", start)
            var input = start
            input["bool"] = false
            let error = await #expect(throws: VarlinkError.self) {
                try await client.call("org.varlink.certification.Test02", input)
            }
            #expect(error?.name == "org.varlink.certification.CertificationError")
            #expect(error?.parameters == object(["wants": ["bool": true], "got": ["bool": false]]))
        }
    }
}
