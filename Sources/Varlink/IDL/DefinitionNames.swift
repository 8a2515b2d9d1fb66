// SPDX-License-Identifier: Apache-2.0

/// The names that the interface definition language allows (UAPI.20 Varlink, "Interface Definition").
enum DefinitionNames {
    /// Whether a text is an interface's name: `[A-Za-z]([-]*[A-Za-z0-9])*(\.[A-Za-z0-9]([-]*[A-Za-z0-9])*)+`.
    static func isInterface(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let first = name.utf8.first, isLetter(first) else { return false }
        return labels.allSatisfy { label in
            guard let start = label.first, let end = label.last else { return false }
            return isAlphanumeric(start) && isAlphanumeric(end)
                && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// Whether a text names a type, method or error: `[A-Z][A-Za-z0-9]*`.
    static func isMember(_ name: String) -> Bool {
        guard let first = name.utf8.first, isUpperCase(first) else { return false }
        return name.utf8.allSatisfy(isAlphanumeric)
    }

    /// Whether a text names a field or a value: `[A-Za-z](_?[A-Za-z0-9])*`.
    static func isField(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        var afterUnderscore = false
        for byte in name.utf8 {
            let isUnderscore = byte == UInt8(ascii: "_")
            guard isUnderscore ? !afterUnderscore : isAlphanumeric(byte) else { return false }
            afterUnderscore = isUnderscore
        }
        return !afterUnderscore
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        isUpperCase(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isUpperCase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
