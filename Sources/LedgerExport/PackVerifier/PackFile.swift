// SPDX-License-Identifier: Apache-2.0

/// The bytes of a pack, wherever they are: its length, and how a piece of them is read.
public struct PackFile {
    /// The bytes could not be had: then nothing is known of the pack.
    public struct Unreadable: Error, Hashable, Sendable {
        /// Why.
        public let message: String

        /// Says why.
        public init(message: String) { self.message = message }
    }

    /// How many bytes there are.
    let count: UInt64
    private let bytes: (_ place: UInt64, _ count: Int) throws(Unreadable) -> [UInt8]

    /// Takes a file; the closure returns so many bytes from a place on, which it is only asked for within the length.
    public init(
        count: UInt64,
        reading bytes: @escaping (_ place: UInt64, _ count: Int) throws(Unreadable) -> [UInt8]
    ) {
        self.count = count
        self.bytes = bytes
    }

    /// Reads a piece, fewer bytes where the file ends.
    func read(_ place: UInt64, _ length: Int) throws(PackStop) -> [UInt8] {
        guard place < count else { return [] }
        do { return try bytes(place, Int(min(UInt64(length), count - place))) } catch {
            throw .unreadable(error)
        }
    }
}

/// Why a verification ended before all was looked at.
enum PackStop: Error {
    /// The file could not be read.
    case unreadable(PackFile.Unreadable)
    /// Something is wrong with the pack.
    case fault(PackFault)

    /// The whole pack is not what it should be, or no entry can be named.
    static func fault(_ reason: PackFault.Reason) -> PackStop {
        .fault(PackFault(position: nil, reason: reason))
    }

    /// An entry is not what it should be.
    static func fault(at position: UInt64, _ reason: PackFault.Reason) -> PackStop {
        .fault(PackFault(position: position, reason: reason))
    }
}
