// SPDX-License-Identifier: Apache-2.0

/// One field of a journal entry (systemd.journal-fields(7)), sent as `NAME=value`.
public struct JournalField: Equatable, Sendable {
    /// What journald takes for a name: longer fields are dropped.
    static let maximumNameBytes = 64
    /// Longer values are cut: journald's own limit for a line on standard error, so that both ways say the same.
    static let maximumValueBytes = 48 * 1024

    /// 1 to 64 of `A-Z`, `0-9` and `_`, beginning with a letter.
    public let name: String
    /// Any text, newlines included.
    public let value: String

    /// A field of a fixed, known name.
    init(_ name: String, _ value: String) {
        self.name = name
        self.value = truncated(value, toBytes: Self.maximumValueBytes)
    }

    /// The bytes that sd_journal_sendv(3) takes; it frames values that hold newlines itself.
    var assignment: String { "\(name)=\(value)" }

    /// The name for a metadata key: `position` under the prefix `JVLEDGER` is `JVLEDGER_POSITION`.
    ///
    /// Letters are upper-cased, every other character that journald refuses becomes `_`, and what could not begin
    /// a name is dropped from the front. Keys that name a standard field, such as `message-id`, take no prefix.
    static func name(for key: String, prefix: String) -> String {
        let plain = sanitised(key)
        if standardNames.contains(plain) { return plain }
        let whole = sanitised("\(prefix)_\(key)").drop { !("A"..."Z").contains($0) }
        return whole.isEmpty ? "FIELD" : String(whole.prefix(maximumNameBytes))
    }

    /// Fields that journalctl and the message catalogue know under these names.
    private static let standardNames: Set<String> = ["MESSAGE_ID", "ERRNO", "DOCUMENTATION"]

    private static func sanitised(_ text: String) -> String {
        let bytes = text.unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "a"..."z": UInt8(scalar.value) - 0x20
            case "A"..."Z", "0"..."9": UInt8(scalar.value)
            default: UInt8(ascii: "_")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
