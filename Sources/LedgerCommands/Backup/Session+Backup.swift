// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport
import TransparencyLog

/// Backing a ledger up while it is in service.
extension Session {
    private static let secondsPerDay = 86_400
    private static let progressBytes: UInt64 = 16 << 20

    /// Adds what is new to the last backup or begins another, and proves all of it from the copy before it says so.
    public func backUp(_ settings: BackupSettings) async throws(Complaint) {
        // Disclosures are among what is written: nobody else may read them.
        umask(0o077)
        let key = try await key(settings.key)
        let now = time(nil)
        try makeDirectory(settings.directory)
        // Two at once would write the same file, each taking the other's for its own.
        let lock = try FileLock(settings.directory, for: "backup")
        defer { withExtendedLifetime(lock) {} }
        let chains = try backup { () throws(BackupFailure) in
            try BackupChain.chains(in: settings.directory)
        }
        let directory =
            chains.last.flatMap { Self.isFresh($0, now, settings) ? $0 : nil }
            ?? "\(settings.directory)/\(BackupStamp.name(now))"
        let chain = try backup { () throws(BackupFailure) in try BackupChain(directory: directory) }
        // What is there must be sound before anything is added to it.
        let before = try read(chain, key)
        try makeDirectory(directory)
        let (path, size) = try await write(chain, before)
        let whole: BackupReader
        do throws(Complaint) { whole = try proved(directory, key, size: size) } catch {
            // Only what this run added is taken away: it is what does not fit.
            if let path { unlink(path) }
            rmdir(directory)
            throw error
        }
        try report(whole, before, path ?? directory, try prune(settings, besides: directory))
    }

    /// Reads all of a backup again, which must have as many entries as the ledger had.
    private func proved(_ directory: String, _ key: VerifierKey, size: UInt64) throws(Complaint)
        -> BackupReader
    {
        let chain = try backup { () throws(BackupFailure) in try BackupChain(directory: directory) }
        let whole = try read(chain, key)
        guard whole.size == size else {
            throw Complaint(.failed, "the copy has \(whole.size) entries, not \(size)", name: "jvctl.Backup")
        }
        return whole
    }

    private func key(_ given: String?) async throws(Complaint) -> VerifierKey {
        if let given {
            guard let key = try KeyOption.keys([given]).first(where: { $0.algorithm == .ed25519 }) else {
                throw .usage("\(given) is not the public key of a ledger")
            }
            return key
        }
        let reply = try await call("io.jvledger.Log.GetCheckpoint")
        guard let text = reply["publicKey"]?.text, let key = try? VerifierKey(text: text) else {
            throw .unexpectedReply("publicKey")
        }
        return key
    }

    /// Writes the next file of a backup; returns its path, nil if there was nothing new, and the size of the ledger.
    private func write(
        _ chain: BackupChain,
        _ before: BackupReader
    ) async throws(Complaint) -> (path: String?, size: UInt64) {
        var file = try OutputFile(path: chain.next)
        var end: (size: UInt64, cosigning: UInt64)?
        var said: UInt64 = 0
        try await callMore(
            "io.jvledger.Admin.Backup",
            [
                "fromSize": .integer(Int64(before.size)), "fromCosigning": .integer(Int64(before.cosigning)),
            ]
        ) { reply throws(Complaint) in
            for line in reply["lines"]?.array ?? [] {
                guard let text = line.text, !text.utf8.contains(0x0A) else { throw .unexpectedReply("line") }
                try file.append(Array(text.utf8) + [0x0A])
            }
            if let size = reply.number("size"), let cosigning = reply.number("cosigning") {
                end = (UInt64(clamping: size), UInt64(clamping: cosigning))
            }
            if file.count >= said + Self.progressBytes {
                said = file.count
                showProgress("\(file.count >> 20) MiB")
            }
        }
        showProgress("")
        guard let end else { throw .unexpectedReply("end") }
        guard end.size > before.size || end.cosigning > before.cosigning else { return (nil, end.size) }
        let last = BackupLine.end(from: before.size, to: end.size, cosigning: end.cosigning)
        try file.append(last.bytes + [0x0A])
        try file.keep(isDurable: true)
        return (chain.next, end.size)
    }

    private func read(_ chain: BackupChain, _ key: VerifierKey) throws(Complaint) -> BackupReader {
        do { return try chain.read(key: key) } catch {
            throw Complaint(
                .failed,
                "\(error)",
                heading: "NOT PROVED",
                next: ["jvctl backup DIRECTORY, with another directory"],
                name: "jvctl.Backup"
            )
        }
    }

    /// Whether a backup is to be added to: whether it was begun so few days ago.
    private static func isFresh(_ chain: String, _ now: Int, _ settings: BackupSettings) -> Bool {
        guard let begun = BackupStamp.seconds(of: chain) else { return false }
        return now - begun < settings.days * secondsPerDay
    }

    /// Deletes the oldest backups beyond those that are kept; returns how many.
    private func prune(_ settings: BackupSettings, besides current: String) throws(Complaint) -> Int {
        let chains = try backup { () throws(BackupFailure) in
            try BackupChain.chains(in: settings.directory)
        }
        .filter { BackupStamp.seconds(of: $0) != nil }
        let old = chains.filter { $0 != current }.dropLast(settings.kept - 1)
        for directory in old {
            let chain = try backup { () throws(BackupFailure) in try BackupChain(directory: directory) }
            for file in chain.files where unlink("\(directory)/\(file)") != 0 {
                throw SystemFailure.complaint("cannot delete \(directory)/\(file)")
            }
            rmdir(directory)
        }
        return old.count
    }

    private func report(_ whole: BackupReader, _ before: BackupReader, _ path: String, _ deleted: Int)
        throws(Complaint)
    {
        let new = whole.size - before.size
        var answer = JSONObject()
        answer["path"] = .string(path)
        answer["entries"] = .integer(Int64(whole.size))
        answer["new"] = .integer(Int64(new))
        answer["root"] = .string(whole.root.base64)
        answer["deleted"] = .integer(Int64(deleted))
        let what = new == 0 ? "Nothing new" : new == 1 ? "1 new entry" : "\(new) new entries"
        var lines = [
            "\(what) in \(path).", "Proved from the copy: \(whole.size) entries, root \(whole.root.base64).",
            "The signing key is not in it: keep a copy of that elsewhere.",
        ]
        if deleted > 0 { lines.append("\(deleted) older backup\(deleted == 1 ? "" : "s") deleted.") }
        try self.answer(answer, lines)
    }

    private func makeDirectory(_ path: String) throws(Complaint) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw SystemFailure.complaint("cannot make \(path)")
        }
    }

    private func backup<Value>(_ body: () throws(BackupFailure) -> Value) throws(Complaint) -> Value {
        do { return try body() } catch { throw Complaint(.failed, "\(error)", name: "jvctl.Backup") }
    }
}
