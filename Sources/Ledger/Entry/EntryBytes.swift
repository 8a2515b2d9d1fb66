// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The byte form of an entry.
///
/// An entry is one canonical JSON object (RFC 8785) in the shape of a CloudEvent 1.0. Its bytes, without a newline,
/// are the Merkle leaf: `SHA-256(0x00 || bytes)` is its leaf hash in any language. They are stored and exported as
/// they are and never written again. Members, all of them absent when they say nothing:
///
/// | Member | Form |
/// |---|---|
/// | `authid`, `authtype` | `uid:1001`, `user`; or `jvledgerd`, `system` |
/// | `causationid`, `correlationid` | ids |
/// | `data` | the event's own fields, and `occurred`, `sources`, `sealed`, `_sd` |
/// | `dataclassification` | `partner:ORG` or `restricted`; absent for `venture` |
/// | `id` | 1 to 64 printable ASCII characters |
/// | `onbehalfof` | the key of an organisation |
/// | `recordedtime` | `YYYY-MM-DDThh:mm:ss.ffffffZ` |
/// | `sequence` | the position, decimal, padded with zeros to 16 digits |
/// | `source` | `urn:jvledger:ORIGIN` |
/// | `specversion` | `1.0` |
/// | `streamversion` | an integer from 1 |
/// | `subject` | `KIND/KEY` |
/// | `time` | when it happened: the earliest instant the stated date allows; absent for an open start |
/// | `type` | `io.jvledger.FAMILY.EVENT.vN` |
/// | `warnings` | rule numbers, ascending, separated by spaces |
///
/// An entry is at most 65,535 bytes, which is what the tile formats can hold.
extension Entry {
    /// The most bytes of an entry.
    public static let byteLimit = 65_535
    private static let sequenceDigits = 16
    /// What most entries fit into.
    private static let usualBytes = 1024

    /// The canonical bytes; these are what is hashed.
    ///
    /// Throws only for an integer beyond 2^53-1 in `data`, which no declared field lets in.
    public func canonicalBytes() throws(CanonicalError) -> [UInt8] {
        var writer = ObjectWriter(capacity: Self.usualBytes)
        switch recorder {
        case .user(let uid):
            writer.write("authid", "uid:\(uid)")
            writer.write("authtype", "user")
        case .system:
            writer.write("authid", "jvledgerd")
            writer.write("authtype", "system")
        }
        writer.write("causationid", causation)
        writer.write("correlationid", correlation)
        try writer.write("data", .object(data))
        if classification != .venture { writer.write("dataclassification", classification.description) }
        writer.write("id", id)
        writer.write("onbehalfof", onBehalfOf?.text)
        writer.write("recordedtime", recorded.description)
        let digits = String(position)
        let zeros = String(repeating: "0", count: Self.sequenceDigits - digits.utf8.count)
        writer.write("sequence", zeros + digits)
        writer.write("source", "urn:jvledger:\(origin)")
        writer.write("specversion", "1.0")
        try writer.write("streamversion", .integer(Int64(streamVersion)))
        writer.write("subject", subject.description)
        writer.write("time", when.earliest?.description)
        writer.write("type", type)
        if !warnings.isEmpty {
            writer.write("warnings", warnings.map(String.init).joined(separator: " "))
        }
        return writer.finish()
    }

    /// Reads an entry that was recorded.
    ///
    /// Members that this version does not know are passed over.
    public init(bytes: [UInt8]) throws(EntryError) {
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { throw .notJSON(error) }
        guard let object = json.object else { throw .member("entry") }
        func text(_ name: String) throws(EntryError) -> String {
            guard let text = object[name]?.text else { throw .member(name) }
            return text
        }
        let source = try text("source")
        let sequence = try text("sequence")
        guard source.hasPrefix("urn:jvledger:") else { throw .member("source") }
        guard sequence.utf8.count == Self.sequenceDigits, let position = UInt64(sequence) else {
            throw .member("sequence")
        }
        guard let subject = Subject(try text("subject")) else { throw .member("subject") }
        guard let recorded = Timestamp(try text("recordedtime")) else { throw .member("recordedtime") }
        guard let version = object["streamversion"]?.integer, version > 0 else {
            throw .member("streamversion")
        }
        guard let data = object["data"]?.object else { throw .member("data") }
        do {
            try self.init(
                position: position,
                id: try text("id"),
                origin: String(source.dropFirst("urn:jvledger:".count)),
                type: try text("type"),
                subject: subject,
                recorded: recorded,
                streamVersion: Int(version),
                recorder: try Self.recorder(try text("authtype"), try text("authid")),
                data: data
            )
        } catch let error as FieldError {
            throw .field(error)
        } catch let error as EntryError {
            throw error
        } catch {
            throw .member("entry")
        }
        if let key = object["onbehalfof"]?.text {
            guard let onBehalfOf = Key(key) else { throw .member("onbehalfof") }
            self.onBehalfOf = onBehalfOf
        }
        if let name = object["dataclassification"]?.text {
            guard let classification = Classification(name) else { throw .member("dataclassification") }
            self.classification = classification
        }
        warnings = object["warnings"]?.text?.split(separator: " ").compactMap { Int($0) } ?? []
        causation = object["causationid"]?.text
        correlation = object["correlationid"]?.text
    }

    private static func recorder(_ type: String, _ id: String) throws(EntryError) -> Recorder {
        switch type {
        case "system": return .system
        case "user":
            guard id.hasPrefix("uid:"), let uid = UInt32(id.dropFirst(4)) else { throw .member("authid") }
            return .user(uid: uid)
        default: throw .member("authtype")
        }
    }
}

/// Why bytes are not an entry.
public enum EntryError: Error, Hashable, Sendable {
    /// They are not JSON.
    case notJSON(JSONError)
    /// This member is missing or malformed.
    case member(String)
    /// A shared member of `data` is malformed.
    case field(FieldError)
}
