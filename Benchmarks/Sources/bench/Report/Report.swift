// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The results of a run.
struct Report: Codable {
    let machine: Machine
    /// What was measured, as `git describe` has it.
    let commit: String
    var rows: [Row] = []
}

/// The file that keeps the last run's results, for the next to be compared with.
///
/// It is opened before root is given up, since the user who measures may not write there.
final class ResultsFile {
    private let descriptor: Int32
    /// The results of the last run.
    let last: Report?

    /// Opens the file, or makes it.
    init(_ path: String) throws(Failure) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system("open \(path)") }
        last = File.text(descriptor).flatMap { try? JSONDecoder().decode(Report.self, from: Data($0.utf8)) }
    }

    deinit { close(descriptor) }

    /// Puts the results of this run in place of the last one's.
    func write(_ report: Report) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(report) else { throw .peer("the results cannot be written") }
        try File.write(String(decoding: data, as: UTF8.self) + "\n", to: descriptor)
    }
}
