// SPDX-License-Identifier: Apache-2.0

/// What was erased or is withheld.
extension HistoryComposer {
    /// How many fields are listed; more are counted.
    private static let listedLimit = 1_000

    var sealedSection: Section {
        var section = Section(anchor: "sealed", heading: "What was erased or withheld")
        let tally = """
            Of the sealed texts in the ledger's \(Self.counted(Int(clamping: checkpoint.size), "entry", "entries")), \
            \(sealed.erasedCount) \(sealed.erasedCount == 1 ? "was" : "were") erased, \(sealed.withheldCount) \
            \(sealed.withheldCount == 1 ? "is" : "are") withheld from the reader for whom this page was made, and \
            \(sealed.disclosedCount) can be read by that reader.
            """
        section.blocks = [.paragraph(.words(tally)), .paragraph(Self.meaning)]
        let shown = sealed.fields.prefix(Self.listedLimit)
        guard !shown.isEmpty else { return section }
        let rows = shown.map { field in
            [
                Phrase.words("\(field.position)"), .code(field.subject), .code(field.type), .code(field.name),
                .status(field.fate.words),
            ]
        }
        let headings = ["Entry", "About", "Type", "Field", "Is"]
        section.blocks.append(.table(PageTable("Sealed fields that are not shown", headings, rows)))
        let total = sealed.erasedCount + sealed.withheldCount
        if total > shown.count {
            section.blocks.append(.notice(.words("\(total - shown.count) more are not listed here.")))
        }
        return section
    }

    private static let meaning: Phrase = """
        Personal and confidential texts are kept outside the entries, which hold only their digests. Erasing a text leaves \
        every entry and every proof as it was. Which field of which entry it was stays visible, what it said does not.
        """
}
