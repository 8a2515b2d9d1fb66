// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A line of an import file: an entry as `io.jvledger.Ledger.Record` takes it.
public struct ImportLine: Hashable, Sendable {
    /// The members that an entry can have.
    private static let members = [
        "causation", "classification", "correlation", "data", "id", "occurred", "onBehalfOf", "seal",
        "sources",
        "streamVersion", "subject", "type",
    ]

    /// The number of the line in the file, from 1.
    public let number: Int
    /// The file, where several are imported together.
    public let file: String?
    /// Which entries belong together: those that one row or document becomes; a line of JSON is a group alone.
    let group: Int
    /// Whether a row or document became it, so that nobody wrote what it refers to.
    let isDrafted: Bool
    /// The entry.
    public internal(set) var entry: JSONObject

    /// Reads a line.
    ///
    /// - Throws: A complaint that names the line.
    init(number: Int, _ bytes: ArraySlice<UInt8>) throws(Complaint) {
        func wrong(_ what: String) -> Complaint { .invalid("line \(number): \(what)") }
        guard !bytes.isEmpty else { throw wrong("it is empty; #N counts lines, so there are no empty ones") }
        let json: JSON
        do { json = try JSON(parsing: bytes.span) } catch { throw wrong("not JSON: \(error)") }
        guard let entry = json.object else { throw wrong("not a JSON object") }
        for member in entry.members where !Self.members.contains(member.name) {
            let guess =
                Spelling.closest(to: member.name, among: Self.members).map { "; did you mean \($0)?" } ?? ""
            throw wrong("an entry has no member \(member.name)\(guess)")
        }
        guard entry["type"]?.text != nil else { throw wrong("type is missing") }
        guard entry["subject"]?.text != nil else { throw wrong("subject is missing") }
        if let data = entry["data"], data.object == nil { throw wrong("data is not an object") }
        self.number = number
        self.entry = entry
        file = nil
        group = number
        isDrafted = false
    }

    /// An entry that the line of a table or a document became.
    init(number: Int, file: String?, group: Int, entry: JSONObject) {
        self.number = number
        self.file = file
        self.group = group
        self.entry = entry
        isDrafted = true
    }

    /// The type as it is given.
    public var type: String { entry["type"]?.text ?? "" }
    /// The stream as it is given.
    public var subject: String { entry["subject"]?.text ?? "" }
    /// The fields of the type.
    var data: JSONObject { entry["data"]?.object ?? JSONObject() }

    /// The line for people, such as `line 37 (decision.adopted decision/D-0003)`.
    public var place: String {
        let line = "\(file.map { "\($0) " } ?? "")line \(number)"
        let kind = subject.prefix { $0 != "/" }
        return "\(line) (\(type) \(isDrafted && subject.contains("#") ? "\(kind)/" : subject))"
    }

    /// The first member that refers to another line as `#N`, if there is one.
    ///
    /// Any text of that form counts, as the types that would tell are the ledger's.
    var reference: String? { Self.reference(in: .string(subject)) ?? Self.reference(in: .object(data)) }

    private static func reference(in value: JSON) -> String? {
        switch value {
        case .null, .bool, .integer, .number: return nil
        case .string(let text):
            let key = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
            let digits = key.dropFirst()
            let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return key.first == "#" && isNumber ? String(key) : nil
        case .array(let items): return items.lazy.compactMap(reference).first
        case .object(let object): return object.members.lazy.compactMap { reference(in: $0.value) }.first
        }
    }
}
