// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc

/// An entry of a pack, whose bytes are proven.
struct PackEntry {
    private static let sealMark = Array(#""_sd":["#.utf8)
    private static let erasing = "io.jvledger.erasure.executed.v1"
    private static let erasureMark = Array(#".executed.v1""#.utf8)

    let position: UInt64
    let bytes: [UInt8]

    /// What it says; nothing for bytes that are no JSON, which a ledger never signs.
    var content: JSONObject { (try? JSON(parsing: bytes))?.object ?? JSONObject() }

    /// Whether it has sealed texts, or is an erasure: within a text the quotation marks would be escaped.
    var concernsSealed: Bool {
        Self.has(bytes, Self.sealMark, rare: 1) || Self.has(bytes, Self.erasureMark, rare: 2)
    }

    /// The names and digests of its sealed texts: its own, then those of the content that it gives to another entry.
    static func sealed(_ content: JSONObject) -> [(name: String, digest: String)] {
        let data = content["data"]?.object
        let isCorrection = content["type"]?.text == "io.jvledger.entry.corrected.v1"
        return [data, isCorrection ? data?["data"]?.object : nil].flatMap { data in
            let names = (data?["sealed"]?.array ?? []).map { $0.text ?? "" }
            let digests = (data?["_sd"]?.array ?? []).map { $0.text ?? "" }
            return zip(names, digests).map { ($0, $1) }
        }
    }

    /// What an erasure says is erased; nil for another entry.
    static func erased(_ content: JSONObject) -> [PackSealed.Erased]? {
        guard content["type"]?.text == erasing else { return nil }
        return (content["data"]?.object?["fields"]?.array ?? []).compactMap { item in
            guard let field = item.object, let position = PackClaims.number(field["position"]),
                let name = field["field"]?.text, let digest = field["digest"]?.text
            else { return nil }
            return PackSealed.Erased(position: position, name: name, digest: digest)
        }
    }

    /// Whether a mark is in the bytes; it is looked for by its byte at an offset, which should be a rare one.
    private static func has(_ bytes: [UInt8], _ mark: [UInt8], rare: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard var start = bytes.baseAddress else { return false }
            let end = start + bytes.count
            while let found = memchr(start, Int32(mark[rare]), end - start) {
                let next = UnsafeRawPointer(found) + 1
                let first = next - 1 - rare
                if first >= bytes.baseAddress ?? first, end - first >= mark.count,
                    memcmp(first, mark, mark.count) == 0
                {
                    return true
                }
                start = next
            }
            return false
        }
    }
}
