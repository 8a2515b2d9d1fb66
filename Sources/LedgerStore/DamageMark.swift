// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The mark that a ledger was found damaged, kept in a file beside the database.
///
///     [position <decimal number><LF>]
///     [other history<LF>]
///     <reason, to the end of the file, with LF>
///
/// That the file exists is the mark, even if it is empty because the disk was full. The first mark stays until
/// someone has dealt with the damage: what was found first is nearest to the cause.
public struct DamageMark: Hashable, Sendable {
    /// The most bytes read or written.
    public static let maximumBytes = 4_096

    private static let fileName = "damaged"
    private static let prefix = "position "
    private static let otherHistory = "other history\n"

    /// The first bad entry, nil if the damage is elsewhere.
    public let position: UInt64?
    /// Nothing is damaged, but the ledger's key signed another history too: this is an old copy, or a fork.
    public let isOtherHistory: Bool
    /// What is wrong.
    public let reason: String

    /// Describes damage.
    public init(position: UInt64?, isOtherHistory: Bool = false, reason: String) {
        self.position = position
        self.isOtherHistory = isOtherHistory
        self.reason = reason
    }

    /// Reads the mark in a directory; nil if there is none.
    ///
    /// - Throws: ``StoreFailure/failed(_:)`` if the file is there and cannot be read.
    public init?(directory: String) throws(StoreFailure) {
        let path = "\(directory)/\(Self.fileName)"
        guard let file = try File(path, flags: O_RDONLY, unless: ENOENT) else { return nil }
        self.init(text: String(decoding: try file.read(limit: Self.maximumBytes), as: UTF8.self))
    }

    private init(text: String) {
        var reason = text[...]
        if let end = text.firstIndex(of: "\n"), text.hasPrefix(Self.prefix),
            let position = UInt64(text[..<end].dropFirst(Self.prefix.count))
        {
            self.position = position
            reason = text[text.index(after: end)...]
        } else {
            position = nil
        }
        isOtherHistory = reason.hasPrefix(Self.otherHistory)
        if isOtherHistory { reason = reason.dropFirst(Self.otherHistory.count) }
        if reason.hasSuffix("\n") { reason.removeLast() }
        self.reason = reason.isEmpty ? "unknown" : String(reason)
    }

    /// Writes the mark and makes it durable, unless there is one.
    func write(in directory: String) throws(StoreFailure) {
        let path = "\(directory)/\(Self.fileName)"
        let flags = O_WRONLY | O_CREAT | O_EXCL
        guard let file = try File(path, flags: flags, unless: EEXIST) else { return }
        // The directory first: should the text not fit on the disk, the empty file is mark enough.
        try File.synchronize(directory: directory)
        let line =
            (position.map { "\(Self.prefix)\($0)\n" } ?? "") + (isOtherHistory ? Self.otherHistory : "")
        try file.write(Array("\(line)\(reason)\n".utf8.prefix(Self.maximumBytes)))
        try file.synchronize()
    }

    /// Removes the mark of a directory, once the damage has been dealt with.
    public static func remove(from directory: String) throws(StoreFailure) {
        let path = "\(directory)/\(fileName)"
        guard unlink(path) == 0 || errno == ENOENT else { throw .system("unlink", path) }
        try File.synchronize(directory: directory)
    }
}
