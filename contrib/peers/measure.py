"""Runs wiretrace and its peers on one file, in rounds, and prints a table.

CPU is user and system time of the whole tree of processes, as the system counts
it for children that have been waited for. Memory is the most that the tree had at
once (proportional set sizes, looked at five times a second), or what the largest
process had at its peak, if that is more. Each figure is the median of the rounds;
wall and CPU have the least and the most beside it.

What is found: a labelled pair counts if both are in one line of what a peer puts
together. Of wiretrace that is a cluster, or two that a row of links.csv calls copy,
partial, rewrite or update.
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading
import time

from peer import PEERS

HERE = pathlib.Path(__file__).resolve().parent
DERIVED = {"copy", "partial", "rewrite", "derived", "edited", "wire"}


def tree(root):
    """The processes of a tree that there are now."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                stat = pathlib.Path("/proc", name, "stat").read_text()
            except OSError:
                continue
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(name))
    found, rest = [], [root]
    while rest:
        found.append(rest.pop())
        rest += children.get(found[-1], [])
    return found


def memory(pids):
    total = 0
    for pid in pids:
        try:
            for line in pathlib.Path("/proc", str(pid), "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
        except OSError:
            pass  # it has ended
    return total


def run(command):
    """Returns wall seconds, CPU seconds and peak bytes of a command."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=HERE)
    peak, ended = 0, threading.Event()
    said = []
    listener = threading.Thread(target=lambda: said.append(process.stderr.read()))
    listener.start()

    def watch():
        nonlocal peak
        while not ended.wait(0.2):
            peak = max(peak, memory(tree(process.pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    listener.join()
    if process.returncode not in (0, 3):  # 3: wiretrace has written its report, some inputs could not be read
        raise RuntimeError(f"{command[:3]}: exit status {process.returncode}: {said[0].decode(errors='replace')[-1500:]}")
    return wall, usage.ru_utime + usage.ru_stime, max(peak, usage.ru_maxrss * 1024)


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        yield from csv.DictReader(f)


def together(report):
    """What a report puts together, in the form of a peer's output."""
    csv.field_size_limit(1 << 30)
    clusters = {}
    for row in table(report / "report.csv"):
        if row["cluster"]:
            clusters.setdefault(row["cluster"], []).append(row["article"])
    yield from clusters.values()
    for row in table(report / "links.csv"):
        if row["source_article"] and row["relation"] in ("copy", "partial", "rewrite", "update"):
            yield [row["article"], row["source_article"]]


def labelled(path):
    """Returns the pairs that derive from each other, and those that do not."""
    derived, others = set(), set()
    text = path.read_text(encoding="utf-8")
    if text.startswith("{"):
        for line in text.splitlines():
            t = json.loads(line)
            if t["kind"] in DERIVED:
                derived.add((t["article"], t["source"]))
    else:
        for row in csv.DictReader(text.splitlines(), delimiter="\t"):
            (derived if row["relation"] in DERIVED else others).add((row["a"], row["b"]))
    return derived, others


def count(pairs, groups):
    """How many of the pairs are together in a group."""
    wanted = {name for pair in pairs for name in pair}
    of = {}
    for n, group in enumerate(groups):
        for name in group:
            if name in wanted:
                of.setdefault(name, set()).add(n)
    return sum(1 for a, b in pairs if of.get(a, set()) & of.get(b, set()))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--wiretrace", required=True)
    p.add_argument("--work", type=pathlib.Path, required=True)
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--peers", default=" ".join(PEERS), help="names, parted by spaces")
    p.add_argument("--pairs", type=pathlib.Path)
    p.add_argument("file", type=pathlib.Path)
    a = p.parse_args()

    report, stats = a.work / "report", a.work / "stats.json"
    wiretrace = [a.wiretrace, "run", "--quiet", "--no-html", "--temp", str(a.work), "--out", str(report), "--stats", str(stats), str(a.file)]
    programs = {"wiretrace": wiretrace}
    for name in a.peers.split():
        programs[name] = [sys.executable, str(HERE / "peer.py"), name, str(a.file), str(a.work / f"{name}.found")]
    figures, grouped, failed = {}, [], {}
    for n in range(a.rounds):
        for name, command in programs.items():
            if name in failed:
                continue
            print(f"round {n + 1} of {a.rounds}: {name}", file=sys.stderr, flush=True)
            if name == "wiretrace":
                shutil.rmtree(report, ignore_errors=True)
            try:
                figures.setdefault(name, []).append(run(command))
            except RuntimeError as e:
                failed[name] = e
                continue
            if name == "wiretrace":
                steps = {s["step"]: s for s in json.loads(stats.read_text())["steps"]}
                grouped.append([sum(steps[s][f] for s in ("reading", "grouping")) for f in ("seconds", "cpu_seconds")] + [steps["grouping"]["peak_bytes"]])
    figures = {k: v for k, v in figures.items() if k not in failed}

    derived, others = labelled(a.pairs) if a.pairs else (set(), set())
    lines = sum(1 for _ in a.file.open("rb"))
    print(f"{lines} articles, {a.file.stat().st_size / 1e6:.0f} MB; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {a.rounds} rounds")
    print(f"{'':26} {'wall s':>20} {'CPU s':>20} {'peak MB':>9} {'found of ' + str(len(derived)):>14} {'in error of ' + str(len(others)):>18}")

    def row(name, rounds, groups):
        cells = []
        for i in (0, 1):
            x = sorted(r[i] for r in rounds)
            cells.append(f"{statistics.median(x):8.1f} ({x[0]:.1f} to {x[-1]:.1f})")
        peak = statistics.median(r[2] for r in rounds) / 1e6
        found = wrong = ""
        if groups is not None and a.pairs:
            groups = list(groups)
            n = count(derived, groups)
            found = f"{n} ({100 * n / max(len(derived), 1):.1f} %)"
            wrong = str(count(others, groups)) if others else ""
        print(f"{name:26} {cells[0]:>20} {cells[1]:>20} {peak:9.0f} {found:>14} {wrong:>18}")

    for name, rounds in figures.items():
        if name == "wiretrace":
            row("wiretrace, whole report", rounds, together(report))
            row("  its reading, grouping", grouped, None)
            continue
        with open(a.work / f"{name}.found", encoding="utf-8") as f:
            row(name, rounds, (line.rstrip("\n").split("\t") for line in f))
    for name, e in failed.items():
        print(f"{name}: {e}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
