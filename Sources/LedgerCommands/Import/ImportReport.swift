// SPDX-License-Identifier: Apache-2.0

/// What came of an import, for people.
public enum ImportReport {
    /// The lines: what was recorded, and what the rules remarked, by the lines of the file.
    public static func lines(
        _ file: ImportFile,
        _ receipts: [Recorded.Receipt],
        size: UInt64,
        hasNotes: Bool
    ) -> [String] {
        let notes = notes(file, receipts)
        let fresh = receipts.filter { !$0.isRepeated }.map(\.position)
        let repeated = receipts.count - fresh.count
        let before = repeated == 0 ? "" : " \(repeated) had been recorded before."
        let first =
            fresh.isEmpty
            ? "Nothing new: all \(repeated) had been recorded before."
            : "Recorded \(PositionList.text(fresh)). Checkpoint \(size).\(before)"
        return [first] + (hasNotes ? notes : [])
    }

    /// The lines of a dry run: what would be recorded, what would be refused, and what the rules would remark.
    static func trial(
        _ file: ImportFile,
        _ receipts: [Recorded.Receipt],
        _ trial: ImportTrial,
        hasNotes: Bool
    ) -> [String] {
        let notes = notes(file, receipts)
        let repeated = receipts.count { $0.isRepeated }
        let before = repeated == 0 ? "" : " \(repeated) had been recorded before."
        let count = notes.count == 1 ? "1 note" : "\(notes.count) notes"
        let end = notes.isEmpty && trial.count == 0 || trial.count == 0 && !hasNotes ? "." : ":"
        let fresh = receipts.count - repeated
        return ["\(fresh) would be recorded, \(trial.count) refused, \(count)\(end)\(before)"]
            + trial.report + (hasNotes ? notes : [])
    }

    private struct Note {
        let file: String?
        var lines: ClosedRange<Int>
        let text: String
    }

    private static func notes(_ file: ImportFile, _ receipts: [Recorded.Receipt]) -> [String] {
        var notes: [Note] = []
        for (line, receipt) in zip(file.lines, receipts) where !receipt.warnings.isEmpty {
            let text = "\(DisplayText.line(receipt.subject)): \(receipt.remarks)"
            if let last = notes.last, last.text == text, last.file == line.file,
                (last.lines.lowerBound...last.lines.upperBound + 1).contains(line.number)
            {
                notes[notes.count - 1].lines = last.lines.lowerBound...max(last.lines.upperBound, line.number)
            } else {
                notes.append(Note(file: line.file, lines: line.number...line.number, text: text))
            }
        }
        let labels = notes.map { note in
            let lines = note.lines
            let numbers = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
            return "\(note.file.map { "\($0) " } ?? "")line \(numbers)"
        }
        let width = labels.map(\.utf8.count).max() ?? 0
        return zip(labels, notes).map { label, note in
            "  " + label + String(repeating: " ", count: width - label.utf8.count) + "  " + note.text
        }
    }
}
