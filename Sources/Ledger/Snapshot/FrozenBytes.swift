// SPDX-License-Identifier: Apache-2.0

/// Bytes that never change and need not be in memory, such as those of a mapped file.
///
/// The only place where a snapshot is read by address: every access is held to the bounds. Any thread may, although the
/// compiler cannot see it (`@unchecked`): nothing here changes, and what the address leads to is not written to.
@safe public final class FrozenBytes: @unchecked Sendable {
    /// The number of bytes.
    public let count: Int
    private let start: UnsafeRawPointer?
    private let release: @Sendable () -> Void

    /// Takes bytes over, which stay as they are until `release` is called.
    public init(_ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
        count = bytes.count
        unsafe start = bytes.baseAddress
        self.release = release
    }

    /// Keeps a copy of bytes.
    public convenience init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        unsafe copy.copyBytes(from: bytes)
        // Only given back, by the last who had it.
        nonisolated(unsafe) let kept = unsafe copy
        unsafe self.init(UnsafeRawBufferPointer(copy)) { unsafe kept.deallocate() }
    }

    deinit { release() }

    /// Gives some of the bytes to `body`; throws when they are beyond the end.
    func read<Result>(
        _ range: Range<Int>,
        _ body: (UnsafeRawBufferPointer) throws(SnapshotFailure) -> Result
    ) throws(SnapshotFailure) -> Result {
        guard range.lowerBound >= 0, range.upperBound <= count else { throw .cutShort }
        // The bytes last as long as this object does.
        defer { withExtendedLifetime(self) {} }
        return try unsafe body(UnsafeRawBufferPointer(rebasing: all[range]))
    }

    /// A copy of some of the bytes.
    func copy(_ range: Range<Int>) throws(SnapshotFailure) -> [UInt8] {
        try unsafe read(range) { bytes throws(SnapshotFailure) in unsafe [UInt8](bytes) }
    }

    /// The byte at an offset.
    func byte(at offset: Int) throws(SnapshotFailure) -> UInt8 {
        guard offset >= 0, offset < count else { throw .cutShort }
        return unsafe all[offset]
    }

    /// The eight bytes at an offset as a number, the lowest first.
    func word(at offset: Int) throws(SnapshotFailure) -> UInt64 {
        guard offset >= 0, offset <= count - 8 else { throw .cutShort }
        return unsafe UInt64(littleEndian: all.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private var all: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: start, count: count) }
}
