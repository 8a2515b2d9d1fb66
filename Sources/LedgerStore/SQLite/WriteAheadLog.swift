// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A look at SQLite's write-ahead log before SQLite opens it.
///
/// After a crash SQLite reads the log up to the first frame whose checksum is wrong and drops the rest in silence.
/// That is right for a commit that was cut short, and wrong for one that was acknowledged and has been damaged since.
/// With `synchronous=FULL` a commit is on the disk before the next one begins, so at most one commit can have been cut
/// short: if two or more commits of this log lie at or behind a bad frame, acknowledged ones among them are damaged.
/// Damage to the very last commit looks like one cut short; only a checkpoint kept elsewhere shows it.
///
/// The format (SQLite, "WAL-mode file format"): a header of 32 bytes, big-endian words of 32 bits: magic, version, page
/// size, sequence, two salts, two checksums. Then frames: a header of 24 bytes (page number; size of the database if the
/// frame ends a commit, else 0; the two salts; two checksums) and a page. A frame belongs to the log if it has its salts.
/// The checksum of a frame goes on from the one before, over the first 8 bytes of its header and its page, in words whose
/// byte order is the last bit of the magic.
struct WriteAheadLog: ~Copyable {
    private static let magic: UInt32 = 0x377F_0682
    private static let headerBytes = 32
    private static let frameHeaderBytes = 24
    private static let pageSizes: ClosedRange<UInt32> = 512...65_536

    private let file: File
    private let frameBytes: Int
    private let salts: ArraySlice<UInt8>
    private let isBigEndian: Bool
    private var sums: (UInt32, UInt32)

    /// Refuses a log in which acknowledged commits are damaged; one that is missing or empty is in order.
    static func check(_ path: String) throws(StoreFailure) {
        guard var log = try WriteAheadLog(path) else { return }
        guard try log.commitsLost() < 2 else {
            throw .damaged(
                position: nil,
                reason: "acknowledged commits in the write-ahead log cannot be read"
            )
        }
    }

    /// Reads the header; nil if there is no log that SQLite would read.
    private init?(_ path: String) throws(StoreFailure) {
        guard let file = try File(path, flags: O_RDONLY, unless: ENOENT) else { return nil }
        let header = try file.read(limit: Self.headerBytes)
        guard header.count == Self.headerBytes else { return nil }
        let magic = Self.word(header[0..<4])
        let pageSize = Self.word(header[8..<12])
        guard magic & ~1 == Self.magic, Self.pageSizes.contains(pageSize) else { return nil }
        self.file = file
        frameBytes = Self.frameHeaderBytes + Int(pageSize)
        salts = header[16..<24]
        isBigEndian = magic & 1 == 1
        sums = (0, 0)
        add(header[0..<24])
    }

    /// How many commits of this log lie at or behind the first frame that SQLite would not read.
    private mutating func commitsLost() throws(StoreFailure) -> Int {
        var isReadable = true
        var lost = 0
        while true {
            let frame = try file.read(limit: frameBytes)
            guard frame.count == frameBytes else { return lost }
            let belongs = frame[8..<16].elementsEqual(salts)
            if isReadable {
                add(frame[0..<8])
                add(frame[Self.frameHeaderBytes...])
                isReadable = belongs && (Self.word(frame[16..<20]), Self.word(frame[20..<24])) == sums
            }
            if !isReadable, belongs, Self.word(frame[4..<8]) != 0 { lost += 1 }
        }
    }

    /// Takes bytes into the checksum, two words at a time.
    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        var place = bytes.startIndex
        while place + 8 <= bytes.endIndex {
            sums.0 = sums.0 &+ word(bytes[place..<place + 4]) &+ sums.1
            sums.1 = sums.1 &+ word(bytes[place + 4..<place + 8]) &+ sums.0
            place += 8
        }
    }

    private func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        isBigEndian ? Self.word(bytes) : Self.word(bytes).byteSwapped
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
