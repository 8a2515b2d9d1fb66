// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// The paths that the files of a pack have; ``AuditPack`` says what is in them.
enum PackPaths {
    static let checkpoint = "checkpoint"
    static let entries = "entries.jsonl"
    static let disclosures = "disclosures.jsonl"
    static let manifest = "manifest.json"
    static let recordEntry = "record/entry.json"
    static let recordProof = "record/entry.tlog-proof"
    static let recordConsistency = "record/consistency"
    static let previousCheckpoint = "previous/checkpoint"
    static let previousConsistency = "previous/consistency"

    private static let single: Set<String> = [
        "VERIFY.txt", checkpoint, "policy", entries, disclosures, manifest, recordEntry, recordProof,
        recordConsistency, previousCheckpoint, previousConsistency, "history.html",
    ]
    private static let proofSuffix = ".tlog-proof"
    private static let entrySuffix = ".json"

    /// Whether a pack can have a file with this path.
    static func isKnown(_ path: String) -> Bool {
        single.contains(path) || Tile(path: path) != nil || entry(path) != nil || isTable(path)
    }

    /// The position that a path below `entries/` names; nil for another path.
    static func entry(_ path: String) -> UInt64? {
        for suffix in [entrySuffix, proofSuffix] where path.hasPrefix("entries/") && path.hasSuffix(suffix) {
            let digits = path.dropFirst("entries/".count).dropLast(suffix.count)
            guard let position = UInt64(digits), "\(position)" == digits else { continue }
            return position
        }
        return nil
    }

    static func entryFile(_ position: UInt64) -> String { "entries/\(position)\(entrySuffix)" }
    static func proofFile(_ position: UInt64) -> String { "entries/\(position)\(proofSuffix)" }

    /// Whether the manifest vouches for a file: not for what proves itself by a checkpoint, nor for itself.
    static func isListed(_ path: String) -> Bool {
        path != manifest && !["tile/", "entries/", "record/"].contains { path.hasPrefix($0) }
    }

    static func isTable(_ path: String) -> Bool {
        guard path.hasPrefix("tables/"), path.hasSuffix(".csv"), path.utf8.count <= 100 else { return false }
        let name = path.dropFirst("tables/".count).dropLast(".csv".count)
        return !name.isEmpty
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
