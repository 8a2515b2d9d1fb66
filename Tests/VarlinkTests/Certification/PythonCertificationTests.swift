// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Varlink

/// Our server and our client pass the certification of Varlink with the unmodified Python implementation.
@Suite(.enabled("a python3 that has varlink") { await Python.hasVarlink }, .timeLimit(.minutes(5)))
struct PythonCertificationTests {
    private static let module = "varlink.tests.test_certification"

    @Test("The definition is theirs, byte for byte")
    func definition() async throws {
        let script = """
            import pathlib, sys, varlink.tests
            path = pathlib.Path(varlink.tests.__file__).parent / "org.varlink.certification.varlink"
            sys.stdout.buffer.write(path.read_bytes())
            """
        let theirs = try await Python.run(["-c", script])
        #expect(theirs.status == 0 && theirs.output == CertificationInterface.text, "\(theirs)")
    }

    @Test("Their client certifies our server")
    func server() async throws {
        try await Service.with(interfaces: [CertificationInterface()]) { service in
            let arguments = ["-m", Self.module, "--client", "--varlink=unix:\(service.path)"]
            let outcome = try await Python.run(arguments)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.contains("'all_ok': True"), "\(outcome)")
            #expect(outcome.output.hasSuffix("Certification passed\n"), "\(outcome)")
        }
    }

    @Test("Their server certifies our client")
    func client() async throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        try await Python.serve([Self.module, "--varlink=unix:\(path)"]) {
            let client = try await VarlinkClient.connect(path: path)
            #expect(try await certify(client) == object(["all_ok": true]))
            await client.close()
        }
        withExtendedLifetime(directory) {}
    }

    @Test("Their server finds out a client that errs")
    func erringClient() async throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        try await Python.serve([Self.module, "--varlink=unix:\(path)"]) {
            let client = try await VarlinkClient.connect(path: path)
            var input = try await client.call("org.varlink.certification.Start")
            _ = try await client.call("org.varlink.certification.Test01", input)
            input["bool"] = false
            let error = await #expect(throws: VarlinkError.self) {
                try await client.call("org.varlink.certification.Test02", input)
            }
            #expect(error?.name == "org.varlink.certification.CertificationError")
            await client.close()
        }
        withExtendedLifetime(directory) {}
    }
}
