// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Looks for names in all bytes of all files of a directory: in clear, and as they stand in disclosures, which are base64url
/// of JSON, so that a name begins at any of three places in a group of four characters.
enum NameSearch {
    /// What every name that is looked for begins with, and nothing else does.
    static let mark = "Zyxwvutsrqp"
    private static let codeLength = 6

    /// The name of a number below a million.
    static func name(_ number: Int) -> String {
        let digits = String(String(1_000_000 + number).dropFirst())
        return mark + String(digits.map { Array("qwertyuiop")[$0.wholeNumberValue ?? 0] })
    }

    /// The names that are anywhere in the files of a directory and below it.
    static func names(in directory: String) throws -> Set<String> {
        var names: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory) {
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(path)")) else {
                continue
            }
            names.formUnion(clear(in: bytes))
            for shift in 0..<3 { names.formUnion(encoded(in: bytes, shift: shift)) }
        }
        return names
    }

    private static func clear(in bytes: Data) -> [String] {
        places(of: Data(mark.utf8), in: bytes).map { place in
            String(decoding: bytes[place...].prefix(mark.utf8.count + codeLength), as: UTF8.self)
        }
    }

    /// The names that begin after so many bytes of a group of three.
    private static func encoded(in bytes: Data, shift: Int) -> [String] {
        let padded = Data((String(repeating: " ", count: shift) + mark).utf8).base64EncodedString()
        // Without the groups that depend on what stands before or after.
        let skipped = shift == 0 ? 0 : 1
        let groups = (shift + mark.utf8.count) / 3 - skipped
        let needle = Data(padded.dropFirst(4 * skipped).prefix(4 * groups).utf8)
        let known = shift == 0 ? 0 : 3 - shift
        return places(of: needle, in: bytes).compactMap { place in
            let length = (mark.utf8.count - known + codeLength + 2) / 3 * 4
            guard let decoded = Data(base64Encoded: Data(bytes[place...].prefix(length))) else { return nil }
            let code = decoded.dropFirst(mark.utf8.count - known).prefix(codeLength)
            return mark + String(decoding: code, as: UTF8.self)
        }
    }

    private static func places(of needle: Data, in bytes: Data) -> [Int] {
        var places: [Int] = []
        var start = bytes.startIndex
        while let range = bytes.range(of: needle, in: start..<bytes.endIndex) {
            places.append(range.lowerBound)
            start = range.upperBound
        }
        return places
    }
}
