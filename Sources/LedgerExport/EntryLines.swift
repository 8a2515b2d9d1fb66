// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Cuts the bytes of an entries file into lines, whatever the pieces in which they come.
///
/// A line is what stands before a line feed, byte for byte. What follows the last line feed is not a line.
struct EntryLines {
    /// The longest line: what the tile formats can hold of one leaf.
    static let maximumBytes = 65_535

    /// How the file ended.
    enum Ending: Hashable {
        /// With a line feed, or it is empty.
        case complete
        /// In the middle of a line.
        case unfinished
        /// A line was longer than an entry can be; nothing was read after it.
        case tooLong
    }

    private var rest: [UInt8] = []
    private var isOver = false

    /// Hands over every line that the bytes finish; returns false once there is no use in reading on.
    mutating func read(_ bytes: ArraySlice<UInt8>, _ body: ([UInt8]) -> Void) -> Bool {
        guard !isOver else { return false }
        var start = bytes.startIndex
        while start < bytes.endIndex, let end = Self.lineFeed(in: bytes[start...]) {
            let length = rest.count + end - start
            guard length <= Self.maximumBytes else { return stop() }
            if rest.isEmpty {
                body(Array(bytes[start..<end]))
            } else {
                rest += bytes[start..<end]
                body(rest)
                rest.removeAll(keepingCapacity: true)
            }
            start = end + 1
        }
        guard rest.count + bytes.endIndex - start <= Self.maximumBytes else { return stop() }
        rest += bytes[start...]
        return true
    }

    /// How the file ended.
    var ending: Ending { isOver ? .tooLong : rest.isEmpty ? .complete : .unfinished }

    private mutating func stop() -> Bool {
        isOver = true
        return false
    }

    private static func lineFeed(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress, let found = memchr(base, 0x0A, buffer.count) else {
                return nil
            }
            return bytes.startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
