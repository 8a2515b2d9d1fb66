// SPDX-License-Identifier: Apache-2.0

/// A part of a pack whose turn has not come yet: bytes in a file without a name in the directory of the pack.
final class Spool {
    private static let pieceBytes = 1 << 20

    private var file: OutputFile

    init(besides path: String, _ name: String) throws(Complaint) {
        file = try OutputFile(path: "\(path).\(name)")
    }

    func append(_ bytes: [UInt8]) throws(Complaint) { try file.append(bytes) }

    /// Hands over all bytes in pieces, in their order.
    func read(_ body: (ArraySlice<UInt8>) throws(Complaint) -> Void) throws(Complaint) {
        var place: UInt64 = 0
        while place < file.count {
            let piece = try file.read(at: place, atMost: Self.pieceBytes)
            guard !piece.isEmpty else { return }
            try body(piece[...])
            place += UInt64(piece.count)
        }
    }

    /// Hands over every line, without its LF; nothing else was written but whole lines.
    func readLines(_ body: ([UInt8]) throws(Complaint) -> Void) throws(Complaint) {
        var rest: [UInt8] = []
        try read { piece throws(Complaint) in
            var start = piece.startIndex
            while let end = piece[start...].firstIndex(of: 0x0A) {
                rest += piece[start..<end]
                try body(rest)
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            rest += piece[start...]
        }
    }
}
