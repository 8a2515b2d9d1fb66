// SPDX-License-Identifier: Apache-2.0
public import LedgerExport

/// An export on disk, for the verifier to read.
public struct ExportFile: ExportSource {
    /// The most bytes of a leaf hash list that are read: some sixteen million entries.
    private static let hashBytes = 1 << 30

    private let paths: ExportPaths

    /// The export whose entries are at a path.
    public init(_ paths: ExportPaths) { self.paths = paths }

    public func readEntries(_ body: (ArraySlice<UInt8>) -> Bool) throws(Complaint) {
        try InputFile(path: paths.entries).read(body)
    }

    public func leafHashes() throws(Complaint) -> [UInt8]? {
        guard let file = try? InputFile(path: paths.hashes) else { return nil }
        return try? file.readAll(limit: Self.hashBytes)
    }
}
