// Command guess measures the guess of languages: how many lines of files named
// by a language (pl.txt), each a sentence, behind a tab if there is one, are
// guessed right, one by one and five together.
//
//	go run ./internal/tools/guess credit/testdata/press/*.txt
package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wiretrace/lang"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "guess:", err)
		os.Exit(1)
	}
}

// run writes a row for each file: its language, its sentences, the shares guessed
// right of one and of five sentences, and what else was guessed of one.
func run(w io.Writer, paths []string) error {
	if len(paths) == 0 {
		return fmt.Errorf("no file given (CODE.txt, a sentence a line)")
	}
	fmt.Fprintf(w, "%-9s%9s%6s%6s  %s\n", "language", "sentences", "one", "five", "else")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		code := strings.TrimSuffix(filepath.Base(path), ".txt")
		list := sentences(string(data))
		wrong := map[string]int{}
		one := right(list, 1, code, wrong)
		five := right(list, 5, code, map[string]int{})
		fmt.Fprintf(w, "%-9s%9d%6.2f%6.2f  %s\n", code, len(list), one, five, told(wrong))
	}
	return nil
}

// sentences returns the lines of a file without comments and what stands before
// a tab.
func sentences(text string) (list []string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if _, rest, ok := strings.Cut(line, "\t"); ok {
			line = rest
		}
		list = append(list, line)
	}
	return list
}

// right returns the share of runs of n sentences of which the language is guessed,
// and counts what else was.
func right(list []string, n int, code string, wrong map[string]int) float64 {
	hits, all := 0, 0
	for part := range slices.Chunk(list, n) {
		all++
		if got := lang.Guess(strings.Join(part, " ")); got == code {
			hits++
		} else {
			wrong[got]++
		}
	}
	return float64(hits) / float64(max(1, all))
}

// told lists counts by language: cs 2, none 1.
func told(counts map[string]int) string {
	var list []string
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		name := code
		if name == "" {
			name = "none"
		}
		list = append(list, fmt.Sprintf("%s %d", name, counts[code]))
	}
	return strings.Join(list, ", ")
}
