# SPDX-License-Identifier: Apache-2.0
"""The few man(7) macros that generated pages are made of."""

import os
import time

# Typed by the reader, so it must stay what it is: groff makes typographic characters of the plain ones.
ESCAPES = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}


def escape(text):
    """Text that shows as it is, wherever in a line it stands."""
    return "".join(ESCAPES.get(c, c if ord(c) < 128 else f"\\[u{ord(c):04X}]") for c in text)


def line(text):
    """A line of text; one that begins like a macro is none."""
    return ("\\&" if text.startswith(".") else "") + escape(text)


def bold(text):
    return f"\\fB{escape(text)}\\fP"


def italic(text):
    return f"\\fI{escape(text)}\\fP"


def title(name, section, source, manual):
    """The first lines of a page; the date is the release's where the build says it, so that builds are reproducible."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    date = time.strftime("%Y-%m-%d", time.gmtime(seconds))
    return [
        ".\\\" SPDX-License-Identifier: Apache-2.0",
        f'.TH "{escape(name.upper() if section == 1 else name)}" {section} "{date}" "{source}" "{manual}"',
        ".nh",  # Nothing is hyphenated or stretched: keys and commands are copied from here.
        ".ad l",
    ]


def literal(lines):
    """Lines as they are, indented and not filled."""
    return [".RS 4", ".nf", *map(line, lines), ".fi", ".RE"]


def prose(text):
    """Paragraphs, and indented lines as they are: the two forms that help texts and comments have."""
    out, block = [], []

    def flush():
        if not block:
            return
        if block[0].startswith("  "):
            out.extend(literal([row[2:] for row in block]))
        else:
            out.extend([".PP", *map(line, block)])
        block.clear()

    for row in text.split("\n"):
        if not row.strip():
            flush()
            continue
        if block and block[0].startswith("  ") != row.startswith("  "):
            flush()
        block.append(row)
    flush()
    return out


def write(directory, name, section, lines):
    """Writes the page; a paragraph right after a heading is the heading's own."""
    kept = []
    for row in lines:
        if row == ".PP" and kept and kept[-1].startswith((".SH", ".SS", ".PP")):
            continue
        kept.append(row)
    with open(os.path.join(directory, f"{name}.{section}"), "w", encoding="ascii") as page:
        page.write("\n".join(kept) + "\n")
