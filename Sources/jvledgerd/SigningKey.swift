// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// The private key of a ledger, in a file that only the service user may read.
enum SigningKey {
    /// A new key for a ledger of this name.
    static func generate(origin: String) throws(Failure) -> SignerKey {
        var generator = SystemRandomNumberGenerator()
        let seed = (0..<SignerKey.seedBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard let name = KeyName(origin),
            let key = try? SignerKey(name: name, algorithm: .ed25519, seed: seed)
        else {
            throw Failure(status: 2, message: "'\(origin)' cannot name a ledger: use no spaces and no +")
        }
        return key
    }

    /// The key in a file.
    static func load(_ path: String) throws(Failure) -> SignerKey {
        let text: String
        do { text = try TextFile.read(path) } catch {
            throw .unusable("the signing key cannot be read: \(error)")
        }
        guard let line = text.split(separator: "\n").first, let key = try? SignerKey(secretText: String(line))
        else {
            throw .unusable("\(path) is not a signing key")
        }
        return key
    }
}
