#!/usr/bin/env python3
"""Writes hostile inputs into folders hostile-NAME below the folder given: the shapes
that took a program like this one too much time, memory, disk or rows."""
import gzip
import json
import os
import random
import sys

work = sys.argv[1]
rng = random.Random(7)


def folder(name):
    path = os.path.join(work, "hostile-" + name)
    os.makedirs(path, exist_ok=True)
    return path


def copies(name, text):
    """Two texts that share everything but one sentence each."""
    path = folder(name)
    for file, content in (("a.txt", text + " The harbour of Kelmouth stays open."), ("b.txt", "Ferries will run to the islands. " + text)):
        with open(os.path.join(path, file), "w", encoding="utf-8") as f:
            f.write(content)


def words(n, letters=6):
    return " ".join("".join(rng.choices("abcdefghij", k=letters)) for _ in range(n))


copies("credits", "told Reuters, via Voz, citing The Telegraph, " * 60_000)
copies("quotes", "“The harbour stays open,” she said. " * 75_000)
copies("open-quotes", "“a " * 600_000)
copies("capitals", "HARBOUR KELMOUTH FERRY " * 120_000)
copies("one-word", "harbour " * 360_000)
copies("one-line", words(400_000))
copies("short-lines", "a\n" * 1_500_000)
copies("no-spaces", "ab" * 1_500_000)
copies("digits", "123456 " * 400_000)
copies("dates", "17 August 2024, Monday " * 130_000)
copies("two-letters", "".join(("A" if i % 2 else "b") + c + " " for i, c in enumerate(rng.choices("abcdefgh", k=900_000))))
copies("largest", words(1_190_000))
copies("han", "港口保持开放" * 160_000)

# A dozen texts just below the limit of a record, and as many that 200 MiB can hold.
for name, n in (("many-largest", 1_190_000), ("many-large", 300_000)):
    path = folder(name)
    for i in range(12):
        with open(os.path.join(path, f"{i}.txt"), "w", encoding="utf-8") as f:
            f.write(words(n))

with gzip.open(os.path.join(folder("bad-lines"), "flood.jsonl.gz"), "wb", 9) as z:
    for _ in range(10):
        z.write(b'{"text":""}\n' * 50_000)

with open(os.path.join(folder("names"), "names.jsonl"), "w", encoding="utf-8") as f:
    for i in range(20):
        long = f"Kelmouth Observer {i}, " * 40_000
        f.write(json.dumps({"id": long, "title": long, "outlet": long, "byline": long, "text": words(200)}) + "\n")

page = folder("pages")
for name, unit in (("paragraphs", "<p>x y</p>"), ("nested", "<div>"), ("bold", "<b>a"), ("sentences", "<p>The mayor of Kelmouth opened the harbour on Monday.</p>")):
    with open(os.path.join(page, name + ".html"), "w", encoding="utf-8") as f:
        f.write("<html><head><title>Harbour</title></head><body><article>" + unit * (3_000_000 // len(unit)) + "</article></body></html>")
