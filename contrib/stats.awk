# Prints what `wiretrace run --stats FILE` wrote as two tables: what each step
# took, and what the Bloom filters did with the keys of each kind.
#
#   awk -f contrib/stats.awk FILE
BEGIN {
    FS = "[\": ,]+" # a name and its value on a line
    printf "%-14s %9s %9s %9s %9s\n", "step", "wall s", "CPU s", "MB/s", "peak MB"
}
{ value[$2] = $3 }
$2 == "mb_a_second" { # the last of a step
    printf "%-14s %9.1f %9.1f %9.1f %9.0f\n", value["step"], value["seconds"], value["cpu_seconds"], $3, value["peak_bytes"] / 2^20
}
$2 == "keys" { printf "%-14s %9s %9s %9s\n", "keys", "all", "dropped", "in error" }
$2 == "error_rate" { # the last of a kind of key
    printf "%-14s %9d %8.1f%% %8.2f%%\n", value["kind"], value["all"], 100 * value["dropped_part"], 100 * $3
}
