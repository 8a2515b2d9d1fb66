// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerStore
import TransparencyLog
import Varlink

/// Handing out all that the ledger keeps, commit by commit, while it goes on taking entries.
extension LedgerService {
    /// The bytes of lines after which a reply goes out.
    private static let replyBytes = 512 * 1024
    /// The most replies' lines, for the many short ones.
    private static let replyLines = 4_096

    /// Sends the lines of a backup file, all but its last.
    ///
    /// What is sent ends with a commit that was there when it began. An erasure meanwhile may leave a text in the backup
    /// that is gone from the ledger; restoring deletes it again once a later file has the erasure.
    func backUp(_ parameters: JSONObject, to series: ReplySeries?) async throws(VarlinkError) -> JSONObject {
        guard let series else { throw .expectedMore }
        guard let from = parameters["fromSize"]?.integer.flatMap({ UInt64(exactly: $0) }) else {
            throw .invalidParameter("fromSize")
        }
        guard let cosigning = parameters["fromCosigning"]?.integer.flatMap({ UInt64(exactly: $0) }) else {
            throw .invalidParameter("fromCosigning")
        }
        let size = published.head.size
        guard from <= size else {
            throw VarlinkError("io.jvledger.Admin.Behind", JSONObject([("size", .integer(Int64(size)))]))
        }
        var lines = Lines(series)
        try await sendCommits(from, size, &lines)
        let last = try await sendCosignatures(after: cosigning, upTo: size, &lines)
        try await lines.flush()
        return JSONObject([
            ("lines", .array([])), ("size", .integer(Int64(size))), ("cosigning", .integer(Int64(last))),
        ])
    }

    private func sendCommits(_ from: UInt64, _ size: UInt64, _ lines: inout Lines) async throws(VarlinkError)
    {
        var position = from
        var ends: ArraySlice<StoredCheckpoint> = []
        while position < size {
            if ends.isEmpty {
                let next = position + 1
                ends = try reading { () throws(StoreFailure) in
                    try store.checkpoints(fromSize: next, limit: StoreLimits.pageRows)[...]
                }
            }
            guard let end = ends.popFirst() else {
                throw .tryAgain("a checkpoint beyond \(position) is missing")
            }
            while position < end.size {
                let first = position
                let limit = Int(clamping: end.size - first)
                let entries = try reading { () throws(StoreFailure) in
                    try store.entries(from: first, limit: limit)
                }
                guard !entries.isEmpty else { throw .tryAgain("entry \(first) is missing") }
                position += UInt64(entries.count)
                let sent = first..<position
                let kept = try reading { () throws(StoreFailure) in try store.keptDisclosures(in: sent) }
                for entry in entries {
                    try await lines.add("E " + String(decoding: entry.bytes, as: UTF8.self))
                    for each in kept[entry.position] ?? [] {
                        try await lines.add("D \(each.field) \(each.person ?? "-") \(each.text)")
                    }
                }
            }
            try await lines.add("C " + Base64.standard.encode(end.note))
        }
    }

    /// Returns the number of the last signature line.
    private func sendCosignatures(
        after number: UInt64,
        upTo size: UInt64,
        _ lines: inout Lines
    ) async throws(VarlinkError) -> UInt64 {
        var last = number
        var sent = Set<UInt64>()
        while true {
            let after = last
            let page = try reading { () throws(StoreFailure) in
                try store.cosignings(after: after, limit: StoreLimits.pageRows)
            }
            guard !page.isEmpty else { return last }
            for cosigning in page {
                // On a commit that came since: the next backup has both.
                guard cosigning.size <= size else { return last }
                last = cosigning.number
                guard sent.insert(cosigning.size).inserted else { continue }
                let kept = try reading { () throws(StoreFailure) in
                    try store.cosignatures(atSize: cosigning.size, limit: StoreLimits.pageRows)
                }
                for line in kept.reversed() {
                    try await lines.add("W \(cosigning.size) \(Base64.standard.encode(line))")
                }
            }
        }
    }

    /// Gathers lines until they are worth a reply.
    private struct Lines {
        private let series: ReplySeries
        private var lines: [JSON] = []
        private var bytes = 0

        init(_ series: ReplySeries) { self.series = series }

        mutating func add(_ line: String) async throws(VarlinkError) {
            lines.append(.string(line))
            bytes += line.utf8.count
            if bytes >= replyBytes || lines.count >= replyLines { try await flush() }
        }

        mutating func flush() async throws(VarlinkError) {
            guard !lines.isEmpty else { return }
            try await series.send(JSONObject([("lines", .array(lines))]))
            lines = []
            bytes = 0
        }
    }
}
