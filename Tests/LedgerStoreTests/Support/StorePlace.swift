// SPDX-License-Identifier: Apache-2.0
import Foundation
import LedgerStore
import Testing

/// Where a store lives, so that a test can close it and open it again.
protocol StorePlace {
    /// Creates the store.
    func create() throws -> any EventStore
    /// Opens the store that was created and is closed again.
    func open() throws -> any EventStore
}

/// A directory that is gone with the value.
final class TemporaryDirectory: StorePlace {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { "\(path)/ledger.sqlite" }

    func create() throws -> any EventStore { try SQLiteEventStore(directory: path, create: true) }

    func open() throws -> any EventStore { try SQLiteEventStore(directory: path) }

    /// The bytes of every file, by name.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
        }
        return contents
    }

    /// Changes one byte somewhere in the closed database file.
    func flipByte(using generator: inout some RandomNumberGenerator) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: database))
        data[Int.random(in: 0..<data.count, using: &generator)] ^= UInt8.random(
            in: 1...255,
            using: &generator
        )
        try data.write(to: URL(fileURLWithPath: database))
    }

    /// Changes the lowest bit of the last byte of `needle`, which is once in the closed database file.
    func flip(_ needle: [UInt8]) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: database))
        let range = try #require(data.range(of: Data(needle)), "the bytes are not in the file")
        try #require(
            data.range(of: Data(needle), in: range.upperBound..<data.endIndex) == nil,
            "twice in the file"
        )
        data[range.upperBound - 1] ^= 1
        try data.write(to: URL(fileURLWithPath: database))
    }
}
