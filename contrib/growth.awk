# Prints what runs took and found as a table, and how it grew from one size of a
# corpus to the next.
#
#   awk -v base=BYTES -f contrib/growth.awk FILE
#
# A line of FILE is of one run: the name of its corpus, whose part before the first
# hyphen is its kind, articles, bytes of input, and what the function figures of
# contrib/bench.sh gives. base is what memory is counted from: the peak of a run of
# one article.
#
# The exponents say how time, and memory beyond the base, grew from the size before of
# the same kind: 1 is as the number of articles did.
function grew(what, now, before, most,    e) {
    e = now > 0 && before > 0 ? log(now / before) / log($2 / articles[kind]) : 0
    if (most && e > most) warnings = warnings sprintf("warning: %s: %s grew with an exponent of %.2f, more than %.1f\n", $1, what, e, most)
    return e
}
BEGIN {
    base /= 2^20
    printf "%-16s %9s %8s %8s %8s %8s %9s %9s %9s %9s %9s %9s %9s %9s\n", "corpus", "articles", "MB",
        "wall s", "CPU s", "MB/s", "us each", "peak MB", "pairs/art", "links", "clusters", "wall exp", "CPU exp", "peak exp"
}
{
    kind = $1
    sub(/-.*/, "", kind)
    peak = $6 / 2^20
    printf "%-16s %9d %8.1f %8.1f %8.1f %8.1f %9.0f %9.0f %9.2f %9d %9d", $1, $2, $3 / 1e6, $4, $5, $3 / 1e6 / $4, 1e6 * $4 / $2, peak, $7 / $2, $8, $9
    if (kind in articles && articles[kind] != $2)
        printf " %9.2f %9.2f %9.2f", grew("wall time", $4, wall[kind], 1.1), grew("CPU time", $5, cpu[kind], 0), grew("memory", peak - base, beyond[kind], 1)
    articles[kind] = $2; wall[kind] = $4; cpu[kind] = $5; beyond[kind] = peak - base
    print ""
}
END { printf "%s", warnings }
