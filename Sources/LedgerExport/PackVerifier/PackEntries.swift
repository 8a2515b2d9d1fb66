// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Goes along `entries.jsonl`, and holds every line to the tree.
struct PackEntries {
    /// How many entries there are, and the positions of the first and the last.
    private(set) var count: UInt64 = 0
    private(set) var range: ClosedRange<UInt64>?

    /// Reads all, and hands each entry over once it is proven.
    init(
        _ pack: OpenPack,
        _ tree: PackTree,
        _ scope: PackClaims.Scope?,
        _ body: (PackEntry) throws(PackStop) -> Void
    ) throws(PackStop) {
        var lines = try pack.lines(PackPaths.entries, longest: EntryLines.maximumBytes)
        var version: Int64 = 0
        while let line = try lines.next() {
            let position = try position(of: line, tree, pack.size)
            let hash = Merkle.leafHash(line)
            guard hash == tree.leaves[Int(position)] else {
                let other = tree.leaves.firstIndex(of: hash).map { UInt64($0) }
                throw .fault(at: position, other.map { .replaced(by: $0) } ?? .altered)
            }
            let entry = PackEntry(position: position, bytes: line)
            try checkRange(scope, position)
            try checkStream(scope?.stream, entry, &version)
            if !tree.isWhole { try Self.checkProof(entry, pack) }
            try body(entry)
            count += 1
            range = (range?.lowerBound ?? position)...position
        }
        if tree.isWhole, count < pack.size { throw .fault(at: count, .notListed) }
        if case .range(let claimed) = scope, range?.upperBound ?? 0 < claimed.upperBound || range == nil {
            throw .fault(at: range.map { $0.upperBound + 1 } ?? claimed.lowerBound, .notListed)
        }
        try checkFiles(pack, tree)
    }

    /// Where a line belongs: in a whole pack after the one before; in a part where it says, which its hash then proves.
    private func position(of line: [UInt8], _ tree: PackTree, _ size: UInt64) throws(PackStop) -> UInt64 {
        guard !tree.isWhole else {
            guard count < size else { throw .fault(at: size, .beyond) }
            return count
        }
        guard let text = (try? JSON(parsing: line))?.object?["sequence"]?.text, text.utf8.count == 16,
            let position = UInt64(text)
        else { throw .fault(.disordered) }
        guard position < size else { throw .fault(at: position, .beyond) }
        guard range.map({ position > $0.upperBound }) ?? true else { throw .fault(at: position, .disordered) }
        return position
    }

    /// A range has every position.
    private func checkRange(_ scope: PackClaims.Scope?, _ position: UInt64) throws(PackStop) {
        guard case .range(let claimed) = scope else { return }
        let next = range.map { $0.upperBound + 1 } ?? claimed.lowerBound
        guard position == next else {
            throw .fault(at: min(position, next), position < next ? .beyond : .notListed)
        }
        guard position <= claimed.upperBound else { throw .fault(at: position, .beyond) }
    }

    /// The stream that the part is about has no gap.
    private func checkStream(
        _ stream: String?,
        _ entry: PackEntry,
        _ version: inout Int64
    ) throws(PackStop) {
        guard let stream else { return }
        let content = entry.content
        guard content["subject"]?.text == stream else { return }
        guard content["streamversion"]?.integer == version + 1 else {
            throw .fault(at: entry.position, .gap(stream))
        }
        version += 1
    }

    /// A part has each entry on its own, with its proof.
    private static func checkProof(_ entry: PackEntry, _ pack: OpenPack) throws(PackStop) {
        let path = PackPaths.entryFile(entry.position)
        for path in [path, PackPaths.proofFile(entry.position)] where !pack.has(path) {
            throw .fault(at: entry.position, .missing(path))
        }
        guard try pack.bytes(path) == entry.bytes else { throw .fault(at: entry.position, .unproven(path)) }
        guard try PackProof.proves(entry.position, entry.bytes, in: pack) else {
            throw .fault(at: entry.position, .unproven(PackPaths.proofFile(entry.position)))
        }
    }

    /// No entry stands on its own that is not in the list.
    private func checkFiles(_ pack: OpenPack, _ tree: PackTree) throws(PackStop) {
        let positions = pack.index.files.keys.compactMap(PackPaths.entry)
        guard UInt64(positions.count) != (tree.isWhole ? 0 : 2 * count) else { return }
        guard !tree.isWhole else { throw .fault(.stray("entries/")) }
        var listed = Set<UInt64>()
        var lines = try pack.lines(PackPaths.entries, longest: EntryLines.maximumBytes)
        while let line = try lines.next() {
            if let text = (try? JSON(parsing: line))?.object?["sequence"]?.text, let position = UInt64(text) {
                listed.insert(position)
            }
        }
        guard let stray = positions.filter({ !listed.contains($0) }).min() else { return }
        throw .fault(at: stray, .stray("entries/\(stray)"))
    }
}
