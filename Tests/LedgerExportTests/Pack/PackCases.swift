// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import LedgerExport
import Testing
import TransparencyLog

/// A pack as a file, perhaps with what was seen before, and what every verifier must say of it.
struct PackCase: Sendable {
    let pack: [UInt8]
    var older: [UInt8]?
    /// What it must say; nil for a pack that verifies.
    var fault: (position: UInt64?, words: String)?
    /// How many sealed texts it must say are missing, if that is to be looked at.
    var missing: UInt64?

    /// Where the packs are to be written, if they are.
    static let directory = ProcessInfo.processInfo.environment["JVLEDGER_PACKS"]

    /// Packs that verify, checkpoints that they do not continue, and all that is done to packs.
    static func all() throws -> [PackCase] {
        var cases: [PackCase] = []
        for base in [Tampering.Base.whole, .dossier, .range] {
            let pack = try Tampering.sound(base)
            cases.append(PackCase(pack: try pack.bytes()))
            cases.append(PackCase(pack: try pack.bytes(), older: try pack.checkpoint(size: 257)))
            cases += try beside(pack)
        }
        return try cases
            + Tampering.all.map {
                PackCase(
                    pack: try $0.pack().bytes(),
                    fault: ($0.position, $0.words),
                    missing: $0.missing
                )
            }
    }

    /// What else may have been seen before.
    static func beside(_ pack: SamplePack) throws -> [PackCase] {
        let longer = try SampleLedger(count: 301).entries.map { Merkle.leafHash($0) }
        let other = try SampleLedger(count: 100).entries.map { Merkle.leafHash($0) }
        var elsewhere = pack
        elsewhere.signer = try Tampering.elsewhere()
        var unknown = pack
        unknown.signer = try SamplePack.key("unknown.example", .ed25519, 7)
        let bytes = try pack.bytes()
        return [
            PackCase(
                pack: bytes,
                older: try pack.checkpoint(longer).bytes,
                fault: (300, "missing, though checkpoint 301 has it")
            ),
            PackCase(
                pack: bytes,
                older: try pack.checkpoint(other).bytes,
                fault: (nil, "history was rewritten since")
            ),
            PackCase(
                pack: bytes,
                older: try elsewhere.checkpoint(size: 3),
                fault: (nil, "is of another ledger")
            ),
            PackCase(pack: bytes, older: try unknown.checkpoint(size: 3), fault: (nil, "signed")),
            PackCase(pack: bytes, older: Array("no note".utf8), fault: (nil, "not a signed note")),
        ]
    }
}

/// Writes the packs of the tests for whoever holds another verifier against them, as `Verifier/Mutations` does.
@Suite("Packs as files", .enabled(if: PackCase.directory != nil, "JVLEDGER_PACKS names no directory"))
struct PackFiles {
    @Test("The packs of the tests stand as files beside what is to be said of them")
    func write() throws {
        let directory = URL(filePath: try #require(PackCase.directory))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        var cases: [JSON] = []
        for (number, each) in try PackCase.all().enumerated() {
            try Data(each.pack).write(to: directory.appending(path: "\(number).tar"))
            try each.older.map { try Data($0).write(to: directory.appending(path: "\(number).older")) }
            cases.append([
                "older": .bool(each.older != nil), "words": each.fault.map { .string($0.words) } ?? .null,
                "missing": each.missing.map { .integer(Int64($0)) } ?? .null,
                "position": each.fault?.position.map { .integer(Int64($0)) } ?? .null,
            ])
        }
        try Data(JSON.array(cases).canonicalBytes()).write(to: directory.appending(path: "cases.json"))
        let keys = PackVerifierTests.believed.map(\.text).joined(separator: "\n") + "\n"
        try Data(keys.utf8).write(to: directory.appending(path: "keys"))
    }
}
