// SPDX-License-Identifier: Apache-2.0

import CSystemd

/// The environment variables that the process was started with.
///
/// They are read once: `getenv` is not safe while another thread may set variables, and what systemd passes does
/// not change. Everything here takes an environment as a value, so that tests need not touch the real one.
public enum ProcessEnvironment {
    /// The variables by name.
    ///
    /// An entry without `=` is left out; of a repeated name the first counts, as in `getenv`.
    public static let current: [String: String] = {
        guard let entries = csystemd_environment() else { return [:] }
        var variables: [String: String] = [:]
        var index = 0
        while let entry = entries[index] {
            index += 1
            let text = String(cString: entry)
            guard let separator = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(text[..<separator])
            if variables[name] == nil {
                variables[name] = String(Substring(text.utf8[text.utf8.index(after: separator)...]))
            }
        }
        return variables
    }()
}
