// SPDX-License-Identifier: Apache-2.0
import Mustache

/// Makes HTML of the pieces of a page: the Mustache templates in `Templates`, which escape all that they are given.
///
/// The page is one file of HTML Living Standard in UTF-8. It has no script and fetches nothing, which its content
/// security policy also tells the browser; every text stands in an element or a quoted attribute, made safe by
/// ``PageText`` and escaped by Mustache. The one thing that is not escaped is the style sheet, which is ours.
///
///     opening (chapter part* end of chapter)* closing
///
/// An element that `opening` begins is ended by `closing`. A name in a template begins with a dot: without it Mustache
/// would look for a member that is absent in what surrounds it, and show another thing's title.
public struct HistoryTemplate: Sendable {
    /// A template of this program that cannot be read.
    public struct Problem: Error, CustomStringConvertible {
        /// Which one, and what is wrong with it.
        public let description: String
    }

    private let opening: MustacheTemplate
    private let chapter: MustacheTemplate
    private let part: MustacheTemplate
    private let closing: MustacheTemplate
    private let library: MustacheLibrary

    private struct Sheet {
        let style: String
        let page: HistoryOpening
    }

    /// Reads the templates.
    ///
    /// - Throws: ``Problem``.
    public init() throws(Problem) {
        library = MustacheLibrary(templates: [
            "blocks": try Self.template("blocks", PackageResources.blocks_mustache),
            "phrase": try Self.template("phrase", PackageResources.phrase_mustache),
        ])
        opening = try Self.template("opening", PackageResources.opening_mustache)
        chapter = try Self.template("chapter", PackageResources.chapter_mustache)
        part = try Self.template("part", PackageResources.part_mustache)
        closing = try Self.template("closing", PackageResources.closing_mustache)
    }

    private static func template(_ name: String, _ bytes: [UInt8]) throws(Problem) -> MustacheTemplate {
        // A line feed at the end would stand as a space after every phrase.
        let text = String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
        do { return try MustacheTemplate(string: text) } catch {
            throw Problem(description: "the template \(name) of the page cannot be read: \(error)")
        }
    }

    func opening(_ page: HistoryOpening) -> [UInt8] {
        let style = String(decoding: PackageResources.style_css, as: UTF8.self)
        return bytes(opening.render(Sheet(style: style, page: page), library: library))
    }

    func beginning(of section: Section) -> [UInt8] { bytes(chapter.render(section, library: library)) }

    func part(_ part: Part) -> [UInt8] { bytes(self.part.render(part, library: library)) }

    let endOfSection = Array("</section>\n".utf8)

    func closing(_ colophon: Phrase) -> [UInt8] { bytes(closing.render(colophon, library: library)) }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) + [0x0A] }
}
