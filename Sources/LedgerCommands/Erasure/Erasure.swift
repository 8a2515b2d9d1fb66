// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A sealed text, as it is typed: the position of its entry and its name, such as `31:reason`.
public struct SealedTextName: Hashable, Sendable {
    /// The position of the entry that it was sealed in.
    public let position: UInt64
    /// The member of the entry's data.
    public let field: String

    /// Reads it.
    public init(_ text: String) throws(Complaint) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let position = UInt64(parts[0]), position <= UInt64(Int64.max),
            !parts[1].isEmpty
        else { throw .usage("--field \(text) is not POSITION:NAME, such as 31:reason") }
        self.position = position
        field = String(parts[1])
    }
}

/// What is to be erased, and by what right.
public struct Erasure: Sendable {
    /// The most further texts of one call.
    static let fieldLimit = 500

    let person: String
    let basis: String
    let approvedBy: String
    let fields: [SealedTextName]
    let isDryRun: Bool

    /// Asks for an erasure; empty words and a text named twice are wrong.
    public init(
        person: String,
        basis: String,
        approvedBy: String,
        fields: [SealedTextName],
        isDryRun: Bool
    ) throws(Complaint) {
        guard !basis.isEmpty else {
            throw .usage("--basis is empty; give the right, such as \"UK GDPR Article 17(1)(a)\"")
        }
        guard !approvedBy.isEmpty else {
            throw .usage("--approved-by is empty; give the office, such as \"Data Protection Officer\"")
        }
        guard Set(fields).count == fields.count else { throw .usage("a --field is given twice") }
        guard fields.count <= Self.fieldLimit else {
            throw .usage("there are more than \(Self.fieldLimit) --field; erase in several calls")
        }
        self.person = person
        self.basis = basis
        self.approvedBy = approvedBy
        self.fields = fields
        self.isDryRun = isDryRun
    }

    /// The parameters of io.jvledger.Admin.Erase.
    var parameters: JSONObject {
        let fields: [JSON] = fields.map {
            ["position": .integer(Int64(clamping: $0.position)), "field": .string($0.field)]
        }
        return JSONObject(fields: [
            "person": .string(person), "basis": .string(basis), "approvedBy": .string(approvedBy),
            "fields": fields.isEmpty ? nil : .array(fields), "dryRun": .flag(isDryRun),
        ])
    }
}

extension Session {
    /// Erases, and says what was deleted, what records it, and where copies may be left.
    ///
    /// - Throws: a ``Complaint`` that says to try again if the database's own files could not be cleaned.
    public func erase(_ erasure: Erasure) async throws(Complaint) {
        let reply = try await call("io.jvledger.Admin.Erase", erasure.parameters)
        let view = ErasureView(reply, isDryRun: erasure.isDryRun)
        guard view.isScrubbed else {
            if settings.json == .off { Console.print(view.lines) }
            throw view.notClean
        }
        try answer(reply, view.lines)
    }
}
