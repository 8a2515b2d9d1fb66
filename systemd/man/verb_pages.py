#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes jvctl.1 and a page for each of its verbs from what the program says of itself.

    jvctl --experimental-dump-help | verb_pages.py VERSION DIRECTORY
"""

import json
import sys

import roff

MANUAL = "Joint\\-venture ledger"


def shown(things):
    return [thing for thing in things or [] if thing.get("shouldDisplay", True)]


def verbs(command):
    return [verb for verb in shown(command.get("subcommands")) if verb["commandName"] != "help"]


def spelling(argument):
    """How an argument is typed: all its names, and what goes with them."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return roff.italic(value) + ("..." if argument["isRepeating"] else "")
    names = sorted(argument["names"], key=lambda name: name["kind"] != "short")
    dashes = {"long": "--"}
    text = ", ".join(roff.bold(dashes.get(name["kind"], "-") + name["name"]) for name in names)
    return text + (f" {roff.italic(value)}" if argument["kind"] == "option" else "")


def usage(command, words):
    """The synopsis: what must be said in full, what may be said as [options]."""
    parts = [roff.bold(" ".join(words))]
    arguments = shown(command.get("arguments"))
    for argument in arguments:
        if argument["kind"] == "positional":
            text = roff.italic(argument["valueName"]) + ("..." if argument["isRepeating"] else "")
            parts.append(f"[{text}]" if argument["isOptional"] else text)
        elif not argument["isOptional"]:
            name = argument["preferredName"]
            text = roff.bold(("--" if name["kind"] == "long" else "-") + name["name"])
            parts.append(text + (f" {roff.italic(argument['valueName'])}" if argument["kind"] == "option" else ""))
    if any(argument["kind"] != "positional" and argument["isOptional"] for argument in arguments):
        parts.append("[" + roff.italic("options") + "]")
    if verbs(command):
        parts.append(roff.italic("verb"))
    return [".HP", " ".join(parts)]


def described(arguments):
    """A list of arguments with what each means."""
    out = []
    for argument in arguments:
        out += [".TP", spelling(argument)]
        text = argument.get("abstract", "").split("\n") or ["\\&"]
        out += [roff.line(row) for row in text if row] or ["\\&"]
        if argument.get("allValues") and not argument.get("allValueDescriptions"):
            missing = [value for value in argument["allValues"] if value not in argument.get("abstract", "")]
            if missing:
                out.append("One of " + ", ".join(map(roff.bold, argument["allValues"])) + ".")
        for value, meaning in (argument.get("allValueDescriptions") or {}).items():
            out += [".br", f"{roff.bold(value)}: {roff.escape(meaning)}"]
        if argument.get("defaultValue") and argument["kind"] == "option":
            out.append(f"Default: {roff.escape(argument['defaultValue'])}.")
        if argument.get("discussion"):
            out += [".RS", *roff.prose(argument["discussion"]), ".RE"]
    return out


def titles(commands):
    """The groups of options that some of the commands share, in their order, each option once."""
    groups = {}
    for command in commands:
        for argument in shown(command.get("arguments")):
            if not argument.get("sectionTitle") and not is_general(argument):
                continue
            group = groups.setdefault(argument.get("sectionTitle", "General"), [])
            if argument not in group:
                group.append(argument)
    # An option that not every command of the group has stands with the commands that have it.
    for name, group in groups.items():
        having = [c for c in commands if any(a.get("sectionTitle") == name for a in shown(c.get("arguments")))]
        group[:] = [a for a in group if all(a in shown(c.get("arguments")) for c in having)]
    return {name: group for name, group in groups.items() if group}


def is_general(argument):
    return argument["kind"] == "flag" and argument["preferredName"]["name"] in ("help", "version")


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
        out += usage(verb, path)
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
    out += [*usage(root, ["jvctl"]), ".SH DESCRIPTION", *roff.prose(text), *described(shown(root.get("arguments")))]
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
