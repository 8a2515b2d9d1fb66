# SPDX-License-Identifier: Apache-2.0
"""Reads what `jvctl export --format` wrote with tools that others made, and prints what was found, a fact a line.

    interchange.py cloudevents ENTRIES.jsonl BATCH.json
    interchange.py csv DIRECTORY
    interchange.py graphml FILE
    interchange.py dot FILE.json                # what dot -Tdot_json makes of a drawing
    interchange.py madr DIRECTORY               # as log4brains reads decision records, by its rules
"""
import csv
import json
import pathlib
import re
import sys


def cloudevents(lines, batch):
    from cloudevents.core.formats.json import JSONFormat

    texts = pathlib.Path(lines).read_bytes().splitlines()
    members = json.loads(pathlib.Path(batch).read_bytes())
    assert isinstance(members, list)
    assert [json.loads(text) for text in texts] == members
    identities = set()
    for text, member in zip(texts, members):
        for bytes_ in (text, json.dumps(member).encode()):
            event = JSONFormat().read(None, bytes_)
            assert event.get_specversion() == "1.0" and event.get_data() == member["data"]
        identities.add((event.get_source(), event.get_id()))
    assert len(identities) == len(texts), "source and id are not unique"
    print("events", len(texts))
    print("kinds", len({json.loads(text)["type"] for text in texts}))


def tables(directory):
    for path in sorted(pathlib.Path(directory).iterdir()):
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file, strict=True))
        header = rows[0]
        assert len(set(header)) == len(header), f"{path}: a name occurs twice"
        for row in rows[1:]:
            assert len(row) == len(header), f"{path}: {row}"
            for field in row:
                assert re.match(r"-?\d+(\.\d+)?$", field) or field[:1] not in tuple("=+-@\t\r\n"), field
        assert path.read_bytes().endswith(b"\r\n")
        print(path.stem, len(rows) - 1)


def graphml(path):
    import networkx

    graph = networkx.read_graphml(path)
    print("directed", graph.is_directed())
    print("nodes", graph.number_of_nodes())
    print("edges", graph.number_of_edges())
    for _, node in sorted(graph.nodes(data=True)):
        print("node", node["kind"], node["label"], node["group"], node["silent"])
    for source, target, edge in sorted(graph.edges(data=True)):
        print("edge", source, target, edge["weight"], edge["entries"])


def dot(path):
    drawing = json.loads(pathlib.Path(path).read_text())
    objects = drawing["objects"]
    nodes = [one for one in objects if "nodes" not in one and not one["name"].startswith("cluster")]
    print("directed", drawing["directed"])
    print("nodes", len(nodes))
    print("edges", len(drawing.get("edges", [])))
    for node in sorted(nodes, key=lambda one: one["name"]):
        print("node", json.dumps(node["label"], ensure_ascii=False))


def inline(token):
    """The text that is shown, without marks; a link shows its text."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children
        if child.type in ("text", "text_special", "softbreak", "hardbreak", "code_inline")
    )


def madr(directory):
    from markdown_it import MarkdownIt

    for path in sorted(pathlib.Path(directory).iterdir()):
        tokens = MarkdownIt("js-default").parse(path.read_text(encoding="utf-8"))
        headings, metadata, list_open = [], {}, None
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                headings.append((token.tag, inline(tokens[index + 1])))
            # The metadata are the first list among the siblings before the first h2.
            before_sections = not any(tag == "h2" for tag, _ in headings)
            if before_sections and token.type == "bullet_list_open" and list_open is None:
                list_open = True
            elif token.type == "bullet_list_close" and list_open:
                list_open = False
            elif list_open and token.type == "inline":
                match = re.match(r"^\s*(\w+)\s*:\s*(.*)$", inline(token))
                if match:
                    metadata[match.group(1).lower()] = match.group(2).strip()
            assert token.type not in ("html_block", "fence", "code_block", "blockquote_open", "table_open") or (
                token.type == "html_block" and token.content.startswith("<!-- Nothing is recorded. -->")
            ), f"{path}: {token}"
        title = [text for tag, text in headings if tag == "h1"]
        assert len(title) == 1, f"{path}: {headings}"
        print(path.stem, metadata.get("status"), "|", metadata.get("date"), "|", title[0])
        print(" ", "; ".join(text for tag, text in headings if tag == "h2"))
        links = re.findall(r"\]\((D-\d+\.md)\)", path.read_text(encoding="utf-8"))
        for link in links:
            assert (path.parent / link).exists(), f"{path}: {link} leads nowhere"


{"cloudevents": cloudevents, "csv": tables, "graphml": graphml, "dot": dot, "madr": madr}[sys.argv[1]](*sys.argv[2:])
