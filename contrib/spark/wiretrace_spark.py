#!/usr/bin/env python3
"""Runs wiretrace on Apache Spark: the report is the one that `wiretrace run` writes.

    wiretrace_spark.py --bin wiretrace --work /shared/work --out report PATH... [-- FLAGS of wiretrace run]

It does three things: it parts, it joins and it loops. What there is to do at all it asks
the program (`wiretrace step plan`), which also does all work on articles (`wiretrace step
NAME`, one process a task). Blocks come from files of the folder --work, which all machines
must see at the same path, through Spark's shuffle, which brings those of a part together and
sorts them, to the standard input of a task; what the task writes goes to files of --work
again, which are renamed when they are whole. A task that fails, or whose machine is lost, is
done again by Spark and writes the same files.

The paths, and the program, must be at the same place on all machines as well. Each task
compares the program's hash with that in the run's manifest, and refuses another.
"""

import argparse
import hashlib
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time

HEAD = "<3sBBBHIII"  # "wtb", version, kind, 0, length of the order, part, rows, length of the data
HEAD_BYTES = struct.calcsize(HEAD)
CHECKSUM = 8
COUNT = 0


def frames(stream):
    """Yields (kind, part, order, frame) of a stream of blocks."""
    while True:
        head = stream.read(HEAD_BYTES)
        if not head:
            return
        if len(head) < HEAD_BYTES:
            raise IOError("a stream of blocks is cut short")
        magic, version, kind, _, order, part, _, size = struct.unpack(HEAD, head)
        if magic != b"wtb" or version != 1:
            raise IOError("not blocks of version 1")
        body = stream.read(order + size + CHECKSUM)
        if len(body) < order + size + CHECKSUM:
            raise IOError("a stream of blocks is cut short")
        yield kind, part, body[:order], head + body


def blocks_read(count):
    """Returns how many blocks a task says it has read, by the frame at the end of its output."""
    data = count[HEAD_BYTES : -CHECKSUM]
    numbers, n, shift = [], 0, 0
    for b in data:
        n |= (b & 0x7F) << shift
        shift += 7
        if b < 0x80:
            numbers.append(n)
            n, shift = 0, 0
    return numbers[2]


hashes = {}


def hash_of(path):
    stat = os.stat(path)
    key = (path, stat.st_mtime_ns, stat.st_size)
    if key not in hashes:
        with open(path, "rb") as f:
            hashes[key] = hashlib.sha256(f.read()).hexdigest()
    return hashes[key]


class Task:
    """What one task of a stage does; it is sent to whoever runs it."""

    def __init__(self, stage, manifest, work, flags, tasks, kinds, lose):
        self.stage, self.manifest, self.work, self.flags = stage, manifest, work, flags
        self.tasks, self.kinds, self.lose = tasks, kinds, lose

    def __call__(self, index, rows):
        first = next(rows, None)
        if first is None and not (self.stage.get("alone") and index == 0):
            return
        if self.lose and index == self.tasks - 1:
            lose_executor(self.work)
        binary = self.manifest["binary"]
        found = hash_of(binary)
        if found != self.manifest["sha256"]:
            raise RuntimeError(f"{binary} is not the program that began this run: its hash is {found}, not {self.manifest['sha256']}")
        name = self.stage["stage"]
        command = [binary, "step", self.stage["step"], "--uncounted", "--side", os.path.join(self.work, name, "side"), *self.flags]
        log = tempfile.TemporaryFile()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        sent = [0]

        def feed():
            try:
                if first is not None:
                    process.stdin.write(first[1])
                    sent[0] += 1
                for _, frame in rows:
                    process.stdin.write(frame)
                    sent[0] += 1
            except BrokenPipeError:
                pass  # it says why by its exit status
            except Exception:
                process.kill()
                raise
            finally:
                try:
                    process.stdin.close()
                except BrokenPipeError:
                    pass

        feeder = threading.Thread(target=feed)
        feeder.start()
        files, counts, read = {}, {}, None
        for kind, _, _, frame in frames(process.stdout):
            if kind == COUNT:
                read = blocks_read(frame)
                continue
            if kind not in files:
                folder = os.path.join(self.work, name, self.kinds[kind])
                os.makedirs(folder, exist_ok=True)
                files[kind] = tempfile.NamedTemporaryFile(dir=folder, prefix=".new-", delete=False)
            files[kind].write(frame)
            counts[kind] = counts.get(kind, 0) + 1
        feeder.join()
        status = process.wait()
        if status != 0 or read != sent[0]:
            log.seek(0)
            said = log.read().decode(errors="replace").strip()
            for f in files.values():
                os.unlink(f.name)
            raise RuntimeError(f"{name}, task {index}: exit status {status}, {read} of {sent[0]} blocks read: {said}")
        for kind, f in files.items():
            f.close()
            os.chmod(f.name, 0o644)
            os.rename(f.name, os.path.join(os.path.dirname(f.name), f"{index:06}"))
        usage = resources()
        yield {"task": index, "read": read, "written": {self.kinds[k]: n for k, n in counts.items()}, **usage}


