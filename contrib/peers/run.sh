#!/bin/sh
# Measures libraries that look for near-duplicates beside wiretrace: on the same
# file, one after the other, in rounds, and prints as a table what each took and
# what share of a list of labelled pairs it finds.
#
#   contrib/peers/run.sh [FILE [PAIRS]]
#
# FILE is of JSON lines with id and text (.gz too). PAIRS is a table with tabs and
# the columns a, b and relation (copy, partial, rewrite: derived from each other;
# all else: not), or the truth that corpusgen writes. Without them a corpus of
# ARTICLES is made up. The libraries are installed with pip, in a virtual
# environment of their own.
#
# The libraries are asked for the same: shingles of 5 words, a Jaccard similarity of
# .5, 128 permutations. wiretrace runs as it is.
#
# Environment:
#   ARTICLES    of the corpus made up (default 100000)
#   ROUNDS      (default 3): the table has medians
#   PEERS       which (default: all that peer.py knows)
#   WORDS, THRESHOLD    of the libraries, to seek what suits them best
#   PYTHON      (default python3)
#   VENV        folder of the environment (default: WORK/venv); kept if given
#   WIRETRACE   the binary (default: built from this tree)
#   WORK        folder for all files (default: a temporary one, removed at the end)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
file=${1:+$(realpath "$1")} pairs=${2:+$(realpath "$2")}
cd "$here/../.."

if [ -z "${WORK:-}" ]; then
    WORK=$(mktemp -d)
    trap 'rm -rf "$WORK"' EXIT
    trap 'exit 130' INT TERM
fi
mkdir -p "$WORK"
if [ -z "${WIRETRACE:-}" ]; then
    go build -o "$WORK/wiretrace" ./cmd/wiretrace
    WIRETRACE=$WORK/wiretrace
fi
if [ -z "$file" ]; then
    file=$WORK/corpus.jsonl pairs=$WORK/truth.jsonl
    go run ./internal/tools/corpusgen --articles "${ARTICLES:-100000}" --out "$file" --truth "$pairs"
fi
case $file in
*.gz)
    gzip -dc "$file" >"$WORK/unpacked.jsonl"
    file=$WORK/unpacked.jsonl
    ;;
esac

VENV=${VENV:-$WORK/venv}
if [ ! -x "$VENV/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$VENV"
    "$VENV/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
fi
exec "$VENV/bin/python" "$here/measure.py" --wiretrace "$WIRETRACE" --work "$WORK" --rounds "${ROUNDS:-3}" \
    ${PEERS:+--peers "$PEERS"} ${pairs:+--pairs "$pairs"} "$file"
