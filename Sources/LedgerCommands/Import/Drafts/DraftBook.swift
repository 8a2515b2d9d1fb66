// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Entries drafted from the rows of a table or from documents, in groups that belong together.
///
/// Where one refers to another it has a mark with that one's label; a mark that begins with a dot is of the same
/// group. Ids are derived while the marks stand, so that they do not depend on how many entries come before; only
/// then does `#N` take the place of the marks.
struct DraftBook {
    /// What marks begin with: no text of a table or document can, as readers refuse it.
    private static let sign: Character = "\u{0}"

    /// Refers to the entry of a label; in a subject after the kind and the slash.
    static func mark(_ label: String) -> String { "\(sign)\(label)" }

    /// The types that the ledger has, by their short names.
    let types: [String: EventType]
    /// What keeps lines from becoming entries.
    private(set) var problems: [ImportProblem] = []
    /// What is worth knowing before anything is recorded.
    private(set) var remarks: [String] = []
    private var lines: [ImportLine] = []
    private var labels: [String: Int] = [:]
    /// The file whose lines are drafted, where there are several.
    private(set) var file: String?
    private var group = -1
    private var line = 0

    init(_ types: [EventType]) {
        self.types = Dictionary(types.map { ($0.name, $0) }) { $1 }
    }

    /// How many entries there are.
    var count: Int { lines.count }

    /// Begins what a line of a file becomes.
    mutating func begin(line: Int, of file: String? = nil) {
        group += 1
        self.line = line
        self.file = file
    }

    /// Says what is wrong with the line.
    mutating func object(_ message: String, next: String? = nil) {
        problems.append(ImportProblem(line: line, file: file, message: message, next: next))
    }

    /// Says something that is worth knowing, once.
    mutating func remark(_ text: String) { if !remarks.contains(text) { remarks.append(text) } }

    /// Drafts an entry; fields that its type does not have, in this ledger, are left out and remarked on.
    mutating func add(
        _ type: String,
        _ subject: String,
        _ fields: KeyValuePairs<String, JSON?>,
        occurred: StatedDate? = nil,
        sources: [JSON] = [],
        seal: [String] = [],
        label: String? = nil
    ) {
        let data = JSONObject(fields: fields)
        add(type, subject, data: data, occurred: occurred, sources: sources, seal: seal, label: label)
    }

    /// Drafts an entry.
    mutating func add(
        _ type: String,
        _ subject: String,
        data given: JSONObject,
        occurred: StatedDate? = nil,
        sources: [JSON] = [],
        seal: [String] = [],
        label: String? = nil
    ) {
        guard let described = types[type] else {
            object("this ledger has no type \(type): its daemon is of another version")
            return
        }
        var data = JSONObject()
        for member in given.members {
            if described.fields.contains(where: { $0.name == member.name }) {
                data[member.name] = member.value
            } else {
                remark("\(type) has no field \(member.name) in this ledger, so that is left out.")
            }
        }
        for field in described.fields where field.isRequired && data[field.name] == nil {
            object("\(type) needs \(field.name): \(field.documentation)")
        }
        let occurrence = occurred.map { date in
            JSON.object(
                JSONObject(fields: [
                    "date": .string(date.edtf), "basis": .text(date.isInferred ? "inferred" : nil),
                    "words": .text(date.words),
                ])
            )
        }
        let entry = JSONObject(fields: [
            "type": .string(type),
            "subject": .string(subject),
            "occurred": occurrence,
            "sources": sources.isEmpty ? nil : .array(sources),
            "seal": .texts(seal.filter { data[$0] != nil }),
            "data": data.isEmpty ? nil : .object(data),
        ])
        if let label { labels[scoped(label, group)] = lines.count }
        lines.append(ImportLine(number: line, file: file, group: group, entry: entry))
    }

    private func scoped(_ label: String, _ group: Int) -> String {
        label.hasPrefix(".") ? "\(group)\(label)" : label
    }

    /// The entries with their ids, referring to each other as `#N`.
    func file(_ types: [EventType]) throws(Complaint) -> ImportFile {
        var ids = DerivedID(types)
        var lines = lines
        for index in lines.indices {
            lines[index].entry["id"] = .string(try ids.next(for: lines[index]))
            let group = lines[index].group
            guard let entry = resolved(.object(lines[index].entry), group).object else { continue }
            lines[index].entry = entry
        }
        return ImportFile(lines: lines)
    }

    private func resolved(_ value: JSON, _ group: Int) -> JSON {
        switch value {
        case .null, .bool, .integer, .number: return value
        case .string(let text):
            guard let sign = text.firstIndex(of: Self.sign),
                let index = labels[scoped(String(text[text.index(after: sign)...]), group)]
            else { return value }
            return .string("\(text[..<sign])#\(index)")
        case .array(let items): return .array(items.map { resolved($0, group) })
        case .object(let object):
            return .object(JSONObject(object.members.map { ($0.name, resolved($0.value, group)) }))
        }
    }
}
