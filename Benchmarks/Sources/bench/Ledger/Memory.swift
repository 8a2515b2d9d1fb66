// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What a process holds of the machine's memory, in bytes; see proc_pid_status(5) and proc_pid_smaps(5).
struct Memory {
    /// All pages in memory, VmRSS.
    let resident: Int
    /// The most that there ever were, VmHWM.
    let residentMax: Int
    /// The same with pages that others have too counted in part, Pss.
    let proportional: Int

    /// Reads what the kernel says of a process.
    init?(of processID: pid_t) {
        guard let status = File.text("/proc/\(processID)/status"),
            let rollup = File.text("/proc/\(processID)/smaps_rollup"),
            let resident = Self.bytes("VmRSS", in: status), let residentMax = Self.bytes("VmHWM", in: status),
            let proportional = Self.bytes("Pss", in: rollup)
        else { return nil }
        self.resident = resident
        self.residentMax = residentMax
        self.proportional = proportional
    }

    /// The value of a line such as `VmRSS:     1234 kB`.
    private static func bytes(_ name: String, in text: String) -> Int? {
        for line in text.split(separator: "\n") where line.hasPrefix("\(name):") {
            return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
                .flatMap { Int($0) }.map { $0 * 1024 }
        }
        return nil
    }
}
