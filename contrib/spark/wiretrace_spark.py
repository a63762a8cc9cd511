#!/usr/bin/env python3
"""Runs wiretrace on Apache Spark: the report is the one that `wiretrace run` writes.

    wiretrace_spark.py --bin wiretrace --work /shared/work PATH... [-- FLAGS of wiretrace run]

Spark starts the tasks of a stage on its machines, does those again that fail or whose
machine is lost, and waits for them. Which tasks there are it is told by `wiretrace step
next`, which also checks what they left; a task is a process `wiretrace step task`. No
article passes through Spark or Python: tasks leave files in the folder --work, from which
those of later stages read the ranges that are theirs. The program, the paths and --work must
be at the same place on all machines. A run that was interrupted goes on with --resume.

Files of the paths whose names end in .parquet are rewritten as JSON lines first, below
--work.parquet, by parquet_jsonl.py, for which all machines need pyarrow.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time

import parquet_jsonl


# Kills the Java process that a task is started by, once in a run, if it is an executor's own: for tests of what happens then.
LOSE = """
if grep -q CoarseGrainedExecutorBackend /proc/$PPID/cmdline && mkdir "$0.lost" 2>/dev/null; then kill -9 $PPID; sleep 60; fi
exec "$@"
"""


def foreach(context, numbers, command):
    """Starts a process for each number, which has it on its standard input. It is Java that starts them: with a Python process
    between them, as rdd.pipe has it, all tasks of a small run would take two thirds more of CPU time."""
    java = context._jvm.java.util.ArrayList
    lines, words = java(), java()
    for n in numbers:
        lines.add(str(n))
    for word in command:
        words.add(word)
    context._jsc.parallelize(lines, len(numbers)).pipe(words).count()


def run(context, args):
    from py4j.protocol import Py4JJavaError

    def step(*what):
        return subprocess.run([args.bin, "step", *what], stdout=subprocess.PIPE, check=True).stdout.decode().split()

    tasks = args.tasks or context.defaultParallelism * 2
    if not args.resume:
        paths = parquet_jsonl.convert(args.paths, args.work + ".parquet", lambda f, files: context.parallelize(files, len(files)).foreach(f))
        step("begin", "--work", args.work, "--tasks", str(tasks), *args.flags, "--", *paths)
    stage, began = [], time.time()
    while line := step("next", "--work", args.work, "--small", args.small, *stage):
        stage, numbers = line[:1], line[1:]
        command = [args.bin, "step", "task", "--work", args.work, stage[0], "-"]
        if args.lose == stage[0]:
            command = ["sh", "-c", LOSE, args.work, *command]
        try:
            foreach(context, numbers, command)
        except Py4JJavaError as e:
            print(e.java_exception.getMessage(), file=sys.stderr)  # what next says of it is clearer, unless all is done
        print(f"{time.time() - began:7.1f} s  {stage[0]}: {len(numbers)} tasks", file=sys.stderr, flush=True)


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


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bin", default="wiretrace", help="the program, at the same place on all machines")
    p.add_argument("--work", required=True, help="folder that all machines see; emptied first if it is that of an earlier run")
    p.add_argument("--tasks", type=int, default=0, help="tasks of a stage (default: twice as many as Spark runs at a time)")
    p.add_argument("--small", default="16MiB", help="stages that read less are done by this machine at once (default: %(default)s)")
    p.add_argument("--resume", action="store_true", help="go on with the run that --work is of")
    p.add_argument("--lose", default="", help=argparse.SUPPRESS)  # the stage at which a task kills its executor, in tests
    argv, flags = sys.argv[1:], []
    if "--" in argv:
        argv, flags = argv[: argv.index("--")], argv[argv.index("--") + 1 :]
    p.add_argument("paths", nargs="*", metavar="PATH")
    args = p.parse_args(argv)
    args.flags = flags
    args.bin, args.work = os.path.abspath(shutil.which(args.bin) or args.bin), os.path.abspath(args.work)

    from pyspark import SparkContext

    context = SparkContext(appName="wiretrace")
    context.setLogLevel("ERROR")
    context.addPyFile(parquet_jsonl.__file__)
    try:
        run(context, args)
    except subprocess.CalledProcessError as e:
        sys.exit(f"wiretrace_spark.py: {' '.join(e.cmd)}: exit status {e.returncode}")
    finally:
        print(f"CPU of all processes on this machine: {cpu_seconds()} s", file=sys.stderr)
        context.stop()


if __name__ == "__main__":
    main()
