// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Ids that follow from what an entry says, so that importing a file twice adds nothing.
///
/// The id is a UUID of version 8 (RFC 9562 section 5.8): the first 16 bytes, but for version and variant, of
///
///     SHA-256(canonical JSON of ["jvledger import 1", N, entry])
///
/// where `entry` is the line without `id` and without the texts in `data`, and N counts from 0 the lines of
/// the file with the same such entry. Texts are left out because they can be sealed: an id is never erased,
/// and from a digest a name could be guessed. So two lines that differ in their texts alone are told apart by
/// their order.
struct DerivedID {
    private let sealable: [String: Set<String>]
    private var seen: [[UInt8]: Int] = [:]

    /// Knows which fields are texts.
    init(_ types: [EventType]) {
        var sealable: [String: Set<String>] = [:]
        for type in types {
            let names = type.fields.filter { $0.isPersonal || $0.kind.hasPrefix("text") }.map(\.name)
            sealable[type.name] = Set(names)
            sealable[type.type] = Set(names)
        }
        self.sealable = sealable
    }

    /// The id of the next line.
    mutating func next(for line: ImportLine) throws(Complaint) -> String {
        var entry = line.entry
        var data = line.data
        let texts = sealable[line.type] ?? []
        let sealed = Set((entry["seal"]?.array ?? []).compactMap(\.text))
        for member in data.members where texts.contains(member.name) || sealed.contains(member.name) {
            data[member.name] = nil
        }
        entry["id"] = nil
        entry["data"] = data.isEmpty ? nil : .object(data)
        let content = try Self.canonical(.object(entry), line)
        let count = seen[content, default: 0]
        seen[content] = count + 1
        let whole = JSON.array(["jvledger import 1", .integer(Int64(count)), .object(entry)])
        return Self.uuid(Digest.sha256(try Self.canonical(whole, line)))
    }

    private static func canonical(_ value: JSON, _ line: ImportLine) throws(Complaint) -> [UInt8] {
        do { return try value.canonicalBytes() } catch { throw .invalid("line \(line.number): \(error)") }
    }

    private static func uuid(_ digest: Digest) -> String {
        var bytes = Array(digest.bytes.prefix(16))
        bytes[6] = 0x80 | bytes[6] & 0x0F
        bytes[8] = 0x80 | bytes[8] & 0x3F
        let digits = Array(Hexadecimal.encode(bytes))
        return [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
            .map { String($0) }.joined(separator: "-")
    }
}
