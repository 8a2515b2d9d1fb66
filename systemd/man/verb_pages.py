#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes jvctl.1 and a page for each of its verbs from what the program says of itself.

    jvctl --experimental-dump-help | verb_pages.py VERSION DIRECTORY
"""

import json
import sys

import roff
from arguments import described, is_general, shown, titles, usage

MANUAL = "Joint\\-venture ledger"


def verbs(command):
    return [verb for verb in shown(command.get("subcommands")) if verb["commandName"] != "help"]


def body(command, shared):
    """What one command does and takes, without what is described once for all of them."""
    out = [".PP", roff.line(command.get("abstract", "").rstrip())] if command.get("abstract") else []
    out += roff.prose(command.get("discussion", ""))
    arguments = shown(command.get("arguments"))
    out += described([a for a in arguments if not any(a in group for group in shared.values())])
    names = [name for name, group in shared.items() if any(a in arguments for a in group)]
    if names:
        out += [".PP", "Also takes, as below: " + ", ".join(map(roff.bold, names)) + "."]
    return out


def walk(command, words):
    """The commands that can be run, with all their words."""
    for verb in verbs(command):
        yield verb, words + [verb["commandName"]]
        yield from walk(verb, words + [verb["commandName"]])


def page(command, words, version):
    """The page of a verb of jvctl, with those below it."""
    name = "-".join(words)
    below = list(walk(command, words))
    shared = titles([command] + [verb for verb, _ in below])
    out = roff.title(name, 1, version, MANUAL)
    out += [".SH NAME", f"{roff.escape(name)} \\- {roff.escape(command['abstract'].rstrip('.'))}", ".SH SYNOPSIS"]
    for verb, path in below or [(command, words)]:
        out += usage(verb, path, bool(verbs(verb)))
    out += [".SH DESCRIPTION", *body(command, shared)]
    if below:
        out.append(".SH VERBS")
    for verb, path in below:
        out += [f".SS {roff.escape(' '.join(path[1:]))}", *body(verb, shared)]
    if shared:
        out.append(".SH OPTIONS")
    for group, arguments in shared.items():
        out += [f".SS {roff.escape(group)}", *described(arguments)]
    out += [".SH EXIT STATUS", "As in", ".BR jvctl (1).", ".SH SEE ALSO", ".BR jvctl (1),", ".BR jvledgerd (8)"]
    return name, out


def overview(root, version):
    """jvctl.1: all verbs in a line each."""
    text, _, codes = root["discussion"].partition("Exit codes:\n")
    codes, _, environment = codes.partition("\n\n")
    out = roff.title("jvctl", 1, version, MANUAL)
    out += [".SH NAME", f"jvctl \\- {roff.escape(root['abstract'].rstrip('.'))}", ".SH SYNOPSIS"]
    out += [*usage(root, ["jvctl"], below=True), ".SH DESCRIPTION", *roff.prose(text), *described(shown(root.get("arguments")))]
    out += [".SH VERBS", "Each has a page of its own."]
    for verb in verbs(root):
        reference = f".BR jvctl\\-{roff.escape(verb['commandName'])} (1)"
        out += [".TP", reference, roff.line(verb["abstract"])]
    default = next(verb for verb in verbs(root) if verb["commandName"] == root["defaultSubcommand"])
    shared = titles([default])
    if "General" in shared:
        out += [".SH OPTIONS", "Of every verb:", *described(a for a in shared["General"] if not is_general(a))]
    out += [".SH EXIT STATUS", *roff.prose(codes), ".SH ENVIRONMENT", *roff.prose(environment)]
    out += [".SH FILES", ".TP", ".I /run/jvledger/INSTANCE/io.jvledger.Ledger", "The socket of a ledger."]
    out += [".SH SEE ALSO", ".BR jvledgerd (8),", ".BR jvledger\\-policy (5),", ".BR io.jvledger.Ledger (7)"]
    return "jvctl", out


def main():
    version, directory = sys.argv[1:]
    root = json.load(sys.stdin)["command"]
    pages = [overview(root, version)] + [page(verb, ["jvctl", verb["commandName"]], version) for verb in verbs(root)]
    for name, lines in pages:
        roff.write(directory, name, 1, lines)


main()
