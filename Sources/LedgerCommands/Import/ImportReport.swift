// SPDX-License-Identifier: Apache-2.0

/// What came of an import, for people.
public enum ImportReport {
    /// The lines: what was recorded, or would be, and what the rules remarked, by the lines of the file.
    public static func lines(
        _ file: ImportFile,
        _ receipts: [Recorded.Receipt],
        size: UInt64,
        isDryRun: Bool,
        hasNotes: Bool
    ) -> [String] {
        let notes = notes(file, receipts)
        let fresh = receipts.filter { !$0.isRepeated }.map(\.position)
        let repeated = receipts.count - fresh.count
        let before = repeated == 0 ? "" : " \(repeated) had been recorded before."
        if isDryRun {
            let count = notes.count == 1 ? "1 note" : "\(notes.count) notes"
            let end = notes.isEmpty || !hasNotes ? "." : ":"
            return ["\(fresh.count) would be recorded, 0 refused, \(count)\(end)\(before)"]
                + (hasNotes ? notes : [])
        }
        let first =
            fresh.isEmpty
            ? "Nothing new: all \(repeated) had been recorded before."
            : "Recorded \(PositionList.text(fresh)). Checkpoint \(size).\(before)"
        return [first] + (hasNotes ? notes : [])
    }

    private struct Note {
        var lines: ClosedRange<Int>
        let text: String
    }

    private static func notes(_ file: ImportFile, _ receipts: [Recorded.Receipt]) -> [String] {
        var notes: [Note] = []
        for (line, receipt) in zip(file.lines, receipts) where !receipt.warnings.isEmpty {
            let text = "\(DisplayText.line(receipt.subject)): \(receipt.remarks)"
            if let last = notes.last, last.text == text, last.lines.upperBound + 1 == line.number {
                notes[notes.count - 1].lines = last.lines.lowerBound...line.number
            } else {
                notes.append(Note(lines: line.number...line.number, text: text))
            }
        }
        let labels = notes.map {
            $0.lines.count == 1 ? "\($0.lines.lowerBound)" : "\($0.lines.lowerBound)-\($0.lines.upperBound)"
        }
        let width = labels.map(\.utf8.count).max() ?? 0
        return zip(labels, notes).map { label, note in
            "  line " + label + String(repeating: " ", count: width - label.utf8.count) + "  " + note.text
        }
    }
}
