// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import TransparencyLog
import Varlink

/// Reads entries for a caller: the bytes as recorded, and the sealed fields that this caller may read.
struct EntryReader {
    /// How many entries are looked at for one page before it ends, found or not.
    static let scanLimit = 20_000
    /// The bytes of a page, counted as they would be written if every character that can be had to be escaped: it
    /// ends with the entry that passes this, far below the longest reply.
    static let pageBytes = 2 << 20

    /// Entries, where the next page begins, and how far this one looked.
    struct Page {
        var entries: [JSONObject] = []
        var next: UInt64?
        var end: UInt64 = 0
        fileprivate var bytes = 0

        /// Whether another entry may be added.
        fileprivate func hasRoom(_ limit: Int) -> Bool {
            entries.count < limit && bytes < EntryReader.pageBytes
        }

        fileprivate mutating func add(_ entry: (object: JSONObject, bytes: Int)) {
            entries.append(entry.object)
            bytes += entry.bytes
        }
    }

    private let service: LedgerService
    private let caller: Caller
    private let wantsDisclosures: Bool
    private let published: Published
    /// How many entries there are to it.
    let size: UInt64

    /// Reads for a caller: only the first so many entries, if that is said; with the disclosures as they are kept, for
    /// whoever takes them away to be verified.
    init(
        _ service: LedgerService,
        _ caller: Caller,
        below size: UInt64? = nil,
        wantsDisclosures: Bool = false
    ) {
        self.service = service
        self.wantsDisclosures = wantsDisclosures
        self.caller = caller
        published = service.published
        self.size = min(size ?? published.head.size, published.head.size)
    }

    func entry(at position: UInt64) throws(VarlinkError) -> JSONObject? {
        do {
            guard position < size else { return nil }
            return try service.store.entry(at: position).map { json($0).object }
        } catch { throw service.unreadable(error) }
    }

    func page(from start: UInt64, limit: Int, subject: String?, type: String?) throws(VarlinkError) -> Page {
        do {
            if let subject { return try page(of: subject, from: start, limit: limit, type: type) }
            return try scan(from: start, limit: limit, type: type)
        } catch { throw service.unreadable(error) }
    }

    private func page(
        of subject: String,
        from start: UInt64,
        limit: Int,
        type: String?
    ) throws(StoreFailure) -> Page {
        var page = Page()
        for position in try service.store.positions(ofSubject: subject) where position >= start {
            guard position < size, let stored = try service.store.entry(at: position) else {
                break
            }
            guard page.hasRoom(limit) else {
                page.next = position
                break
            }
            if try matches(position, type) { page.add(json(stored)) }
            page.end = position + 1
        }
        return page
    }

    private func scan(from start: UInt64, limit: Int, type: String?) throws(StoreFailure) -> Page {
        var page = Page()
        page.end = start
        let stop = min(start + UInt64(Self.scanLimit), size)
        while page.end < stop, page.hasRoom(limit) {
            let count = Int(min(UInt64(limit), stop - page.end))
            let stored = try service.store.entries(from: page.end, limit: count)
            guard !stored.isEmpty else { break }
            let keys = type == nil ? [] : try service.store.keys(from: page.end, limit: stored.count)
            for (index, entry) in stored.enumerated() where page.hasRoom(limit) {
                if type == nil || (index < keys.count && Self.isOf(keys[index].type, type)) {
                    page.add(json(entry))
                }
                page.end = entry.position + 1
            }
        }
        if page.end < size { page.next = page.end }
        return page
    }

    private func matches(_ position: UInt64, _ type: String?) throws(StoreFailure) -> Bool {
        guard type != nil else { return true }
        return Self.isOf(try service.store.keys(from: position, limit: 1).first?.type ?? "", type)
    }

    /// Whether a full type is the one asked for, in full or short, or of the family asked for.
    private static func isOf(_ full: String, _ asked: String?) -> Bool {
        guard let asked, full != asked else { return true }
        return full.hasPrefix("io.jvledger.\(asked).")
    }

    /// An entry as the interface has it, and the bytes it may come to.
    private func json(_ stored: StoredEntry) -> (object: JSONObject, bytes: Int) {
        var object = JSONObject()
        object["position"] = .integer(Int64(stored.position))
        object["text"] = .string(String(decoding: stored.bytes, as: UTF8.self))
        object["leafHash"] = .string(stored.leafHash.hexadecimal)
        let state = published.state
        if let amendment = state.amendment(of: stored.position) {
            object["amendedBy"] = .integer(Int64(amendment.by))
            if amendment.isRetraction { object["retracted"] = true }
        }
        if let dispute = state.dispute(of: stored.position) { object["dispute"] = .string(dispute.text) }
        var bytes = 2 * stored.bytes.count
        // An entry that was altered is shown as it is, beside the hash that it had.
        do throws(StoreFailure) { bytes += try disclose(stored.checked(), in: &object) } catch {
            service.alarm.hear(error)
        }
        return (object, bytes)
    }

    /// Adds what is sealed, and returns the bytes of it.
    private func disclose(_ entry: Entry, in object: inout JSONObject) throws(StoreFailure) -> Int {
        let names = entry.sealedDigests.map(\.name)
        guard !names.isEmpty else { return 0 }
        let erased = published.state.records.erasedFields
        let erasures = names.map { erased[SealedMember(position: entry.position, name: $0)] }
        let gone = zip(names, erasures).filter { $1 != nil }.map(\.0)
        let mayRead = caller.mayRead(entry.classification)
        let texts = mayRead ? try service.store.disclosures(at: entry.position) : [:]
        var disclosed = JSONObject()
        var disclosures = JSONObject()
        var withheld: [JSON] = []
        for name in names where !gone.contains(name) {
            if let text = texts[name], let disclosure = try? Disclosure(parsing: text) {
                disclosed[name] = disclosure.value
                disclosures[name] = .string(text)
            } else {
                withheld.append(.string(name))
            }
        }
        if !disclosed.isEmpty { object["disclosed"] = .object(disclosed) }
        if !withheld.isEmpty { object["withheld"] = .array(withheld) }
        if !gone.isEmpty {
            object["erased"] = .array(gone.map { .string($0) })
            object["erasedBy"] = .array(erasures.compactMap { $0?.json })
        }
        if wantsDisclosures, !disclosures.isEmpty { object["disclosures"] = .object(disclosures) }
        return texts.values.reduce(0) { $0 + (wantsDisclosures ? 2 : 1) * $1.utf8.count }
    }
}
