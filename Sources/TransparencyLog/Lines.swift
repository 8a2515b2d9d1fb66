// SPDX-License-Identifier: Apache-2.0

/// Takes bytes apart into lines, each ended by one LF, which is not part of what is given out.
struct Lines {
    static let end: UInt8 = 0x0a

    /// What has not been read yet.
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) { rest = Array(bytes)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next line; nil at the end and if what is left lacks its LF.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: Self.end) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// The lines up to the next empty one, which is read too; nil if there are more than `maximum` before it
    /// or no empty line at all.
    mutating func untilBlank(maximum: Int) -> [ArraySlice<UInt8>]? {
        var lines: [ArraySlice<UInt8>] = []
        while let line = next() {
            if line.isEmpty { return lines }
            guard lines.count < maximum else { return nil }
            lines.append(line)
        }
        return nil
    }
}

/// The rest of a line after a keyword and one space; nil if it does not begin so.
func argument(of line: ArraySlice<UInt8>, after keyword: String) -> ArraySlice<UInt8>? {
    let prefix = keyword + " "
    return line.starts(with: prefix.utf8) ? line.dropFirst(prefix.utf8.count) : nil
}

/// The hashes of lines of base64; nil if one of them is not a hash.
func digests(ofLines lines: [ArraySlice<UInt8>]) -> [Digest]? {
    var digests: [Digest] = []
    for line in lines {
        guard let bytes = Base64.standard.decode(line), let digest = Digest(bytes: bytes) else { return nil }
        digests.append(digest)
    }
    return digests
}
