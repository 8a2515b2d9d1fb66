// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A directory of our own, with copies of the programs, which ``Cleaning`` removes.
///
/// Root can never record, and PostgreSQL does not run as root; so whoever is root becomes the user nobody, for good,
/// once the directory is there.
struct Workplace {
    /// The user and group nobody of Debian.
    private static let nobody: UInt32 = 65_534

    let path: String

    /// Makes the directory below another and, as root, gives up root.
    ///
    /// The programs are copied, since another user may not reach them where they are.
    init(below parent: String, programs: [String]) throws(Failure) {
        var template = Array("\(parent)/jvbench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .system("mkdtemp in \(parent)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        Cleaning.add(directory: path)
        for program in programs { try Self.copy(program, to: path) }
        guard geteuid() == 0 else { return }
        guard chown(path, Self.nobody, Self.nobody) == 0 else { throw .system("chown") }
        guard setgroups(0, nil) == 0, setgid(Self.nobody) == 0, setuid(Self.nobody) == 0 else {
            throw .system("setuid")
        }
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes a directory in it and returns its path.
    func directory(_ name: String) throws(Failure) -> String {
        guard mkdir(file(name), 0o700) == 0 else { throw .system("mkdir \(name)") }
        return file(name)
    }

    private static func copy(_ program: String, to directory: String) throws(Failure) {
        let name = program.split(separator: "/").last.map { String($0) } ?? program
        let source = open(program, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw .system("open \(program)") }
        defer { close(source) }
        let copy = open("\(directory)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
        guard copy >= 0, fchmod(copy, 0o755) == 0 else { throw .system("open \(directory)/\(name)") }
        defer { close(copy) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count >= 0, write(copy, buffer, count) == count else { throw .system("copy \(program)") }
            if count == 0 { return }
        }
    }
}
