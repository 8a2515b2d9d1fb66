#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts what the release build executes for each entry, on a fixed input, and holds it to what is written down.

    python3 Benchmarks/instructions.py DIRECTORY-WITH-THE-BINARIES [--write]

Times differ from run to run and from machine to machine; the number of instructions hardly does. Each row is counted by
callgrind over a whole run of the program, less a run that does all but the row's work, and divided by the entries:

    replay        starting on a ledger: read, check the hash, decode, fold
    append        a call with one entry, from its frame to its reply, with its commit
    append, bulk  one call with many entries
    verify        jvctl verify of an export: split, decode, hash, compare

`instructions.json` beside this file holds the numbers. More than ALLOWANCE above them fails: either mend what grew, or
say in the commit why it had to, with the numbers that --write puts there. More than that below them fails too, so that what
was won is kept. Allocations are calls of malloc and its like. Needs valgrind, and Linux on x86-64 for the numbers to
hold.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ALLOWANCE = 0.10
REPLAYED, SINGLE, BULK = 2000, 200, 1000
NUMBERS = pathlib.Path(__file__).with_name("instructions.json")
NOBODY = 65534
PROVIDE = {
    "type": "organisation.registered", "subject": "organisation/provide", "data": {"title": "Provide", "kind": "provider"},
}
ALLOCATORS = re.compile(r"malloc|calloc|realloc|posix_memalign|aligned_alloc|memalign")


def finding(number):
    data = {"org": "provide", "outcome": "success", "title": f"Visit {number:08}: what one team had missed was found by both"}
    return {
        "type": "finding.recorded", "subject": f"finding/F-{number:08}", "id": f"finding-{number:08}",
        "streamVersion": 0, "occurred": {"date": "2019-05-14"}, "data": data,
    }


def call(entries):
    return json.dumps({"method": "io.jvledger.Ledger.Record", "parameters": {"entries": entries}}).encode() + b"\0"


def record(numbers):
    return call([finding(number) for number in numbers])


