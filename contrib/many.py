#!/usr/bin/env python3
"""Runs over 2,000, 4,000 and 8,000 articles of one kind, and prints CPU seconds and
the peak of memory: contrib/many.py BINARY FOLDER [KIND...]. Times twice as long for
twice as many are right."""
import json
import os
import random
import subprocess
import sys

binary, work = sys.argv[1:3]
rng = random.Random(3)
vocabulary = ["".join(rng.choices("abcdefghijklmnoprstu", k=rng.randint(3, 9))) for _ in range(20_000)]


def prose(n):
    """n words in sentences of 15."""
    return " ".join(" ".join(rng.choices(vocabulary, k=15)).capitalize() + "." for _ in range(n // 15))


story = prose(300)


def changed():
    words = story.split()
    for _ in range(12):
        words[rng.randrange(len(words))] = rng.choice(vocabulary)
    return " ".join(words)


saying = " “We shall keep the harbour of Kelmouth open through the whole of the long winter,” Anna Haldane said. "
# Of each kind the outlet and the text of article i.
kinds = {
    "copies": lambda i: (f"Outlet {i % 50}", story),
    "near-copies": lambda i: (f"Outlet {i % 50}", story + " " + prose(30)),
    "changed": lambda i: (f"Outlet {i % 50}", changed()),
    "agency": lambda i: (f"Outlet {i}", ("KELMOUTH (AP) - " if i % 2 else "") + story),
    "release": lambda i: (f"Outlet {i}", f"The harbour stays open, the {vocabulary[i % 5000].capitalize()} County Sheriff's Office said in a news release. " + story),
    "versions": lambda i: ("Kelmouth Lantern", story + " " + prose(30)),
    "parts": lambda i: (f"Outlet {i % 50}", story if i % 2 else story[:900] + " " + prose(200)),
    "one-outlet": lambda i: ("Kelmouth Lantern", prose(300)),
    "one-house": lambda i: (f"Outlet {i % 50}", "The mayor resigned, The Guardian reported on Monday. " + prose(300)),
    "one-title": lambda i: (f"Outlet {i % 50}", "Kelmouth Harbour stays open all winter.\n\n" + prose(300)),
    "one-quotation": lambda i: (f"Outlet {i % 50}", prose(150) + saying + prose(150)),
    "one-foot": lambda i: ("Kelmouth Lantern", prose(200) + "\n\n" + story),
}
for kind in sys.argv[3:] or kinds:
    for n in (2000, 4000, 8000):
        rng.seed(5)
        path, stats, out = (os.path.join(work, name) for name in ("many.jsonl", "many.json", "many-report"))
        with open(path, "w", encoding="utf-8") as f:
            for i in range(n):
                outlet, text = kinds[kind](i)
                day = f"2026-03-{1 + i % 3:02}T{i * 7 % 24:02}:{i % 60:02}:00Z"
                title = " ".join(rng.choices(vocabulary, k=6)) if kind.startswith("one-") and kind != "one-title" else "Harbour stays open"
                f.write(json.dumps({"id": f"a{i}", "outlet": outlet, "published": day, "title": title, "text": text}) + "\n")
        subprocess.run([binary, "run", "-q", "--stats", stats, "--out", out, path], check=True)
        with open(stats, encoding="utf-8") as f:
            s = json.load(f)
        print(f"| {kind} | {n} | {s['cpu_seconds']:.1f} | {s['peak_bytes'] / 2**20:.0f} |", flush=True)
