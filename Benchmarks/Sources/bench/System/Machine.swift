// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What was measured on; ratios are compared only between equal ones.
struct Machine: Codable, Hashable {
    let processor: String
    let processors: Int
    let kernel: String
    let fileSystem: String

    /// This machine, and the file system of a directory.
    init(directory: String) {
        processor = Self.processorName ?? "unknown"
        processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        let release = File.text("/proc/sys/kernel/osrelease")?.split(separator: "\n").first
        kernel = release.map { String($0) } ?? "unknown"
        fileSystem = Self.fileSystem(of: directory)
    }

    private static var processorName: String? {
        let lines = (File.text("/proc/cpuinfo") ?? "").split(separator: "\n")
        let line = lines.first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) }
    }

    /// The type of the mount whose path is the longest above a directory, see proc_mounts(5).
    private static func fileSystem(of directory: String) -> String {
        var found = (path: "", type: "unknown")
        for line in (File.text("/proc/self/mounts") ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            let path = String(fields[1])
            let isAbove = path == "/" || directory == path || directory.hasPrefix(path + "/")
            if isAbove, path.utf8.count >= found.path.utf8.count { found = (path, String(fields[2])) }
        }
        return found.type
    }
}
