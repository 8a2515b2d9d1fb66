// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport
import TransparencyLog

extension Session {
    /// Writes an audit pack, and says what it has.
    public func exportPack(_ request: PackRequest) async throws(Complaint) {
        guard request.path != "-" else {
            throw .usage("a pack is a file: its beginning says how long what follows is")
        }
        guard request.replaces || access(request.path, F_OK) != 0 else {
            throw .usage("\(request.path) exists; --force replaces it")
        }
        let (note, key, checkpoint) = try await checkpoint(witnessed: request.isWitnessed)
        var request = request
        if case .range(let range) = request.filter {
            guard range.lowerBound < checkpoint.size else {
                throw .usage("the ledger has entries 0 to \(checkpoint.size - 1)")
            }
            request.filter = .range(range.clamped(to: 0...checkpoint.size - 1))
        }
        let writer = try PackWriter(self, request, note: note, checkpoint: checkpoint)
        let position = try await writer.write()
        try say(writer.manifest, request.path, key, position)
    }

    private func say(
        _ manifest: PackManifest,
        _ path: String,
        _ key: String,
        _ position: UInt64?
    ) throws(Complaint) {
        var reply = JSONObject([("pack", .string(path))])
        for member in manifest.json.members where member.name != "files" {
            reply[member.name] = member.value
        }
        reply["entry"] = position.map { .integer(Int64($0)) }
        reply["publicKey"] = .string(key)
        let count = manifest.entries == 1 ? "1 entry" : "\(manifest.entries) entries"
        let part =
            manifest.filter == .whole
            ? "all \(count) up to checkpoint \(manifest.size)"
            : "\(count) of \(manifest.filter.words), of \(manifest.size) in the ledger"
        var lines = ["\(DisplayText.line(path)): \(part)"]
        if let texts = manifest.disclosures.line { lines.append("Sealed      \(texts)") }
        if let left = manifest.leftOutFiles { lines.append("Left out    \(left)") }
        if let position {
            lines.append("Recorded    as entry \(position), for \(manifest.receiver)")
        } else {
            lines.append("UNRECORDED  \(DisplayText.line(manifest.unrecorded ?? "")); the pack says so")
        }
        lines.append("Public key  \(DisplayText.line(key))  (send it separately)")
        lines.append("Verify      jvctl verify \(DisplayText.line(path)) --key KEY")
        try answer(reply, lines)
    }
}

extension PackDisclosures {
    /// The counts in words; nil when nothing is sealed.
    fileprivate var line: String? {
        var parts: [String] = []
        if disclosed > 0 { parts.append("\(disclosed) shown") }
        for why in Withholding.allCases {
            guard let count = withheld[why] else { continue }
            switch why {
            case .notReadable: parts.append("\(count) withheld, which you may not read")
            case .notForReceiver: parts.append("\(count) withheld, which are not for the receiver")
            case .asked: parts.append("\(count) withheld, as asked")
            }
        }
        if erased > 0 { parts.append("\(erased) erased") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
