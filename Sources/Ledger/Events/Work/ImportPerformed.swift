// SPDX-License-Identifier: Apache-2.0

/// What kind of file was taken in.
public enum ImportFormat: String, CaseIterable, Codable, Sendable {
    /// Entries, one to a line.
    case jsonl
    /// A table.
    case csv
    /// A decision record in Markdown (MADR).
    case madr
}

/// A file was taken in: the entries of the same call came from it.
public struct ImportPerformed: Event, Codable, Hashable {
    public static let name = "import.performed"
    public static let kind = SubjectKind.import
    public static let place = StreamPlace.begins
    public static let summary = "A file was taken in, and how its columns were understood."
    public static let command = "import"

    /// SHA-256 of the file.
    public let digest: String
    /// What kind of file it was.
    public let format: ImportFormat
    /// How its columns or headings were understood.
    public let mapping: Text?
    /// How many entries came of it.
    public let count: Int64

    public init(_ fields: inout Fields) throws(FieldError) {
        digest = try fields.digest("digest", "SHA-256 of the file.")
        format = try fields.choice("format", ImportFormat.self, "What kind of file it was.")
        mapping = try fields.optionalText("mapping", "How its columns or headings were understood.")
        count = try fields.integer("count", "How many entries came of it, this one not counted.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.imports[entry.subject.key] = Recorded(self, entry)
    }
}
