#!/bin/sh
# Runs wiretrace on real news, of any form that it reads, and prints what it took and
# what it found, for the whole, a half and a quarter; and the same for made-up news of
# as many articles, with a table that says how near that comes to the real.
#
#   contrib/bench-news.sh PATH...
#
# The parts are the first ones in the order in which the input is read. Where that is
# not by time they have fewer articles a day than the whole, and so fewer pairs.
#
# What it prints of real news is sums and shares; no text, name or title.
#
# Environment:
#   WIRETRACE   the binary (default: built from this tree)
#   FLAGS       more flags for `wiretrace run`
#   SEED        of the made-up corpus (default 1)
#   WORK        folder for all files (default: a temporary one, removed at the end)
#   KEEP        not empty: corpora and reports are left in WORK
set -eu
[ $# -gt 0 ] || {
    echo "usage: contrib/bench-news.sh PATH..." >&2
    exit 2
}
for path; do
    shift
    set -- "$@" "$(realpath "$path")"
done
cd "$(dirname "$0")/.."
# shellcheck source=contrib/bench.sh
. contrib/bench.sh
# measure NAME ARTICLES
measure() {
    echo "$1" >&2
    trace "$1" "$1.report" --jsonl full # `like` reads texts
    echo "$1 $2 $(wc -c <"$WORK/$1.jsonl") $(figures "$1.report")" >>"$WORK/table"
}

# parts NAME ARTICLES: measures a quarter, a half and the whole of a corpus
parts() {
    head -n $(($2 / 4)) "$WORK/$1.jsonl" >"$WORK/$1-quarter.jsonl"
    head -n $(($2 / 2)) "$WORK/$1.jsonl" >"$WORK/$1-half.jsonl"
    mv "$WORK/$1.jsonl" "$WORK/$1-whole.jsonl"
    measure "$1-quarter" $(($2 / 4))
    measure "$1-half" $(($2 / 2))
    measure "$1-whole" "$2"
    awk -f contrib/stats.awk "$WORK/$1-whole.report.stats"
    remove "$1-quarter.report" "$1-half.report" "$1-quarter.jsonl" "$1-half.jsonl" "$1-whole.jsonl"
}

# Markup is not part of what is measured here: articles are read once, and their text
# is what all runs read.
"$WIRETRACE" extract "$@" >"$WORK/real.jsonl" || [ $? -eq 3 ] # 3: some could not be read
articles=$(($(wc -l <"$WORK/real.jsonl")))
generate one 1 normal
trace one base
: >"$WORK/table"
echo "== real: $articles articles"
parts real "$articles"
days=$("$WORK/corpusgen" like "$WORK/real-whole.report" | awk '/^articles a day/ { day = $4 } /^articles  / { n = $2 } END { printf "%d", n / day + .5 }')
generate made "$articles" news --days "$days"
echo
echo "== made up, over $days days"
parts made "$articles"
echo
"$WORK/corpusgen" like "$WORK/real-whole.report" "$WORK/made-whole.report"
"$WORK/corpusgen" score "$WORK/made.truth" "$WORK/made-whole.report"
echo
machine
awk -v base="$(peak base)" -f contrib/growth.awk "$WORK/table"
remove real-whole.report made-whole.report made.truth
