"""Looks for near-duplicates with one library, as its documentation shows it.

    peer.py NAME IN OUT

IN is of JSON lines with id and text. A line of OUT has the ids, parted by tabs,
of articles that the library puts together: two of a pair, or all of a cluster.

Each function is one library's program: parsing the input and making shingles are
part of what a user of it pays, and are done as cheaply as its interface lets one.
"""

import json
import os
import pickle
import re
import struct
import sys
import tempfile

WORDS = int(os.environ.get("WORDS", 5))  # of a shingle
THRESHOLD = float(os.environ.get("THRESHOLD", 0.5))
PERMUTATIONS = 128
# Where a library leaves the bands to its user: as few as let pairs of the threshold
# have more than an even chance. For .5 that is 32 of 4 hashes.
ROWS = max(r for r in (1, 2, 4, 8, 16) if r == 1 or (r / PERMUTATIONS) ** (1 / r) <= THRESHOLD)
BANDS = PERMUTATIONS // ROWS
WORD = re.compile(r"\w+")


def articles(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            record = json.loads(line)
            yield record["id"], record["text"]


def shingles(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[i : i + WORDS]) for i in range(max(len(words) - WORDS + 1, 1))}


def clusters(pairs):
    """What hangs together by pairs of numbers, as lists."""
    parent = {}

    def root(n):
        while parent.setdefault(n, n) != n:
            parent[n] = n = parent[parent[n]]
        return n

    for a, b in pairs:
        parent[root(a)] = root(b)
    found = {}
    for n in list(parent):
        found.setdefault(root(n), []).append(n)
    return found.values()


def rensa(path, out):
    from rensa import RMinHash, RMinHashLSH

    ids, signatures = [], []
    lsh = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    for n, (name, text) in enumerate(articles(path)):
        m = RMinHash(num_perm=PERMUTATIONS, seed=1)
        m.update(list(shingles(text)))
        ids.append(name)
        signatures.append(m)
        lsh.insert(n, m)
    for n, m in enumerate(signatures):
        for k in lsh.query(m):
            if k < n and m.jaccard(signatures[k]) >= THRESHOLD:
                out(ids[k], ids[n])


def gaoya(path, out):
    from gaoya.minhash import MinHashStringIndex

    ids, texts = zip(*articles(path))
    index = MinHashStringIndex(32, THRESHOLD, BANDS, ROWS, None, "word", True, (WORDS, WORDS), "vec")
    numbers = list(range(len(ids)))
    index.par_bulk_insert_docs(numbers, list(texts))
    for n, found in enumerate(index.par_bulk_query(list(texts))):
        for k in found:
            if k < n:
                out(ids[k], ids[n])


def datasketch(path, out):
    from datasketch import MinHash, MinHashLSH

    ids, signatures = [], []
    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for n, (name, text) in enumerate(articles(path)):
        m = MinHash(num_perm=PERMUTATIONS)
        m.update_batch([s.encode() for s in shingles(text)])
        ids.append(name)
        signatures.append(m)
        lsh.insert(n, m, check_duplication=False)
    for n, m in enumerate(signatures):
        for k in lsh.query(m):
            if k < n and m.jaccard(signatures[k]) >= THRESHOLD:
                out(ids[k], ids[n])


def text_dedup(path, out):
    import subprocess

    with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as work:
        # --debug writes the clusters. Of the columns it reads all.
        command = [
            sys.executable, "-m", "text_dedup.minhash", "--path", "json", "--data_files", path, "--split", "train",
            "--cache_dir", os.path.join(work, "cache"), "--output", os.path.join(work, "out"), "--column", "text",
            "--ngram", str(WORDS), "--threshold", str(THRESHOLD), "--num_perm", str(PERMUTATIONS), "--batch_size", "10000",
            "--debug",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        with open(os.path.join(work, "out", "uf.pkl"), "rb") as f:
            found = pickle.load(f)
    parents = found[0] if isinstance(found, tuple) else found
    ids = [name for name, _ in articles(path)]
    for cluster in clusters(getattr(parents, "parent", parents).items()):
        out(*(ids[n] for n in cluster))


def datatrove(path, out):
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupCluster, MinhashDedupSignature
    from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupBuckets
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.utils.word_tokenizers import WordTokenizer

    class Spaces(WordTokenizer):
        """Words as cheaply as can be; its own need a model of the language."""

        def word_tokenize(self, text):
            return text.split()

        def sent_tokenize(self, text):
            return [text]

        def span_tokenize(self, text):
            return [(0, len(text))]

    config = MinhashConfig(n_grams=WORDS, num_buckets=BANDS, hashes_per_bucket=ROWS)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as work:
        folder = lambda name: os.path.join(work, name)
        cores = len(os.sched_getaffinity(0))
        stages = [
            ([JsonlReader(os.path.dirname(path), glob_pattern=os.path.basename(path)), MinhashDedupSignature(folder("signatures"), config, language=Spaces())], 1),
            ([MinhashDedupBuckets(folder("signatures"), folder("buckets"), config=config)], BANDS),
            ([MinhashDedupCluster(folder("buckets"), folder("remove"), config=config)], 1),
        ]
        for n, (pipeline, tasks) in enumerate(stages):
            LocalPipelineExecutor(pipeline, tasks=tasks, workers=min(tasks, cores), logging_dir=folder(f"logs{n}")).run()
        ids = [name for name, _ in articles(path)]
        pairs = []
        for name in os.listdir(folder("buckets")):
            with open(os.path.join(folder("buckets"), name), "rb") as f:
                pairs += [(a, b) for _, a, _, b in struct.iter_unpack("<4I", f.read())]
    for cluster in clusters(pairs):
        out(*(ids[n] for n in cluster))


PEERS = {"rensa": rensa, "gaoya": gaoya, "datasketch": datasketch, "text-dedup": text_dedup, "datatrove": datatrove}


def main():
    name, path, to = sys.argv[1:]
    with open(to, "w", encoding="utf-8") as f:
        PEERS[name](os.path.abspath(path), lambda *ids: f.write("\t".join(ids) + "\n"))


if __name__ == "__main__":
    main()
