// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
public import TransparencyLog

/// What a pack says of itself; ``AuditPack`` has the format.
public struct PackManifest: Sendable {
    /// A file that the manifest vouches for.
    public struct File: Hashable, Sendable {
        let path: String
        let bytes: UInt64
        let digest: Digest

        /// Names a file, its length and the SHA-256 of its bytes.
        public init(path: String, bytes: UInt64, digest: Digest) {
            self.path = path
            self.bytes = bytes
            self.digest = digest
        }
    }

    /// The ledger's name.
    public let origin: String
    /// The number of entries of the ledger that the pack is about.
    public let size: UInt64
    /// For whom it is.
    public let receiver: String
    /// Which entries it has.
    public let filter: PackFilter
    /// The positions of its first and last entry.
    public private(set) var range: ClosedRange<UInt64>?
    /// How many entries it has.
    public private(set) var entries: UInt64 = 0
    /// When it was made by the writer's clock, RFC 3339.
    public var made = ""
    /// The date of the world for tables and page.
    public var validAt = ""
    /// In which roles the ledger was read.
    public var writtenBy: [String] = []
    /// What became of the sealed texts.
    public var disclosures: PackDisclosures
    /// What of the pack is left out and why.
    public var leftOutFiles: String?
    /// The size of the pack that the receiver had before, and the entry that records it.
    public var previous: (size: UInt64, entry: UInt64)?
    /// Why it is not recorded.
    public var unrecorded: String?
    /// The files that it vouches for.
    public var files: [File] = []

    /// Begins the manifest of a pack.
    public init(
        origin: String,
        size: UInt64,
        receiver: String,
        filter: PackFilter,
        disclosures: PackDisclosures
    ) {
        self.origin = origin
        self.size = size
        self.receiver = receiver
        self.filter = filter
        self.disclosures = disclosures
    }

    /// Notes an entry of the pack; they come in the order of their positions.
    public mutating func add(_ position: UInt64) {
        range = (range?.lowerBound ?? position)...position
        entries += 1
    }

    /// The object that is written.
    public var json: JSONObject {
        var object = JSONObject([
            ("format", .string(AuditPack.format)), ("origin", .string(origin)),
            ("size", .integer(Int64(size))), ("receiver", .string(receiver)),
            ("scope", .string(filter.scope)),
        ])
        object["filter"] = filter.text.map { .string($0) }
        object["range"] = range.map {
            ["first": .integer(Int64($0.lowerBound)), "last": .integer(Int64($0.upperBound))]
        }
        object["entries"] = .integer(Int64(entries))
        object["leftOut"] = .integer(Int64(size - entries))
        object["made"] = .string(made)
        object["knownAt"] = .string("checkpoint:\(size)")
        object["validAt"] = .string(validAt)
        object["writtenBy"] = .array(writtenBy.map { .string($0) })
        object["sealed"] = [
            "disclosed": .integer(Int64(disclosures.disclosed)),
            "erased": .integer(Int64(disclosures.erased)),
            "withheld": .integer(Int64(disclosures.withheld.values.reduce(0, +))),
        ]
        object["withheld"] = withheld
        object["leftOutFiles"] = leftOutFiles.map { .string($0) }
        object["previous"] = previous.map {
            ["size": .integer(Int64($0.size)), "entry": .integer(Int64($0.entry))]
        }
        object["unrecorded"] = unrecorded.map { .string($0) }
        object["files"] = .array(
            files.map {
                [
                    "path": .string($0.path), "bytes": .integer(Int64($0.bytes)),
                    "sha256": .string($0.digest.hexadecimal),
                ]
            }
        )
        return object
    }

    private var withheld: JSON? {
        let counts = Withholding.allCases.compactMap { why in
            disclosures.withheld[why].map { (why.rawValue, JSON.integer(Int64($0))) }
        }
        return counts.isEmpty ? nil : .object(JSONObject(counts))
    }
}
