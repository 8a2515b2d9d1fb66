// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Says on standard error what is being done, so that standard output holds the table alone.
enum Progress {
    /// One line.
    static func say(_ text: String) {
        let bytes = Array("bench: \(text)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    /// How far a long step is, at most once a second.
    struct Step {
        private let name: String
        private let total: Int
        private let start = Instant.now
        private var said = Instant.now

        init(_ name: String, of total: Int) {
            self.name = name
            self.total = total
        }

        /// Says it, if the last time is a second ago.
        mutating func reached(_ done: Int) {
            guard said.secondsAgo >= 1, done > 0 else { return }
            said = .now
            let left = start.secondsAgo / Double(done) * Double(total - done)
            Progress.say("\(name): \(done) of \(total), about \(Int(left.rounded(.up))) s to go")
        }
    }
}
