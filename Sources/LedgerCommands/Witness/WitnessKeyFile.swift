// SPDX-License-Identifier: Apache-2.0
import Glibc
public import TransparencyLog

/// The private key of a witness, in a file that only its owner reads.
public enum WitnessKeyFile {
    private static let limit = 4 * 1024
    private static let mode: mode_t = 0o600

    /// Makes a key and writes it to a new file; never over another.
    ///
    /// - Returns: the public key, to be given to the ledger's recorders.
    public static func create(_ path: String, name: String) throws(Complaint) -> VerifierKey {
        guard let keyName = KeyName(name) else {
            throw .usage(
                "\"\(DisplayText.line(name))\" cannot be a key's name: no spaces and no +, such as provide.example/w1"
            )
        }
        var generator = SystemRandomNumberGenerator()
        let seed = (0..<SignerKey.seedBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let key: SignerKey
        do throws(KeyError) { key = try SignerKey(name: keyName, algorithm: .cosignature, seed: seed) } catch
        {
            throw Complaint(.failed, "no key could be made: \(error)", name: "jvctl.Key")
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw SystemFailure.complaint("cannot write \(path)") }
        defer { close(descriptor) }
        let text = Array((key.secretText + "\n").utf8)
        let written = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == text.count, fsync(descriptor) == 0 else {
            unlink(path)
            throw SystemFailure.complaint("cannot write \(path)")
        }
        return key.verifierKey
    }

    /// The public key of a witness, read whole: what only looks like one would be appointed and never count.
    public static func publicKey(_ text: String) throws(Complaint) -> String {
        guard let key = try? VerifierKey(text: text), key.algorithm == .cosignature else {
            throw .usage(
                "\(DisplayText.line(text)) is not a witness's public key, as jvctl witness keygen prints it"
            )
        }
        return key.text
    }

    /// Reads a key; refuses a file that others may read.
    public static func read(_ path: String) throws(Complaint) -> SignerKey {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemFailure.complaint("cannot open \(path)") }
        guard status.st_mode & 0o077 == 0 else {
            throw Complaint(
                .failed,
                "others may read the private key \(path)",
                next: ["chmod 600 \(path)"],
                name: "jvctl.Key"
            )
        }
        let bytes = try InputFile(path: path).readAll(limit: limit)
        let line = bytes.split(separator: 0x0A).first ?? []
        guard let key = try? SignerKey(secretText: String(decoding: line, as: UTF8.self)),
            key.verifierKey.algorithm == .cosignature
        else {
            throw Complaint(
                .failed,
                "\(path) does not hold a witness's private key",
                next: ["jvctl witness keygen NAME --output FILE"],
                name: "jvctl.Key"
            )
        }
        return key
    }
}
