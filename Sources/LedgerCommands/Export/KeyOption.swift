// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// Public keys on the command line: each a C2SP vkey, or a file that holds some.
public enum KeyOption {
    private static let fileBytes = 64 * 1024

    /// The keys that were given; a file may have empty lines and lines that begin with `#`.
    public static func keys(_ options: [String]) throws(Complaint) -> [VerifierKey] {
        var keys: [VerifierKey] = []
        for option in options {
            if let key = try? VerifierKey(text: option) {
                keys.append(key)
                continue
            }
            let bytes: [UInt8]
            do { bytes = try InputFile(path: option).readAll(limit: fileBytes) } catch {
                throw .usage(
                    "--key \(option) is neither a key (NAME+1234abcd+BASE64) nor a file that can be read"
                )
            }
            for line in bytes.split(separator: 0x0A) {
                let text = Substring(decoding: line, as: UTF8.self).trimmingSpaces
                guard !text.isEmpty, !text.hasPrefix("#") else { continue }
                do { keys.append(try VerifierKey(text: text)) } catch {
                    throw .usage("\(option): \(DisplayText.line(text)) is not a key: \(error)")
                }
            }
        }
        guard keys.contains(where: { $0.algorithm == .ed25519 }) else {
            throw .usage("no key of a ledger was given: --key takes the one that jvledgerd init printed")
        }
        return keys
    }
}
