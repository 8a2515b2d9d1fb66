#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Takes the checks of the two verifiers of audit packs out, one at a time, and shows each the packs of the tests.

    python3 Verifier/Mutations/mutate.py [swift] [python]

A check that no pack misses could be lost unseen: it is printed as SURVIVED, and the exit code is 1. The lists are
swift.txt and python.txt, beside this file. All checks in Swift are compiled once, each behind a question whether it is
the one that is left out; the sources are put back once that is done, whatever happens. It takes half an hour.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
SOURCES = ROOT / "Sources/LedgerExport/PackVerifier"
SCRIPT = ROOT / "Verifier/jvledger_verify.py"
SWITCH = SOURCES / "Mutant.swift"
SWITCH_TEXT = """import Glibc

private let chosen = getenv("JVLEDGER_MUTANT").flatMap { Int(String(cString: $0)) }

func mutant(_ number: Int) -> Bool { chosen == number }
"""
MARK = re.compile(r"<\+(.*)\+>|<-(.*)->|<!(.*)!>|<&>|<where>")


def mutations(name):
    lines = (HERE / name).read_text().splitlines()
    return [tuple(line.split(": ", 1)) for line in lines if line and not line.startswith("#")]


def apply(text, piece, changed):
    """The text with the marked piece changed, which it must have once."""
    match = MARK.search(piece)
    kept = next((group for group in match.groups() if group is not None), "")
    original = piece[: match.start()] + kept + piece[match.end() :]
    if text.count(original) != 1:
        sys.exit(f"{text.count(original)} places have: {original}")
    return text.replace(original, piece[: match.start()] + changed(match, kept) + piece[match.end() :])


def in_swift(number):
    def changed(match, kept):
        if match[0] == "<&>":
            return f", !mutant({number})"
        if match[0] == "<where>":
            return f" where !mutant({number})"
        if match[0].startswith("<!"):
            return f"if !mutant({number}) {{ {kept} }}"
        effect, condition = ("try ", kept[4:]) if kept.startswith("try ") else ("", kept)
        taken = "true" if match[0][1] == "+" else "false"
        return f"({effect}(mutant({number}) ? {taken} : ({condition})))"

    return changed


def in_python(match, kept):
    if match[0].startswith("<!"):
        return "pass"
    return "(True)" if match[0][1] == "+" else "(False)"


def run(filter, environment):
    command = ["swift", "test", "--skip-build", "--filter", filter]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, timeout=900)
    return done.returncode, done.stdout + done.stderr


def caught(filter, environment):
    return run(filter, environment)[0] != 0


class Cases:
    """The packs of the tests, as files, with what must be said of each."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        environment = {**os.environ, "JVLEDGER_PACKS": directory}
        subprocess.run(["swift", "build", "--build-tests"], cwd=ROOT, check=True)
        command = ["swift", "test", "--skip-build", "--filter", "LedgerExportTests.PackFiles"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        self.expected = json.loads((self.directory / "cases.json").read_text())
        self.pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())

    def missed(self, verifier, environment):
        """Whether a verifier says of every pack what it must: then what was done to it goes unseen."""

        def is_right(number):
            case = self.expected[number]
            command = verifier + [self.directory / f"{number}.tar", "--key", self.directory / "keys", "--json"]
            if verifier[-1] == "verify":
                command[-1] = "--json=short"
            if case["older"]:
                command += ["--since", self.directory / f"{number}.older"]
            done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, timeout=60)
            if done.returncode != (0 if case["words"] is None else 1):
                return False
            try:
                said = json.loads(done.stdout)
            except ValueError:
                return False  # It broke off: whoever reads that knows that it is not right.
            return case["words"] is None or (
                said.get("position") == case["position"]
                and case["words"] in said["fault"]
                and case["missing"] in (None, said.get("sealed", {}).get("missing"))
            )

        for start in range(0, len(self.expected), 16):
            numbers = range(start, min(start + 16, len(self.expected)))
            if not all(self.pool.map(is_right, numbers)):
                return False
        return True


def swift(cases):
    listed = mutations("swift.txt")
    before = {path: path.read_text() for path in SOURCES.glob("*.swift")}
    after = dict(before)
    for number, (name, piece) in enumerate(listed):
        path = SOURCES / f"{name}.swift"
        after[path] = apply(after[path], piece, in_swift(number))
    with tempfile.TemporaryDirectory() as directory:
        program = pathlib.Path(directory) / "jvctl"
        try:
            for path, text in after.items():
                path.write_text(text)
            SWITCH.write_text(SWITCH_TEXT)
            subprocess.run(["swift", "build", "--product", "jvctl"], cwd=ROOT, check=True)
            shutil.copy(ROOT / ".build/debug/jvctl", program)
        finally:
            for path, text in before.items():
                path.write_text(text)
            SWITCH.unlink(missing_ok=True)
        command = [program, "verify"]
        return judge(listed, lambda number: cases.missed(command, {"JVLEDGER_MUTANT": str(number)}))


def python(cases):
    listed, before = mutations("python.txt"), SCRIPT.read_text()
    after = [apply(before, piece, in_python) for _, piece in listed]
    with tempfile.TemporaryDirectory() as directory:
        script = pathlib.Path(directory) / SCRIPT.name

        def missed(number):
            script.write_text(before if number is None else after[number])
            return cases.missed([sys.executable, script], {})

        return judge(listed, missed)


def judge(listed, missed):
    """How many checks no test misses."""
    if not missed(None):
        sys.exit("with every check in place it does not say what it must")
    survivors = 0
    for number, (name, piece) in enumerate(listed):
        survived = missed(number)
        survivors += survived
        print("SURVIVED" if survived else "caught  ", f"{name}: {piece}", flush=True)
    print(f"{len(listed)} checks, {survivors} of them missed by no test", flush=True)
    return survivors


if __name__ == "__main__":
    # Told to end, it ends as by an error: the sources are put back all the same.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if SWITCH.exists():
        sys.exit(f"{SWITCH} is there: the sources were not put back; git checkout {SOURCES}")
    kinds = sys.argv[1:] or ["swift", "python"]
    with tempfile.TemporaryDirectory() as directory:
        cases = Cases(directory)
        sys.exit(1 if sum({"swift": swift, "python": python}[kind](cases) for kind in kinds) else 0)
