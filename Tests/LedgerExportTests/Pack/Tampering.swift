// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import LedgerExport
import Testing
import TransparencyLog

/// One thing that is done to a pack, and what every verifier must say of it.
struct Tampering: Sendable, CustomTestStringConvertible {
    /// What kind of pack it is done to.
    enum Base: Sendable { case whole, dossier, range }

    let name: String
    let base: Base
    /// The first bad entry that must be named.
    let position: UInt64?
    /// What the fault must say.
    let words: String
    /// How many sealed texts nothing is said of, if that is to be looked at.
    let missing: UInt64?
    /// Does it.
    let apply: @Sendable (inout SamplePack) throws -> Void

    init(
        _ name: String,
        of base: Base = .whole,
        at position: UInt64? = nil,
        missing: UInt64? = nil,
        _ words: String,
        _ apply: @escaping @Sendable (inout SamplePack) throws -> Void
    ) {
        self.name = name
        self.base = base
        self.position = position
        self.words = words
        self.missing = missing
        self.apply = apply
    }

    var testDescription: String { name }

    /// A sound pack of a kind.
    static func sound(_ base: Base) throws -> SamplePack {
        let ledger = try SampleLedger()
        return switch base {
        case .whole: try SamplePack(ledger)
        case .dossier: try SamplePack.dossier(ledger)
        case .range: try SamplePack.range(ledger, 2...12)
        }
    }

    /// The pack after it.
    func pack() throws -> SamplePack {
        var pack = try Self.sound(base)
        try apply(&pack)
        return pack
    }

    static let all =
        archive + log + entries + parts + sealed + manifest + record + files + previous + single
}

extension SamplePack.Files {
    /// Changes the bytes of a file.
    mutating func edit(_ path: String, _ body: (inout [UInt8]) throws -> Void) throws {
        let index = try #require(firstIndex { $0.path == path }, "\(path)")
        try body(&self[index].bytes)
    }

    /// Changes one bit of a file.
    mutating func flip(_ path: String, _ place: Int) throws { try edit(path) { $0[place] ^= 1 } }

    /// Changes the lines of a file.
    mutating func lines(_ path: String, _ body: (inout [[UInt8]]) throws -> Void) throws {
        try edit(path) { bytes in
            var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { [UInt8]($0) }
            lines.removeLast()
            try body(&lines)
            bytes = lines.flatMap { $0 + [0x0A] }
        }
    }

    /// Changes a text within a file.
    mutating func replace(_ path: String, _ old: String, _ new: String) throws {
        try edit(path) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let range = try #require(text.range(of: old), "\(old) in \(path)")
            bytes = [UInt8](text.replacingCharacters(in: range, with: new).utf8)
        }
    }

    mutating func remove(_ path: String) throws {
        self.remove(at: try #require(firstIndex { $0.path == path }, "\(path)"))
    }

    /// Changes the entries of a bundle.
    mutating func bundle(_ path: String, _ body: (inout [[UInt8]]) -> Void) throws {
        try edit(path) { bytes in
            var entries = try #require(EntryBundle.decode(bytes)).map { [UInt8]($0) }
            body(&entries)
            bytes = try #require(EntryBundle.encode(entries))
        }
    }
}
