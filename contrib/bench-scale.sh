#!/bin/sh
# Runs wiretrace on made-up corpora of growing size and prints what it took and
# what it found.
#
#   contrib/bench-scale.sh [ARTICLES...]     default: 10000 100000 1000000
#
# Exit status 1 if fewer than 99 in 100 copies stand in the cluster of their
# source, fewer than 98 in 100 passages are linked, or more than one link on
# 10,000 articles is false (those of SHAPE normal; of others copies count); or if two threads do not write the report that one
# writes, byte for byte. What takes too long or too much memory is warned of
# only, since machines are busy. Of fewer than 10,000 articles expect more false
# links: the furniture of a site is known by its coming again.
#
# Environment:
#   WIRETRACE   the binary (default: built from this tree)
#   FLAGS       more flags for `wiretrace run`
#   SEED        of the corpora (default 1)
#   SHAPE       of the corpora (default normal; news: as real news is, in which fewer
#               pieces derive from others and chance ties more)
#   ONE_STORY   articles of the corpus half of which are copies of one story
#               and half share a foot of 200 words (default 20000; 0: none)
#   WORK        folder for all files (default: a temporary one, removed at the
#               end). A million articles take some 20 GB there: 3.3 of corpus,
#               8.4 of report and 8.3 of what the run spills
#   KEEP        not empty: corpora and reports are left in WORK
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 10000 100000 1000000

# shellcheck source=contrib/bench.sh
. contrib/bench.sh
status=0

# fail MESSAGE
fail() {
    echo "bench-scale: $1" >&2
    status=1
}

# In news few pieces derive from others, and chance ties more.
limits="--least copies=.99,linked=.98 --most false=1"
[ "${SHAPE:-normal}" = normal ] || limits="--least copies=.99"

# measure NAME ARTICLES SHAPE
measure() {
    echo
    echo "== $1"
    generate "$1" "$2" "$3"
    trace "$1" "$1.report"
    echo "$1 $2 $(wc -c <"$WORK/$1.jsonl") $(figures "$1.report")" >>"$WORK/table"
    awk -f contrib/stats.awk "$WORK/$1.report.stats"
    # shellcheck disable=SC2086 # flags are words
    "$WORK/corpusgen" score $limits "$WORK/$1.truth" "$WORK/$1.report" ||
        fail "$1: too little is found or too much claimed"
    remove "$1.jsonl" "$1.report"
}

# compare_threads ARTICLES
compare_threads() {
    echo
    echo "== threads"
    generate threads "$1" normal
    trace threads threads-1 -j 1
    trace threads threads-2 -j 2
    for report in threads-1 threads-2; do # the first page says when the run began, and with which flags
        page=$WORK/$report/index.html
        [ ! -f "$page" ] || { sed 's/Begun on [^<]*//' "$page" >"$page.bare" && mv "$page.bare" "$page"; }
    done
    diff -r "$WORK/threads-1" "$WORK/threads-2" >"$WORK/threads.diff" ||
        fail "one thread and two write different reports"
    echo "$(figures threads-1 | cut -d " " -f 1) $(figures threads-2 | cut -d " " -f 1)" | awk '{
        printf "%.1f s with one thread, %.1f s with two: %.2f times as fast\n", $1, $2, $1 / $2
        if ($1 / $2 < 1.7) print "warning: two threads should be 1.7 times as fast as one"
    }'
    remove threads.jsonl threads-1 threads-2
}

# What a run of one article takes is the base that memory grows from.
generate one 1 normal
trace one base
: >"$WORK/table"
compare_threads "$1"
for n in "$@"; do
    measure "${SHAPE:-normal}-$n" "$n" "${SHAPE:-normal}"
done
if [ "${ONE_STORY:-20000}" -gt 0 ]; then
    measure one-story "${ONE_STORY:-20000}" one-story
fi

echo
machine
awk -v base="$(peak base)" -f contrib/growth.awk "$WORK/table"
exit $status
