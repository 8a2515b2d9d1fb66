// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Testing

/// Files that are made from the declarations in the code, and are held to them here.
///
/// `make catalogue` runs the same with JVLEDGER_WRITE=1, which writes what differs.
@Suite struct CatalogueFileTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// Holds a file to a text, or writes it.
    private static func hold(_ file: URL, to text: String) throws {
        let current = try? String(contentsOf: file, encoding: .utf8)
        if current != text, ProcessInfo.processInfo.environment["JVLEDGER_WRITE"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let isSame = current == text
        #expect(isSame, "\(file.lastPathComponent) is not what the declarations give: make catalogue")
    }

    @Test(arguments: InquiryFamily.allCases)
    func anInterfaceDefinesItsQuestionsAsTheyAreDeclared(family: InquiryFamily) throws {
        let file = Self.sources.appending(path: "LedgerAPI/Interfaces/\(family.interfaceName).varlink")
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.components(separatedBy: InquiryFamily.marker)
        let head = try #require(parts.first)
        let types = Set(head.matches(of: /(?m)^type (\w+)/).map { String($0.output.1) })
        try Self.hold(file, to: head + InquiryFamily.marker + "\n\n" + family.definition(definedTypes: types))
    }

    @Test func theDocumentationListsWhatIsDeclared() throws {
        let folder = Self.sources.appending(path: "Ledger/Ledger.docc")
        try Self.hold(folder.appending(path: "Types.md"), to: Catalogue.markdown)
        try Self.hold(folder.appending(path: "Rules.md"), to: Catalogue.rulesMarkdown)
        try Self.hold(folder.appending(path: "Questions.md"), to: Catalogue.questionsMarkdown)
    }

    @Test(arguments: InquiryFamily.allCases)
    func everyQuestionSaysWhatItRestsOn(family: InquiryFamily) {
        func last<Question: Inquiry>(_ type: Question.Type) -> (name: String, kind: CellKind)? {
            type.columns.last.map { ($0.name, $0.kind) }
        }
        for type in family.inquiries {
            #expect(last(type)?.name == "entries", "\(type.name)")
            #expect(last(type)?.kind == .positions, "\(type.name)")
        }
    }
}
