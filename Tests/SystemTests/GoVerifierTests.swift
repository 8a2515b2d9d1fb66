// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// The Go project's own transparency log code, from Debian's packages.
private enum Go {
    /// Builds a program of one file without a network, with the packages that the system has.
    static let environment = [
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode",
    ]

    static var isThere: Bool {
        get async {
            let version = try? await Command(["go", "version"]).run()
            return version?.status == 0
                && FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
        }
    }
}

/// What we write is what `golang.org/x/mod` verifies, which shares no code with us.
@Suite(.enabled("go with golang.org/x/mod") { await Go.isThere }, .severalUsers)
struct GoVerifierTests {
    private static let source = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/tlogcheck/main.go").path

    /// Builds the program; its cache is in the test's own directory, and goes with it.
    private func build(in directory: TemporaryDirectory) async throws -> String {
        let program = directory.file("tlogcheck")
        var command = Command(["go", "build", "-o", program, Self.source])
        command.environment = Go.environment.merging([
            "GOCACHE": directory.file("gocache"), "HOME": directory.path,
        ]) { $1 }
        let built = try await command.run()
        try #require(built.status == 0, "\(built)")
        return program
    }

    @Test(
        "checkpoint, cosignature, tiles, every inclusion, consistency and a tlog-proof verify; altered ones do not",
        .timeLimit(.minutes(5))
    )
    func verifies() async throws {
        try await Daemon.serve(WitnessTests.policy) { daemon in
            let program = try await build(in: daemon.directory)
            let options = try await WitnessTests.appoint(daemon)
            let old = try await daemon.jvctl("checkpoint")
            let many = (0..<300).map {
                entry("finding.recorded", "finding/f\($0)", ["title": .string("\($0)")])
            }
            try await daemon.record(many)
            let visited = try await daemon.jvctl(["witness", "visit"] + options, as: .own)
            try #require(visited.status == 0, "\(visited)")

            let tiles = daemon.directory.file("tiles")
            let exported = try await daemon.jvctl(["export", "--tiles", tiles], as: .own)
            try #require(exported.status == 0, "\(exported)")
            let witnesses = try await daemon.ask("witness", "list")
            let witness = try #require(witnesses["witnesses"]?.array?.first?.object?.text("publicKey"))
            let key = try await daemon.jvctl("checkpoint", "--public-key").output
            let consistency = try await daemon.jvctl("consistency", "9")
            let proof = try await daemon.jvctl("proof", "150", "--witnessed")
            let arguments = [
                program, tiles, key, witness,
                try daemon.directory.write("old", old.output),
                try daemon.directory.write("consistency", consistency.output),
                try daemon.directory.write("proof", proof.output),
            ]
            let verdict = try await Command(arguments).run()
            #expect(verdict.status == 0, "\(verdict)")
            #expect(
                verdict.lines == [
                    "checkpoint 309 signatures 2", "entries 309", "consistency 9 309",
                    "proof 150 signatures 2",
                ]
            )

            let bundle = URL(filePath: tiles + "/tile/entries/000")
            var bytes = try Data(contentsOf: bundle)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: bundle)
            let altered = try await Command(arguments).run()
            #expect(altered.status == 1, "\(altered)")
        }
    }
}
