// SPDX-License-Identifier: Apache-2.0

/// Where each file of a pack stands, read strictly.
///
/// A tar archive can be read in more than one way: a path twice, links, extensions that rename what follows. Whoever
/// verifies must see what every other tool sees, so nothing is taken but what ``AuditPack`` allows: a block with the right
/// checksum, a regular file, a path that packs have and that did not stand before.
struct TarIndex {
    /// The most files: those of a part of a ledger, and the tiles of a billion entries.
    static let maximumFiles = 10_000_000
    private static let blockBytes = 512

    /// Where a file stands.
    struct Extent {
        let place: UInt64
        let bytes: UInt64
    }

    private(set) var files: [String: Extent] = [:]

    init(reading file: PackFile) throws(PackStop) {
        var place: UInt64 = 0
        while true {
            let block = try file.read(place, Self.blockBytes)
            guard block.count == Self.blockBytes else { throw .fault(.archive(.cutOff)) }
            if block.allSatisfy({ $0 == 0 }) { break }
            let (path, bytes) = try Self.header(block)
            place += UInt64(Self.blockBytes)
            guard files.count < Self.maximumFiles else { throw .fault(.archive(.tooMany)) }
            guard bytes <= file.count, place <= file.count - bytes else { throw .fault(.archive(.cutOff)) }
            guard PackPaths.isKnown(path) else { throw .fault(.archive(.unknown(path))) }
            guard files.updateValue(Extent(place: place, bytes: bytes), forKey: path) == nil else {
                throw .fault(.archive(.twice(path)))
            }
            let padding =
                (UInt64(Self.blockBytes) - bytes % UInt64(Self.blockBytes)) % UInt64(Self.blockBytes)
            // What pads a file is nothing that anybody reads, and is held to be that.
            guard try file.read(place + bytes, Int(padding)).allSatisfy({ $0 == 0 }) else {
                throw .fault(.archive(.trailing))
            }
            place += bytes + padding
        }
        try Self.checkEnd(file, place + UInt64(Self.blockBytes))
    }

    /// One more block of zeros, and nothing after it but zeros.
    private static func checkEnd(_ file: PackFile, _ start: UInt64) throws(PackStop) {
        var place = start
        while place < file.count {
            let bytes = try file.read(place, 1 << 16)
            guard bytes.allSatisfy({ $0 == 0 }) else { throw .fault(.archive(.trailing)) }
            place += UInt64(bytes.count)
        }
        guard place >= start + UInt64(blockBytes) else { throw .fault(.archive(.cutOff)) }
    }

    private static func header(_ block: [UInt8]) throws(PackStop) -> (path: String, bytes: UInt64) {
        guard block[257..<265].elementsEqual("ustar\u{0}00".utf8) else { throw .fault(.archive(.notTar)) }
        let spaces = 8 * UInt64(UInt8(ascii: " "))
        let sum =
            block.reduce(0) { $0 + UInt64($1) } - block[148..<156].reduce(0) { $0 + UInt64($1) } + spaces
        guard octal(block[148..<154]) == sum else { throw .fault(.archive(.checksum)) }
        let name = block[0..<100].prefix { $0 != 0 }
        let path = String(decoding: name, as: UTF8.self)
        // A prefix, a link, an owner: a pack has none, and another tool might read a name in them.
        let rest = [block[name.endIndex..<100], block[157..<257], block[265..<512]]
        guard rest.allSatisfy({ $0.allSatisfy { $0 == 0 } }) else { throw .fault(.archive(.notAFile(path))) }
        guard block[156] == UInt8(ascii: "0") else { throw .fault(.archive(.notAFile(path))) }
        guard block[135] == 0, let bytes = octal(block[124..<135]) else { throw .fault(.archive(.notTar)) }
        return (path, bytes)
    }

    /// The number in octal digits that fill a field.
    private static func octal(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | UInt64($1 - 0x30) }
    }
}
