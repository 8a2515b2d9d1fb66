// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What a manifest says, read without believing it; ``AuditPack`` has the format.
struct PackClaims {
    /// Which part of a ledger a pack says it has.
    enum Scope: Hashable {
        case whole
        case range(ClosedRange<UInt64>)
        case concerning(kind: String, key: String)

        /// The stream that must have no gap.
        var stream: String? {
            switch self {
            case .whole, .range: nil
            case .concerning("partner", let key): "organisation/\(key)"
            case .concerning(let kind, let key): "\(kind)/\(key)"
            }
        }
    }

    let bytes: [UInt8]
    let object: JSONObject
    let scope: Scope

    init(_ pack: OpenPack) throws(PackStop) {
        bytes = try pack.bytes(PackPaths.manifest)
        guard let object = (try? JSON(parsing: bytes))?.object else {
            throw .fault(.malformed(PackPaths.manifest))
        }
        self.object = object
        guard object["format"]?.text == "jvledger-pack/v1" else { throw .fault(.manifest("format")) }
        guard let scope = Self.scope(object["scope"]?.text, object["filter"]) else {
            throw .fault(.manifest("filter"))
        }
        self.scope = scope
    }

    var receiver: String { object["receiver"]?.text ?? "" }
    var filter: String? { object["filter"]?.text }
    var unrecorded: String? { object["unrecorded"]?.text }
    var hasRenderings: Bool { files.contains { PackPaths.isTable($0.path) || $0.path == "history.html" } }

    /// The files that are listed; a line that is none has an empty path.
    var files: [(path: String, bytes: UInt64?, digest: String?)] {
        (object["files"]?.array ?? []).map { item in
            let file = item.object
            return (
                file?["path"]?.text ?? "", Self.number(file?["bytes"]), file?["sha256"]?.text
            )
        }
    }

    func number(_ name: String) -> UInt64? { Self.number(object[name]) }
    func number(_ name: String, of member: String) -> UInt64? { Self.number(object[name]?.object?[member]) }

    static func number(_ value: JSON?) -> UInt64? { value?.integer.flatMap { UInt64(exactly: $0) } }

    private static func scope(_ name: String?, _ filter: JSON?) -> Scope? {
        switch (name, filter?.text) {
        case ("whole", nil): return filter == nil ? .whole : nil
        case ("range", let text?):
            let ends = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard ends.count == 2, let first = UInt64(ends[0]), let last = UInt64(ends[1]), first <= last,
                text == "\(first)-\(last)"
            else { return nil }
            return .range(first...last)
        case (let kind?, let key?) where ["decision", "partner", "person"].contains(kind) && !key.isEmpty:
            return .concerning(kind: kind, key: key)
        case (_, _): return nil
        }
    }
}