def resources():
    import resource

    r = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"peak_bytes": r.ru_maxrss * 1024}


def lose_executor(work):
    """Kills the Java process that this task runs in, once in a run: for tests of what happens then."""
    try:
        os.close(os.open(os.path.join(work, "lost"), os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    pid = os.getpid()
    while True:
        with open(f"/proc/{pid}/stat") as f:
            pid = int(f.read().rpartition(")")[2].split()[1])
        with open(f"/proc/{pid}/cmdline") as f:
            if "CoarseGrainedExecutorBackend" in f.read():
                os.kill(pid, signal.SIGKILL)
                time.sleep(60)
        if pid <= 1:
            return  # no executor of its own


def cpu_seconds():
    """Returns the CPU time of this run so far where all of it is on this machine: of the Java process that began it and all
    below it, those that have ended too; 0 where the system does not tell."""
    try:
        of, below = {}, {}
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/stat") as f:
                    fields = f.read().rpartition(")")[2].split()
            except OSError:
                continue
            of[int(pid)] = sum(map(int, fields[11:15]))
            below.setdefault(int(fields[1]), []).append(int(pid))
        total, todo = 0, [os.getppid()]
        while todo:
            pid = todo.pop()
            total += of.get(pid, 0)
            todo += below.get(pid, [])
        return round(total / os.sysconf("SC_CLK_TCK"), 1)
    except OSError:
        return 0


def part_files(work, dataset):
    folder = os.path.join(work, *dataset.split("/"))
    if not os.path.isdir(folder):
        return []
    return [os.path.join(folder, f) for f in sorted(os.listdir(folder)) if not f.startswith(".")]


def read_file(path):
    with open(path, "rb", buffering=1 << 20) as f:
        for kind, part, order, frame in frames(f):
            if kind != COUNT:
                yield (part, kind, order), frame


def scattered(key, tasks):
    return (key[0] * 2654435761 >> 8) % tasks


class Run:
    def __init__(self, context, args):
        self.context, self.args = context, args
        self.stats = []
        self.tasks = args.tasks or context.defaultParallelism * 2
        self.plan = json.loads(self.ask("plan"))
        self.kinds = self.ask("kinds").decode().split()
        self.manifest = {
            "binary": args.bin, "sha256": hash_of(args.bin), "version": subprocess.check_output([args.bin, "version"]).decode().strip(),
            "flags": args.flags, "paths": args.paths, "tasks": self.tasks, "spark": context.version, "master": context.master,
        }
        path = os.path.join(args.work, "manifest.json")
        if os.path.exists(path):
            with open(path) as f:
                before = json.load(f)
            if before["sha256"] != self.manifest["sha256"]:
                sys.exit(f"{path}: this work was begun by another program (sha256 {before['sha256']}); take that one, or another folder")
            shutil.rmtree(args.work)
        os.makedirs(os.path.join(args.work, "input"))
        with open(path, "w") as f:
            json.dump(self.manifest, f, indent=2)

    def ask(self, *what):
        return subprocess.check_output([self.args.bin, "step", *what])

    def run(self):
        with open(os.path.join(self.args.work, "input", "0"), "wb") as f:
            f.write(self.ask("input", "--tasks", str(self.tasks), *self.args.paths))
        self.stages(self.plan)
        with open(os.path.join(self.args.work, "stages.json"), "w") as f:
            json.dump({"cpu_seconds": cpu_seconds(), "stages": self.stats}, f, indent=1)

    def stages(self, stages):
        for s in stages:
            if "loop" not in s:
                self.stage(s)
                continue
            asks = s["until"].split("/")[0]
            while True:
                before = [x for x in s["loop"] if x["stage"] == asks]
                self.stages(before)
                if not part_files(self.args.work, s["until"]):
                    break
                self.stages([x for x in s["loop"] if x["stage"] != asks])

    def stage(self, s):
        name, work = s["stage"], self.args.work
        began = time.time()
        files = [f for d in s.get("in", []) for f in part_files(work, d)]
        # What a loop wrote the last time is replaced, but for verdicts, which add up.
        round_ = 0
        for kind in os.listdir(os.path.join(work, name)) if os.path.isdir(os.path.join(work, name)) else []:
            folder = os.path.join(work, name, kind)
            if kind == "verdicts":
                round_ = len(os.listdir(folder))
                for f in os.listdir(folder):
                    if not f.startswith("kept-"):
                        os.rename(os.path.join(folder, f), os.path.join(folder, f"kept-{round_}-{f}"))
            else:
                shutil.rmtree(folder)
        side = os.path.join(work, name, "side")
        os.makedirs(side)
        for d in s.get("side", []):
            self.side(d, os.path.join(side, d.split("/")[1]))
        tasks = 1 if s.get("alone") else self.tasks
        task = Task(s, self.manifest, work, self.args.flags + ["--out", self.args.out], tasks, self.kinds, self.args.lose == name)
        rows = self.context.parallelize(files, max(1, min(len(files), self.tasks))).flatMap(read_file)
        rows = rows.repartitionAndSortWithinPartitions(tasks, lambda key: scattered(key, tasks))
        done = rows.mapPartitionsWithIndex(task).collect()
        self.stats.append({
            "stage": name, "seconds": round(time.time() - began, 2), "tasks": len(done), "blocks": sum(d["read"] for d in done),
            "peak_bytes": max([d["peak_bytes"] for d in done], default=0),
            "bytes": {k: sum(os.path.getsize(f) for f in part_files(work, f"{name}/{k}")) for k in sorted({k for d in done for k in d["written"]})},
        })
        print(f"{name}: {len(done)} tasks, {self.stats[-1]['seconds']} s", file=sys.stderr, flush=True)

    def side(self, dataset, path):
        files = part_files(self.args.work, dataset)
        with open(path, "wb") as out:
            sort = subprocess.Popen([self.args.bin, "step", "sort", "--uncounted"], stdin=subprocess.PIPE, stdout=out)
            for f in files:
                with open(f, "rb") as part:
                    shutil.copyfileobj(part, sort.stdin)
            sort.stdin.close()
            if sort.wait() != 0:
                raise RuntimeError(f"{dataset}: its side file could not be made")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bin", default="wiretrace", help="the program, at the same place on all machines")
    p.add_argument("--work", required=True, help="folder that all machines see; emptied first if it is that of an earlier run")
    p.add_argument("--out", required=True, help="folder of the report")
    p.add_argument("--tasks", type=int, default=0, help="tasks of a stage (default: twice what Spark would take)")
    p.add_argument("--lose", default="", help=argparse.SUPPRESS)  # the stage at which a task kills its executor, in tests
    argv, flags = sys.argv[1:], []
    if "--" in argv:
        argv, flags = argv[: argv.index("--")], argv[argv.index("--") + 1 :]
    p.add_argument("paths", nargs="+", metavar="PATH")
    args = p.parse_args(argv)
    args.flags = ["--began", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), *flags]
    args.bin = os.path.abspath(shutil.which(args.bin) or args.bin)
    args.work, args.out = os.path.abspath(args.work), os.path.abspath(args.out)
    args.paths = [os.path.abspath(path) for path in args.paths]

    from pyspark import SparkContext

    context = SparkContext(appName="wiretrace")
    context.setLogLevel("ERROR")
    try:
        Run(context, args).run()
    finally:
        context.stop()


if __name__ == "__main__":
    main()
