# SPDX-License-Identifier: Apache-2.0
"""Reads a page of `jvctl export --format html` with a parser that others made, and prints what was found, a fact a line.

    history.py PAGE [lenient]     # lenient: as a browser wrote it out again, which need not be as strict

It fails when the page breaks the syntax of HTML, has a script, fetches something, refers to a place that it has not, or
cannot be read aloud well: headings that skip a level, header cells without a scope, tables without a caption.
"""
import collections
import pathlib
import re
import sys

import html5lib

CONTENT = {"default-src 'none'", "style-src 'unsafe-inline'"}
ELEMENTS = set(
    """html head meta title style body a header nav main footer section article h1 h2 h3 h4 p ol ul li dl div dt dd
    table caption thead tbody tr th td pre code span bdi""".split()
)
ATTRIBUTES = set("lang charset http-equiv content name id class href aria-labelledby aria-label role dir scope".split())


def text(element):
    return " ".join("".join(element.itertext()).split())


def main(path, strict):
    parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
    root = parser.parse(pathlib.Path(path).read_bytes(), transport_encoding="utf-8")
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    assert {one.tag for one in elements} <= ELEMENTS, {one.tag for one in elements} - ELEMENTS
    assert {name for one in elements for name in one.attrib} <= ATTRIBUTES
    assert root.get("lang") == "en" and text(root.find("head/title"))
    policies = [one for one in elements if one.get("http-equiv") == "Content-Security-Policy"]
    assert {part.strip() for one in policies for part in one.get("content").split(";")} == CONTENT
    for style in root.iter("style"):
        assert not re.search(r"url\(|@import|//", style.text), "the style sheet fetches something"

    identifiers = collections.Counter(one.get("id") for one in elements if one.get("id"))
    assert not [name for name, count in identifiers.items() if count > 1]
    for link in root.iter("a"):
        assert link.get("href")[:1] == "#" and link.get("href")[1:] in identifiers, link.attrib
    for one in elements:
        assert one.get("aria-labelledby") is None or one.get("aria-labelledby") in identifiers
    levels = [int(one.tag[1]) for one in elements if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), "a heading skips a level"
    for table in root.iter("table"):
        columns = len(table.findall("thead/tr/th"))
        assert text(table.find("caption")) and columns
        assert all(cell.get("scope") in ("col", "row") for cell in table.iter("th"))
        for row in table.findall("tbody/tr"):
            assert len(list(row)) == columns, text(row)

    for section in root.iter("section"):
        print("section", section.get("id"))
    register = next(one for one in root.iter("section") if one.get("id") == "register")
    for row in register.iter("tr"):
        if row.find("td") is not None:
            print("register", " | ".join(text(cell) for cell in row))
    for article in root.iter("article"):
        print("part", article.get("id"), "|", text(article.find("h3")))
        for table in article.iter("table"):
            if text(table.find("caption")).startswith("Consents"):
                for row in table.findall("tbody/tr"):
                    print("consent", article.get("id"), "|", " | ".join(text(cell) for cell in list(row)[:2]))
    missing = collections.Counter(text(one) for one in elements if one.get("class") == "missing")
    for words, count in sorted(missing.items()):
        print("missing", words, count)
    for code in root.iter("code"):
        print("code", text(code))
    for notice in elements:
        if notice.get("class") == "notice":
            print("notice", text(notice))


main(sys.argv[1], "lenient" not in sys.argv[2:])