class Place:
    """A directory with a ledger that root and whoever records can use, and the programs."""

    def __init__(self, directory, binaries):
        self.directory = pathlib.Path(directory)
        for name in ("jvledgerd", "jvctl"):
            # Without what callgrind need not know, and cannot read of Swift's compiler.
            command = ["strip", "--strip-debug", "-o", self.directory / name, pathlib.Path(binaries) / name]
            subprocess.run(command, check=True)
        self.user = [] if os.getuid() else ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        uid = os.getuid() or NOBODY
        (self.directory / "policy.yaml").write_text(
            f"users:\n  {uid}:\n    roles: [reader, recorder, auditor]\n    for: [provide]\n"
        )
        # As little of the self-check as can be: how much of it falls into a run is chance.
        (self.directory / "config.yaml").write_text(
            "selfCheck:\n  bytesPerSecond: 65536\nlogLevel: critical\n"
            "limits:\n  bytesPerSecondPerUser: 1073741824\n  entriesPerSecondPerUser: 1000000\n"
        )
        if self.user:
            os.chown(self.directory, NOBODY, NOBODY)
        said = self.run(["init", "count", "--administrator", "root"] + self.places("empty")).decode()
        (self.directory / "key").write_text(re.search(r"Public key\W+(\S+)", said)[1] + "\n")

    def places(self, state):
        return [
            "--state-directory", self.directory / state, "--policy", self.directory / "policy.yaml",
            "--config", self.directory / "config.yaml",
        ]

    def run(self, arguments, program="jvledgerd", under=(), input=b"", **environment):
        command = self.user + list(under) + [self.directory / program] + arguments
        environment = {"PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no", **environment}
        done = subprocess.run(command, input=input, capture_output=True, env=environment, cwd=self.directory)
        if done.returncode:
            sys.exit(f"{command}: status {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    def serve(self, state, calls=b"", under=()):
        """Serves standard input and output to its end; every call must be answered without an error."""
        said = self.run(
            ["--instance", "count"] + self.places(state), under=under, input=calls, SYSTEMD_VARLINK_LISTEN="-"
        )
        replies = [json.loads(reply) for reply in said.split(b"\0") if reply]
        wrong = [reply for reply in replies if "error" in reply]
        if wrong or len(replies) != calls.count(b"\0"):
            sys.exit(f"{len(replies)} replies: {wrong[:1]}")

    def copy(self, state):
        target = self.directory / "copy"
        shutil.rmtree(target, ignore_errors=True)
        self_made = subprocess.run(self.user + ["cp", "-a", self.directory / state, target])
        self_made.check_returncode()
        return "copy"

    def count(self, body):
        """The instructions and allocations of what a body runs under the tools that it is given."""
        file = self.directory / "counted"
        file.unlink(missing_ok=True)
        body(["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={file}"])
        return counted(file.read_text(errors="replace"))


def counted(profile):
    instructions = int(re.search(r"^(?:summary|totals): (\d+)", profile, re.MULTILINE)[1])
    allocations, names, callee = 0, {}, ""
    for line in profile.splitlines():
        if line.startswith("cfn="):
            number, _, name = line[4:].partition(" ")
            callee = names.setdefault(number, name)
        elif line.startswith("fn="):
            number, _, name = line[3:].partition(" ")
            names.setdefault(number, name)
        elif line.startswith("calls=") and ALLOCATORS.fullmatch(callee):
            allocations += int(line[6:].split()[0])
    return instructions, allocations


def measure(place):
    def serving(state, calls=b""):
        return place.count(lambda tool: place.serve(place.copy(state), calls, tool))

    def jvctl(arguments):
        return place.count(lambda tool: place.run(arguments, "jvctl", tool))

    def each(whole, rest, entries):
        names = ("instructions", "allocations")
        return {name: round((one - other) / entries, 1) for name, one, other in zip(names, whole, rest)}

    place.serve("empty", call([PROVIDE]))
    place.copy("empty")
    shutil.move(place.directory / "copy", place.directory / "full")
    place.serve("full", record(range(REPLAYED)))
    empty = serving("empty")
    rows = {
        "replay": each(serving("full"), empty, REPLAYED),
        "append": each(serving("empty", b"".join(record([number]) for number in range(SINGLE))), empty, SINGLE),
        "append, bulk": each(serving("empty", record(range(BULK))), empty, BULK),
    }
    export(place)
    verify = jvctl(["verify", "export.jsonl", "--key", "key"])
    rows["verify"] = each(verify, jvctl(["--version"]), REPLAYED + 2)
    return rows


def export(place):
    """An export of the full ledger, which only a daemon with a socket gives."""
    daemon = subprocess.Popen(
        place.user + [place.directory / "jvledgerd", "--instance", "count", "--socket", "socket"] + place.places("full"),
        cwd=place.directory, stderr=subprocess.DEVNULL,
    )
    try:
        while not (place.directory / "socket").exists():
            if daemon.poll() is not None:
                sys.exit("the daemon ended")
            time.sleep(0.01)
        place.run(["export", "--socket", "socket", "export.jsonl"], "jvctl")
    finally:
        daemon.terminate()
        daemon.wait()


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    with tempfile.TemporaryDirectory(dir="/var/tmp") as directory:
        rows = measure(Place(directory, arguments[0]))
    if "--write" in sys.argv:
        NUMBERS.write_text(json.dumps(rows, indent=2) + "\n")
    written, failed = json.loads(NUMBERS.read_text()), False
    for row, numbers in rows.items():
        for name, number in numbers.items():
            change = number / written[row][name] - 1
            verdict = "" if abs(change) <= ALLOWANCE else "  MORE" if change > 0 else "  LESS: --write keeps what was won"
            failed = failed or bool(verdict)
            print(f"{row:13} {number:12,.1f} {name} an entry ({change:+.1%}){verdict}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
