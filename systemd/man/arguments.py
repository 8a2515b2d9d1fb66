# SPDX-License-Identifier: Apache-2.0
"""What a command takes, as its page shows it: the synopsis, and lists of arguments with what each means."""

import roff


def shown(things):
    return [thing for thing in things or [] if thing.get("shouldDisplay", True)]


def spelling(argument):
    """How an argument is typed: all its names, and what goes with them."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return roff.italic(value) + ("..." if argument["isRepeating"] else "")
    names = sorted(argument["names"], key=lambda name: name["kind"] != "short")
    dashes = {"long": "--"}
    text = ", ".join(roff.bold(dashes.get(name["kind"], "-") + name["name"]) for name in names)
    return text + (f" {roff.italic(value)}" if argument["kind"] == "option" else "")


def usage(command, words, below=False):
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
    if below:
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


def is_general(argument):
    return argument["kind"] == "flag" and argument["preferredName"]["name"] in ("help", "version")


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
