// SPDX-License-Identifier: Apache-2.0

/// The place of a tile of the C2SP tlog-tiles format.
///
///     tile/<level>/<index>[.p/<width>]        up to 256 hashes of 32 bytes
///     tile/entries/<index>[.p/<width>]        up to 256 entries, see ``EntryBundle``
///
/// Hash `i` of the tile at level L is the root over the 256^L leaves from `(256 * index + i) * 256^L`. A full
/// tile has no suffix. The index is written in groups of three digits, all but the last with an `x` before
/// them: 5 is `005` and 1234067 is `x001/x234/067`. Only full tiles of one level count towards the next.
public struct Tile: Hashable, Sendable {
    /// What a tile holds.
    public enum Content: Hashable, Sendable {
        /// Hashes of a tile level, 0 to 63; 0 holds leaf hashes.
        case hashes(level: Int)
        /// The entries of the level 0 tile of the same index and width.
        case entries
    }

    /// The hashes in a full tile.
    public static let fullWidth = 256

    /// The tree levels that one tile level spans.
    public static let height = 8

    private static let maximumLevel = 63

    /// What the tile holds.
    public let content: Content
    /// The number of tiles to the left at this level.
    public let index: UInt64
    /// The number of hashes or entries, 1 to 256.
    public let width: Int

    /// Names a tile; nil if the level, the index or the width is out of range.
    public init?(content: Content, index: UInt64, width: Int = Tile.fullWidth) {
        switch content {
        case .hashes(let level): guard (0...Self.maximumLevel).contains(level) else { return nil }
        case .entries: break
        }
        guard index <= Merkle.maximumSize, (1...Self.fullWidth).contains(width) else { return nil }
        self.init(checked: content, index: index, width: width)
    }

    private init(checked content: Content, index: UInt64, width: Int) {
        self.content = content
        self.index = index
        self.width = width
    }

    /// Whether the tile has all its 256 hashes or entries, and so never changes.
    public var isFull: Bool { width == Self.fullWidth }

    /// The same tile with all its hashes, which may stand in for a partial one.
    public var full: Tile { Tile(checked: content, index: index, width: Self.fullWidth) }
}

extension Tile {
    /// The tree level of the hashes: 8 for each tile level.
    private var treeLevel: Int {
        switch content {
        case .hashes(let level): level * Self.height
        case .entries: 0
        }
    }

    /// Every tile of one content for a tree of `size` leaves, from the left: full ones, then the partial one
    /// if there is one.
    public static func all(_ content: Content, size: UInt64) -> some Sequence<Tile> {
        let hashes = size >> UInt64(Tile(checked: content, index: 0, width: 1).treeLevel)
        let full = UInt64(fullWidth)
        let count = hashes / full + (hashes.isMultiple(of: full) ? 0 : 1)
        return (0..<count).lazy.map { index in
            Tile(checked: content, index: index, width: Int(min(hashes - index * full, full)))
        }
    }

    /// The tile levels that a tree of `size` leaves has hashes for.
    public static func levels(size: UInt64) -> Range<Int> {
        size == 0 ? 0..<0 : 0..<(63 - size.leadingZeroBitCount) / height + 1
    }

    /// The tile of a tree of `size` leaves that holds what makes up a perfect node, and the hashes to fold.
    ///
    /// The node is the root over the hashes of `span` in the tile: 1, 2, 4 and so on up to 128 of them. Nil
    /// if the node is not complete at this size.
    public static func holding(_ node: NodePosition, size: UInt64) -> (tile: Tile, span: Range<Int>)? {
        guard (0...maximumLevel).contains(node.level), node.isComplete(inSize: size) else { return nil }
        let level = node.level / height
        let folded = UInt64(node.level % height)
        let index = node.index >> (UInt64(height) - folded)
        let start = Int((node.index << folded) % UInt64(fullWidth))
        let hashes = size >> UInt64(level * height)
        let width = Int(min(hashes - index * UInt64(fullWidth), UInt64(fullWidth)))
        let tile = Tile(checked: .hashes(level: level), index: index, width: width)
        return (tile, start..<start + (1 << Int(folded)))
    }
}

extension Tile: CustomStringConvertible {
    /// The path below the log's prefix, such as `tile/0/x001/x234/067.p/5`.
    public var path: String {
        let folder =
            switch content {
            case .hashes(let level): "tile/\(level)/"
            case .entries: "tile/entries/"
            }
        var groups = [Self.threeDigits(index % 1000)]
        var rest = index / 1000
        while rest > 0 {
            groups.append("x" + Self.threeDigits(rest % 1000))
            rest /= 1000
        }
        return folder + groups.reversed().joined(separator: "/") + (isFull ? "" : ".p/\(width)")
    }

    private static func threeDigits(_ value: UInt64) -> String {
        let digits = String(value)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }

    public var description: String { path }

    /// Reads a path exactly as ``path`` writes it; nil for any other spelling.
    public init?(path: String) {
        var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
        guard parts.popFirst().map({ $0.elementsEqual("tile".utf8) }) == true,
            let folder = parts.popFirst()
        else { return nil }
        let content: Content
        if folder.elementsEqual("entries".utf8) {
            content = .entries
        } else {
            guard let level = DecimalText.parse(folder), level <= Self.maximumLevel else { return nil }
            content = .hashes(level: Int(level))
        }
        var width = Self.fullWidth
        if parts.count >= 2, parts[parts.endIndex - 2].suffix(2).elementsEqual(".p".utf8) {
            guard let last = parts.popLast(), let partial = DecimalText.parse(last),
                partial < Self.fullWidth, let group = parts.popLast()
            else { return nil }
            width = Int(partial)
            parts.append(group.dropLast(2))
        }
        var index: UInt64 = 0
        for group in parts {
            let digits = group.first == UInt8(ascii: "x") ? group.dropFirst() : group
            guard digits.count == 3, index <= Merkle.maximumSize / 1000,
                let value = DecimalText.parseDigits(digits)
            else { return nil }
            index = index * 1000 + value
        }
        guard !parts.isEmpty, let tile = Tile(content: content, index: index, width: width) else {
            return nil
        }
        // One tile has one path: what was read loosely above must be written back the same.
        guard tile.path.utf8.elementsEqual(path.utf8) else { return nil }
        self = tile
    }
}
