// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What the options of every recording verb say of the entries.
public struct RecordingSettings: Hashable, Sendable {
    /// When it happened, as an EDTF date; nil for now.
    public var occurred: String?
    /// `inferred` or `planned`, if the date is not stated.
    public var basis: String?
    /// The source's own words for the date.
    public var words: String?
    /// Where the content comes from, each as `EVIDENCE` or `EVIDENCE:LOCATOR`.
    public var sources: [String] = []
    /// The names of the fields to keep out of the entry, in erasable disclosures.
    public var seal: [String] = []
    /// The idempotency key.
    public var id: String?
    /// The organisation for which it is recorded.
    public var onBehalfOf: String?
    /// Who may read it: `partner:ORG` or `restricted`.
    public var classification: String?
    /// The version that the first entry's stream is expected to have.
    public var streamVersion: Int?
    /// Whether nothing is recorded and only what would be is said.
    public var isDryRun = false

    /// Nothing is said.
    public init() {}

    /// The entries as `io.jvledger.Ledger.Record` takes them.
    ///
    /// Date and sources hold for every entry. A field is sealed in those entries that have it; the id of the
    /// second entry is that of the first with `.2`, and so on.
    public func entries(_ drafts: [Draft]) throws(Complaint) -> [JSON] {
        let occurrence = try occurrence()
        let references = try references()
        for field in seal where !drafts.contains(where: { $0.data[field] != nil }) {
            throw .usage("--seal \(field): nothing of that name is recorded")
        }
        return drafts.enumerated().map { index, draft in
            let sealed = seal.filter { draft.data[$0] != nil }
            let entry = JSONObject(fields: [
                "id": .text(id.map { index == 0 ? $0 : "\($0).\(index + 1)" }),
                "type": .string(draft.type),
                "subject": .string(draft.subject),
                "streamVersion": index == 0 ? .number(streamVersion) : nil,
                "occurred": occurrence.map { .object($0) },
                "sources": references.isEmpty ? nil : .array(references),
                "onBehalfOf": .text(onBehalfOf),
                "classification": .text(classification ?? draft.classification),
                "seal": .texts(sealed),
                "data": draft.data.isEmpty ? nil : .object(draft.data),
            ])
            return .object(entry)
        }
    }

    private func occurrence() throws(Complaint) -> JSONObject? {
        guard let occurred else {
            guard basis == nil, words == nil else {
                throw .usage("--basis and --words say how a date is known: give it with --occurred DATE")
            }
            return nil
        }
        return JSONObject(fields: [
            "date": .string(occurred),
            "basis": basis == "stated" ? nil : .text(basis),
            "words": .text(words),
        ])
    }

    private func references() throws(Complaint) -> [JSON] {
        var references: [JSON] = []
        for source in sources {
            let parts = source.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let evidence = parts.first, !evidence.isEmpty else {
                throw .usage("--source \(source): the key of the evidence comes first, as in REF:section 4")
            }
            let locator = parts.count > 1 ? String(parts[1]) : nil
            guard locator != "" else { throw .usage("--source \(source): nothing follows the colon") }
            let reference = JSONObject(fields: [
                "evidence": .string(String(evidence)), "locator": .text(locator),
            ])
            references.append(.object(reference))
        }
        return references
    }
}
