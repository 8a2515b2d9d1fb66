// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A file of entries to record: JSON Lines, one entry of `io.jvledger.Ledger.Record` a line.
///
///     file = *(entry LF) [entry]
///
/// `#N` in an entry stands for the key that entry N of the same call gets, counted from 0: so it counts the
/// lines of the file when that goes in one call, and cannot be used when it goes in several. Empty lines are
/// refused.
public struct ImportFile: Sendable {
    /// The most bytes read: an import is read whole before anything is recorded.
    public static let maximumBytes = 256 << 20
    /// The most entries that one call records.
    public static let callEntries = 10_000
    /// The most bytes of a call: the ledger's limit of 16 MiB, less what is around the entries.
    public static let callBytes = 16 << 20 - 4096

    /// The most lines that are said to be wrong.
    private static let detailLimit = 50

    /// The lines.
    public private(set) var lines: [ImportLine]

    /// Reads every line.
    ///
    /// - Throws: A complaint about the first line that is wrong, with the others in its details.
    public init(_ bytes: [UInt8]) throws(Complaint) {
        var lines: [ImportLine] = []
        var wrong: [Complaint] = []
        var number = 0
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            number += 1
            do { lines.append(try ImportLine(number: number, rest[..<end])) } catch { wrong.append(error) }
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        if let first = wrong.first {
            let others = wrong.dropFirst()
            let more =
                others.count > Self.detailLimit ? ["  and \(others.count - Self.detailLimit) more lines"] : []
            throw Complaint(
                first.status,
                first.message,
                heading: first.heading,
                details: others.prefix(Self.detailLimit).map { "  " + $0.message } + more,
                next: first.next,
                name: first.name
            )
        }
        guard !lines.isEmpty else { throw .invalid("there are no entries in it") }
        self.lines = lines
    }

    /// Entries drafted from a table or documents.
    init(lines: [ImportLine]) { self.lines = lines }

    /// Whether a line has no id.
    public var lacksIDs: Bool { lines.contains { $0.entry["id"] == nil } }

    /// Says for which organisation the lines are recorded that do not say it themselves.
    public mutating func setDefault(onBehalfOf organisation: String) {
        for index in lines.indices where lines[index].entry["onBehalfOf"] == nil {
            lines[index].entry["onBehalfOf"] = .string(organisation)
        }
    }

    /// Gives an id to every line that has none, see ``DerivedID``.
    public mutating func deriveIDs(_ types: [EventType]) throws(Complaint) {
        var ids = DerivedID(types)
        for index in lines.indices where lines[index].entry["id"] == nil {
            lines[index].entry["id"] = .string(try ids.next(for: lines[index]))
        }
    }

    /// The calls that record the lines: one if they fit, else as many as it takes for calls of so many lines.
    ///
    /// `batch` is how many lines a call may have when they do not fit one.
    public func calls(batch: Int?) throws(Complaint) -> [ArraySlice<ImportLine>] {
        let sizes = lines.map { JSON.object($0.entry).compactBytes().count + 1 }
        if let large = zip(lines, sizes).first(where: { $0.1 > Self.callBytes }) {
            throw .invalid("\(large.0.place) has more than \(Self.callBytes) bytes")
        }
        let total = sizes.reduce(0, +)
        let fits = lines.count <= Self.callEntries && total <= Self.callBytes
        guard let batch else {
            guard fits else {
                throw .usage(
                    "\(lines.count) entries of \(total) bytes do not fit one call, which is all or nothing; "
                        + "say how many to record at a time",
                    next: ["jvctl import FILE --batch 1000"]
                )
            }
            return [lines[...]]
        }
        guard !fits || lines.count > batch else { return [lines[...]] }
        for line in lines {
            guard let reference = line.reference else { continue }
            throw .invalid(
                "\(line.place) refers to \(reference), which only works when the whole file is one call"
            )
        }
        return Self.cut(lines, sizes, batch)
    }

    private static func cut(_ lines: [ImportLine], _ sizes: [Int], _ batch: Int) -> [ArraySlice<ImportLine>] {
        var calls: [ArraySlice<ImportLine>] = []
        var start = 0
        var bytes = 0
        for index in lines.indices {
            if index - start == batch || bytes + sizes[index] > callBytes {
                calls.append(lines[start..<index])
                start = index
                bytes = 0
            }
            bytes += sizes[index]
        }
        return calls + [lines[start...]]
    }
}
