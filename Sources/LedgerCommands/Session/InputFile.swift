// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that is read from its beginning to its end.
public struct InputFile: ~Copyable {
    private static let pieceBytes = 1 << 20

    private let descriptor: Int32
    private let isOwned: Bool
    /// What the file is called in an error.
    public let name: String

    /// Opens a file; `-` is standard input.
    public init(path: String) throws(Complaint) {
        isOwned = path != "-"
        name = isOwned ? path : "standard input"
        descriptor = isOwned ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
        guard descriptor >= 0 else { throw SystemFailure.complaint("cannot open \(path)") }
    }

    deinit { if isOwned { close(descriptor) } }

    /// Hands over the bytes in pieces, until the end or until the body returns false.
    public borrowing func read(_ body: (ArraySlice<UInt8>) -> Bool) throws(Complaint) {
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemFailure.complaint("cannot read \(name)")
            }
            guard count > 0, body(piece[..<count]) else { return }
        }
    }

    /// All bytes.
    ///
    /// - Throws: A complaint when there are more than the limit.
    public borrowing func readAll(limit: Int) throws(Complaint) -> [UInt8] {
        var bytes: [UInt8] = []
        try read { piece in
            bytes += piece
            return bytes.count <= limit
        }
        guard bytes.count <= limit else {
            throw Complaint(
                .refused,
                "\(name) has more than \(limit) bytes",
                heading: "Not valid",
                name: "jvctl.TooLarge"
            )
        }
        return bytes
    }
}

/// What the system says when a call fails.
enum SystemFailure {
    private static let textBytes = 256

    /// A complaint with the meaning of the present `errno`.
    static func complaint(_ what: String) -> Complaint {
        let number = errno
        var text = [CChar](repeating: 0, count: textBytes)
        let isKnown = strerror_r(number, &text, text.count) == 0
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let reason = isKnown ? String(decoding: bytes, as: UTF8.self) : "error \(number)"
        return Complaint(.failed, "\(what): \(reason)", name: "jvctl.File")
    }
}
