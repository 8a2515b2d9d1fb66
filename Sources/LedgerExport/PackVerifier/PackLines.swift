// SPDX-License-Identifier: Apache-2.0

/// The lines of a file of a pack, read piece by piece.
struct PackLines {
    private static let pieceBytes = 1 << 18

    private let file: PackFile
    private let path: String
    private let longest: Int
    private let end: UInt64
    private var place: UInt64
    private var piece: ArraySlice<UInt8> = []

    init(_ file: PackFile, _ path: String, _ extent: TarIndex.Extent, longest: Int) {
        self.file = file
        self.path = path
        self.longest = longest
        place = extent.place
        end = extent.place + extent.bytes
    }

    /// The next line without its LF; nil at the end.
    ///
    /// A line that does not end, or is too long, is a fault of the file.
    mutating func next() throws(PackStop) -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if piece.isEmpty {
                guard place < end else {
                    guard line.isEmpty else { throw .fault(.malformed(path)) }
                    return nil
                }
                let length = min(UInt64(Self.pieceBytes), end - place)
                piece = try file.read(place, Int(length))[...]
                place += length
            }
            if let feed = piece.firstIndex(of: 0x0A) {
                line += piece[..<feed]
                piece = piece[(feed + 1)...]
                guard line.count <= longest else { throw .fault(.malformed(path)) }
                return line
            }
            line += piece
            piece = []
            guard line.count <= longest else { throw .fault(.malformed(path)) }
        }
    }
}
