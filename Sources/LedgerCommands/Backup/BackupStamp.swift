// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The name of a backup's directory: when it was begun, `20261129T031500Z`, so that names sort by time.
enum BackupStamp {
    private static let form = "%Y%m%dT%H%M%SZ"

    /// The name for a time in seconds since 1970.
    static func name(_ seconds: Int) -> String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, text.count, form, &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// When a backup was begun, by the last part of its path; nil for another directory.
    static func seconds(of path: String) -> Int? {
        let name = path.split(separator: "/").last.map { String($0) } ?? ""
        func number(_ range: Range<Int>) -> Int32? {
            Int32(name.dropFirst(range.lowerBound).prefix(range.count))
        }
        var parts = tm()
        guard name.utf8.count == 16, let year = number(0..<4), let month = number(4..<6),
            let day = number(6..<8),
            let hour = number(9..<11), let minute = number(11..<13), let second = number(13..<15)
        else { return nil }
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
        let seconds = timegm(&parts)
        return Self.name(seconds) == name ? seconds : nil
    }
}
