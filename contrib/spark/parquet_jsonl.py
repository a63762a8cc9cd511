#!/usr/bin/env python3
"""Rewrites Parquet files as JSON lines, which wiretrace reads: one object a row, with the columns as its fields.

    parquet_jsonl.py OUT PATH...

Each file x.parquet of the paths becomes OUT/N/.../x.parquet.jsonl, N being the place of its path; other files become
links. OUT, if it is of an earlier call, is emptied first. Prints the paths to be read in the place of those given. Needs pyarrow.
"""

import datetime
import decimal
import json
import math
import os
import shutil
import sys


def plain(value):
    """Returns a value as JSON has it: times as ISO 8601, bytes as text, no number as null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return value.decode(errors="replace")
    if isinstance(value, (decimal.Decimal, datetime.timedelta)):
        return str(value)
    return value


def rewrite(files):
    """Writes the rows of one Parquet file, some at a time, in order; the file is whole whenever it is seen."""
    import pyarrow.parquet

    source, target = files
    os.makedirs(os.path.dirname(target), exist_ok=True)
    part = f"{target}.{os.getpid()}.new"
    with open(part, "w", encoding="utf-8") as out:
        for batch in pyarrow.parquet.ParquetFile(source).iter_batches(batch_size=1024):
            for row in batch.to_pylist():
                out.write(json.dumps(plain(row), ensure_ascii=False) + "\n")
    os.rename(part, target)


def convert(paths, out, each):
    """Rewrites what is Parquet among the files of some paths, and returns the paths to be read in their place. each calls a
    function for each item of a list, in any order, where it likes."""
    mark = os.path.join(out, ".parquet_jsonl")
    if os.path.isdir(out) and os.listdir(out):
        if not os.path.exists(mark):
            sys.exit(f"{out}: it is not empty, nor a folder of rewritten files")
        shutil.rmtree(out)
    work, read = [], []
    for n, path in enumerate(paths):
        folder = os.path.isdir(path)
        files = [os.path.join(d, f) for d, _, list in os.walk(path) for f in list] if folder else [path]
        if not any(f.endswith(".parquet") for f in files):
            read.append(path)
            continue
        top = os.path.join(out, str(n))
        for f in files:
            target = os.path.join(top, os.path.relpath(f, path) if folder else os.path.basename(f))
            if f.endswith(".parquet"):
                work.append((f, target + ".jsonl"))
            else:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.symlink(os.path.abspath(f), target)
        read.append(top if folder else os.path.join(top, os.path.basename(path) + ".jsonl"))
    if work:
        os.makedirs(out, exist_ok=True)
        open(mark, "w").close()
        each(rewrite, work)
    return read


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print("\n".join(convert(sys.argv[2:], sys.argv[1], lambda f, files: [f(x) for x in files])))
