// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

extension Session {
    /// Says what would be recorded of a file and what would be refused, and records nothing.
    ///
    /// - Throws: A complaint once that is said, if anything would be refused.
    ///
    /// `problems` are lines that are known to be wrong.
    func tryOut(_ file: ImportFile, _ problems: [ImportProblem] = []) async throws(Complaint) {
        var trial = ImportTrial(file, problems)
        var last: Recorded?
        while last == nil, !trial.kept.isEmpty, !trial.isLong {
            do { last = try await record(entries: trial.entries, isDryRun: true) } catch {
                guard error.status == .refused, let place = ImportFailure.index(error),
                    trial.kept.indices.contains(place)
                else { throw error }
                trial.refuse(place, error)
                showProgress("\(trial.refusals.count) refused so far")
            }
        }
        showProgress("")
        let kept = ImportFile(lines: trial.kept.map { file.lines[$0] })
        let lines = ImportReport.trial(kept, last?.receipts ?? [], trial, hasNotes: !settings.isQuiet)
        guard let complaint = trial.complaint else {
            try answer(last?.reply ?? JSONObject(), lines)
            return
        }
        if settings.json == .off { Console.print(lines.map(DisplayText.line)) }
        throw Complaint(
            .refused,
            complaint.message,
            heading: complaint.heading,
            next: complaint.next,
            name: complaint.name,
            parameters: JSONObject(
                complaint.parameters.members.map { ($0.name, $0.value) } + [("refused", trial.json)]
            )
        )
    }
}
