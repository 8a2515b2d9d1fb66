#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a page of section 7 for each Varlink interface definition: its comments are the documentation.

    interface_pages.py VERSION DIRECTORY FILE...
"""

import re
import sys

import roff

MEMBER = re.compile(r"(interface|type|method|error) ([A-Za-z][A-Za-z0-9.]*)")
HEADINGS = {"method": "METHODS", "type": "TYPES", "error": "ERRORS"}


def members(text):
    """Each declaration with its kind, its name, the comment before it, and its lines."""
    comment, found = [], []
    for row in text.split("\n"):
        match = MEMBER.match(row)
        if match:
            found.append((match[1], match[2], "\n".join(comment), [row]))
            comment = []
        elif row.startswith("#"):
            comment.append(row[2:])
        elif not row.strip():
            # A comment that stands alone is about the file, not about what follows.
            comment = []
        elif found:
            found[-1][3].append(row)
    return found


def page(text, version):
    declared = members(text)
    _, name, about, _ = next(member for member in declared if member[0] == "interface")
    brief = re.split(r"[.:;](?:\s|$)", about.replace("\n", " "), maxsplit=1)[0]
    out = roff.title(name, 7, version, "Joint\\-venture ledger interfaces")
    out += [".SH NAME", f"{roff.escape(name)} \\- {roff.escape(brief)}", ".SH SYNOPSIS"]
    out += [".B varlinkctl introspect", f".I /run/jvledger/INSTANCE/io.jvledger.Ledger {roff.escape(name)}"]
    out += [".SH DESCRIPTION", *roff.prose(about), ".PP"]
    out += ["The definition is", f".IR /usr/share/varlink/interfaces/{roff.escape(name)}.varlink ."]
    for kind, heading in HEADINGS.items():
        of_kind = [member for member in declared if member[0] == kind]
        if of_kind:
            out.append(f".SH {heading}")
        for _, member, comment, rows in of_kind:
            out += [f".SS {roff.escape(member)}", *roff.prose(comment), ".PP", *roff.literal(rows)]
    out += [".SH SEE ALSO", ".BR jvctl\\-introspect (1),", ".BR jvledgerd (8)"]
    return name, out


def main():
    version, directory, *files = sys.argv[1:]
    for file in files:
        with open(file, encoding="utf-8") as definition:
            name, lines = page(definition.read(), version)
        roff.write(directory, name, 7, lines)


main()
