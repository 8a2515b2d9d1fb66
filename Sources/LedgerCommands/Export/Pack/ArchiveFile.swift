// SPDX-License-Identifier: Apache-2.0
import LedgerExport
import TransparencyLog

/// A tar archive while it is written, file after file, and what of it can be read back.
///
/// How long a file is stands before it and is known when it has ended, so its block is written again then: a file of any
/// length passes through.
final class ArchiveFile {
    /// A file that was written.
    struct Written {
        let path: String
        let place: UInt64
        let bytes: UInt64
        let digest: Digest
    }

    private var output: OutputFile?
    private let modified: UInt64
    private var current: (path: String, place: UInt64, digest: RunningDigest)?
    private var places: [String: (place: UInt64, bytes: UInt64)] = [:]

    /// Begins an archive; the time, in seconds since 1970, is that of all its files.
    init(path: String, modified: UInt64) throws(Complaint) {
        output = try OutputFile(path: path)
        self.modified = modified
    }

    /// Writes a file whole.
    @discardableResult
    func add(_ path: String, _ bytes: [UInt8]) throws(Complaint) -> Written {
        try begin(path)
        try append(bytes[...])
        return try end()
    }

    /// Begins a file.
    func begin(_ path: String) throws(Complaint) {
        try output?.append(block(path, 0))
        current = (path, written, RunningDigest())
    }

    /// Adds bytes to the file that was begun.
    func append(_ bytes: ArraySlice<UInt8>) throws(Complaint) {
        current?.digest.update(bytes)
        try output?.append(bytes)
    }

    /// Ends the file that was begun.
    func end() throws(Complaint) -> Written {
        guard let (path, place, digest) = current.take() else {
            throw Complaint(.failed, "no file of the pack is being written")
        }
        let bytes = written - place
        try output?.replace(at: place - UInt64(TarHeader.blockBytes), block(path, bytes))
        try output?.append(TarHeader.padding(bytes: bytes))
        return Written(path: path, place: place, bytes: bytes, digest: digest.digest)
    }

    /// Remembers where a file is that will be read back.
    func remember(_ file: Written) { places[file.path] = (file.place, file.bytes) }

    /// Reads back a file that was remembered.
    func read(_ path: String) throws(Complaint) -> [UInt8] {
        guard let (place, bytes) = places[path] else {
            throw Complaint(.failed, "the pack has no \(path) to make its proofs from")
        }
        return try output?.read(at: place, atMost: Int(bytes)) ?? []
    }

    /// Ends the archive and puts it in its place.
    func keep() throws(Complaint) {
        try output?.append(TarHeader.end[...])
        try output.take()?.keep(isDurable: true)
    }

    /// How many bytes the archive has so far.
    private var written: UInt64 { output?.count ?? 0 }

    private func block(_ path: String, _ bytes: UInt64) throws(Complaint) -> [UInt8] {
        guard let block = TarHeader.block(path: path, bytes: bytes, modified: modified) else {
            throw Complaint(
                .failed,
                "\(path) is longer than the \(TarHeader.maximumFileBytes) bytes that a file of a pack can have; "
                    + "choose a part of the ledger, or jvctl export FILE",
                name: "jvctl.Export"
            )
        }
        return block
    }
}
