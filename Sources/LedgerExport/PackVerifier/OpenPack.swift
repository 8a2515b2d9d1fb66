// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// A pack whose archive was read and whose checkpoint was opened.
struct OpenPack {
    /// The most bytes of a file that is read at once: of a manifest, or a bundle of the longest entries.
    private static let maximumBytes = 256 * 65_537
    private static let pieceBytes = 1 << 18

    let file: PackFile
    let index: TarIndex
    /// The keys that are believed.
    let keys: PackKeys
    /// The bytes of `checkpoint`.
    let note: [UInt8]
    let opened: VerifiedCheckpoint

    var checkpoint: Checkpoint { opened.checkpoint }
    var size: UInt64 { opened.checkpoint.size }

    init(_ file: PackFile, keys: PackKeys) throws(PackStop) {
        self.file = file
        self.keys = keys
        index = try TarIndex(reading: file)
        note = try Self.bytes(PackPaths.checkpoint, index, file)
        opened = try keys.open(note, PackPaths.checkpoint)
    }

    func has(_ path: String) -> Bool { index.files[path] != nil }

    /// All bytes of a file.
    func bytes(_ path: String) throws(PackStop) -> [UInt8] { try Self.bytes(path, index, file) }

    private static func bytes(_ path: String, _ index: TarIndex, _ file: PackFile) throws(PackStop) -> [UInt8]
    {
        guard let extent = index.files[path] else { throw .fault(.missing(path)) }
        guard extent.bytes <= maximumBytes else { throw .fault(.malformed(path)) }
        return try file.read(extent.place, Int(extent.bytes))
    }

    /// The SHA-256 of a file of any length.
    func digest(_ path: String) throws(PackStop) -> Digest? {
        guard let extent = index.files[path] else { return nil }
        var digest = RunningDigest()
        var place = extent.place
        while place < extent.place + extent.bytes {
            let length = min(UInt64(Self.pieceBytes), extent.place + extent.bytes - place)
            digest.update(try file.read(place, Int(length))[...])
            place += length
        }
        return digest.digest
    }

    /// The lines of a file, one after the other.
    func lines(_ path: String, longest: Int) throws(PackStop) -> PackLines {
        guard let extent = index.files[path] else { throw .fault(.missing(path)) }
        return PackLines(file, path, extent, longest: longest)
    }
}

/// The keys that are believed.
struct PackKeys {
    let logs: [VerifierKey]
    let witnesses: [VerifierKey]

    func open(_ bytes: [UInt8], _ path: String) throws(PackStop) -> VerifiedCheckpoint {
        do { return try open(SignedNote(parsing: bytes)) } catch let error as CheckpointError {
            throw .fault(.checkpoint(path, error))
        } catch let error as NoteError {
            throw .fault(.checkpoint(path, .note(error)))
        } catch {
            throw .fault(.malformed(path))
        }
    }

    func open(_ note: SignedNote) throws(CheckpointError) -> VerifiedCheckpoint {
        try VerifiedCheckpoint(opening: note, logs: logs, witnesses: witnesses)
    }
}
