// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc
import LedgerStore
import Synchronization

/// A page of entries that is being read and decoded on other threads.
///
/// One is on its way while the one before is used: reading, hashing and decoding take longer than folding, and every
/// entry can be decoded by itself.
final class DecodedPage<Decoded: Sendable>: Sendable {
    /// Few enough that what is read ahead stays small, many enough that the threads are worth waking.
    private static var rows: Int { 1024 }

    private let result = Mutex<Result<[Decoded], StoreFailure>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins to read from a position on.
    init(
        of store: some EventStore,
        from position: UInt64,
        below end: UInt64,
        _ decode: @escaping @Sendable (StoredEntry) throws(StoreFailure) -> Decoded
    ) {
        DispatchQueue.global().async { [self] in
            let decoded: Result<[Decoded], StoreFailure>
            do throws(StoreFailure) {
                let limit = Int(min(UInt64(Self.rows), end - position))
                let entries = try store.entries(from: position, limit: limit)
                for (place, entry) in entries.enumerated() where entry.position != position + UInt64(place) {
                    throw .damaged(position: position + UInt64(place), reason: "the entry is missing")
                }
                guard !entries.isEmpty else {
                    throw .damaged(position: position, reason: "the entry is missing")
                }
                decoded = .success(try Self.decoded(entries, decode))
            } catch { decoded = .failure(error) }
            result.withLock { $0 = decoded }
            isDone.signal()
        }
    }

    /// The entries, once they are there; to be asked once.
    func entries() throws(StoreFailure) -> [Decoded] {
        isDone.wait()
        return try result.withLock { $0.take() }?.get() ?? []
    }

    private static func decoded(
        _ entries: [StoredEntry],
        _ decode: @Sendable (StoredEntry) throws(StoreFailure) -> Decoded
    ) throws(StoreFailure) -> [Decoded] {
        let parts = min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), entries.count)
        let length = (entries.count + parts - 1) / parts
        let results = Mutex([Result<[Decoded], StoreFailure>](repeating: .success([]), count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = min(part * length, entries.count)..<min((part + 1) * length, entries.count)
            let result: Result<[Decoded], StoreFailure>
            do throws(StoreFailure) {
                var decoded: [Decoded] = []
                decoded.reserveCapacity(range.count)
                for entry in entries[range] { decoded.append(try decode(entry)) }
                result = .success(decoded)
            } catch { result = .failure(error) }
            results.withLock { $0[part] = result }
        }
        var all: [Decoded] = []
        all.reserveCapacity(entries.count)
        for result in results.withLock({ $0 }) { all += try result.get() }
        return all
    }
}

extension EventStore {
    /// Gives every entry from a position up to but without another to `body`, in order, as `decode` makes it of what
    /// is stored; that is done on all cores, a page ahead.
    ///
    /// - Throws: what `decode` or `body` throws, or a ``StoreFailure/damaged(position:reason:)`` for a missing entry.
    func forEachEntry<Decoded: Sendable>(
        from start: UInt64,
        below end: UInt64,
        decodedBy decode: @escaping @Sendable (StoredEntry) throws(StoreFailure) -> Decoded,
        _ body: (Decoded) throws(StoreFailure) -> Void
    ) throws(StoreFailure) {
        var position = start
        var page = position < end ? DecodedPage(of: self, from: position, below: end, decode) : nil
        while let entries = try page?.entries() {
            position += UInt64(entries.count)
            page = position < end ? DecodedPage(of: self, from: position, below: end, decode) : nil
            for entry in entries { try body(entry) }
        }
    }
}
