// SPDX-License-Identifier: Apache-2.0
import Mustache

/// Makes HTML of a page: the Mustache templates in `Templates`, which escape all that they are given.
///
/// The page is one file of HTML Living Standard in UTF-8. It has no script and fetches nothing, which its content
/// security policy also tells the browser; every text stands in an element or a quoted attribute, made safe by
/// ``PageText`` and escaped by Mustache. The one thing that is not escaped is the style sheet, which is ours.
///
/// A name in a template begins with a dot: without it Mustache would look for a member that is absent in what
/// surrounds it, and show another thing's title.
struct HistoryTemplate {
    private let library: MustacheLibrary

    private struct Sheet {
        let style: String
        let page: HistoryPage
    }

    /// Reads the templates.
    ///
    /// - Throws: ``HistoryFailure/template(_:)``.
    init() throws(HistoryFailure) {
        let texts = [
            "page": PackageResources.page_mustache,
            "blocks": PackageResources.blocks_mustache,
            "phrase": PackageResources.phrase_mustache,
        ]
        var library = MustacheLibrary()
        for (name, bytes) in texts {
            // A line feed at the end would stand as a space after every phrase.
            let text = String(decoding: bytes, as: UTF8.self).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            do {
                try library.register(
                    text.dropLast(text.last == "" ? 1 : 0).joined(separator: "\n"),
                    named: name
                )
            } catch { throw .template("\(name): \(error)") }
        }
        self.library = library
    }

    /// The page's bytes.
    func render(_ page: HistoryPage) throws(HistoryFailure) -> [UInt8] {
        let sheet = Sheet(style: String(decoding: PackageResources.style_css, as: UTF8.self), page: page)
        guard let text = library.render(sheet, withTemplate: "page") else { throw .template("page: missing") }
        return Array(text.utf8)
    }
}
