// SPDX-License-Identifier: Apache-2.0

/// What was erased, for everybody, and what is withheld from this reader.
extension HistoryComposer {
    /// How many fields of each fate, and erasures, are listed; more are counted.
    private static let listedLimit = 1_000

    var sealedTexts: [Block] {
        let held = Self.counted(Int(clamping: scope.size), "entry", "entries")
        let erased = Self.counted(sealed.erasedCount, "was", "were")
        let withheld = Self.counted(sealed.withheldCount, "is", "are")
        let tally = """
            Of the sealed texts in the \(held) that the ledger held then, \(erased) erased, \(withheld) withheld from \
            the reader for whom this page was made, and \(sealed.disclosedCount) can be read by that reader.
            """
        return [.paragraph(.words(tally)), .paragraph(Self.meaning)]
            + erasures + fields(.erased, "Erased: nobody can read it any more")
            + fields(.withheld, "Withheld: others may read it, this reader may not")
    }

    private var erasures: [Block] {
        guard !sealed.erasures.isEmpty else { return [] }
        let rows = sealed.erasures.prefix(Self.listedLimit).map { erasure in
            let fate = sealed.fate(of: ["basis", "approvedBy"], at: [erasure.position])
            let missing = Phrase.missing("[\(fate?.words ?? "not shown")]")
            return [
                Phrase.words("\(erasure.position)"), .code(erasure.subject),
                .words(Self.counted(erasure.count, "text")),
                erasure.basis.map { .quoted($0) } ?? missing,
                erasure.approvedBy.map { .quoted($0) } ?? missing,
            ]
        }
        let headings = ["Entry", "Of whom", "How much", "By what right", "Approved by"]
        let table = PageTable("Erasures, each recorded as an entry", headings, rows)
        return [.topic("By what right"), .table(table)]
            + remainder(sealed.erasures.count - rows.count, ofAtLeast: SealedFields.heldLimit)
    }

    private func fields(_ fate: SealedFields.Fate, _ heading: String) -> [Block] {
        let count =
            switch fate {
            case .erased: sealed.erasedCount
            case .withheld: sealed.withheldCount
            }
        guard count > 0 else { return [] }
        let rows = sealed.fields.lazy.filter { $0.fate == fate }.prefix(Self.listedLimit).map { field in
            [
                Phrase.words("\(field.position)"), .code(field.subject), .code(field.type), .code(field.name),
            ]
        }
        let caption = "Sealed fields that are \(fate.words)"
        let table = PageTable(caption, ["Entry", "About", "Type", "Field"], Array(rows))
        return [.topic(heading), .table(table)] + remainder(count - table.rows.count, ofAtLeast: nil)
    }

    /// How many are not listed; of a count that stops at a limit, that there may be more.
    private func remainder(_ count: Int, ofAtLeast limit: Int?) -> [Block] {
        guard count > 0 else { return [] }
        let open = limit.map { count + Self.listedLimit >= $0 ? "At least " : "" } ?? ""
        return [.notice(.words("\(open)\(count) more are not listed here."))]
    }

    private static let meaning: Phrase = """
        Personal and confidential texts are kept outside the entries, which hold only their digests. Erasing a text leaves \
        every entry and every proof as it was. Which field of which entry it was stays visible, what it said does not.
        """
}
