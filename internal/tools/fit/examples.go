package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"wiretrace/internal/logit"
)

// examples are what a model is fitted to.
type examples struct {
	rows    [][]float64
	answers []bool
	group   []string // of each; what is left out of a fit is left out by groups
	name    []string // of each: the ids of its articles
}

func (e *examples) add(row []float64, answer bool, group, name string) {
	e.rows, e.answers = append(e.rows, row), append(e.answers, answer)
	e.group, e.name = append(e.group, group), append(e.name, name)
}

func (e *examples) positive() (n int) {
	for _, a := range e.answers {
		if a {
			n++
		}
	}
	return n
}

func (e *examples) groups() int {
	list := slices.Clone(e.group)
	slices.Sort(list)
	return len(slices.Compact(list))
}

// heldOut returns for each example its probability by a model that has not seen
// its group: the groups, in order of their names, are dealt into so many parts,
// and each part is judged by a model fitted to the others.
func (e *examples) heldOut(folds int) ([]float64, error) {
	names := slices.Clone(e.group)
	slices.Sort(names)
	names = slices.Compact(names)
	part := map[string]int{}
	for k, g := range names {
		part[g] = k % folds
	}
	out := make([]float64, len(e.rows))
	for f := range folds {
		var rows [][]float64
		var answers []bool
		for k, row := range e.rows {
			if part[e.group[k]] != f {
				rows, answers = append(rows, row), append(answers, e.answers[k])
			}
		}
		m, err := logit.Fit(rows, answers, strength)
		if err != nil {
			return nil, err
		}
		for k, row := range e.rows {
			if part[e.group[k]] == f {
				out[k] = m.Probability(row)
			}
		}
	}
	return out, nil
}

// print shows how often the probabilities held, and what thresholds give.
func (e *examples) print(w io.Writer, held []float64) {
	fmt.Fprintln(w, "| probability, left out of the fit | examples | true |\n|---|---|---|")
	for _, b := range [][2]float64{{0, 0.1}, {0.1, 0.2}, {0.2, 0.3}, {0.3, 0.4}, {0.4, 0.6}, {0.6, 0.8}, {0.8, 0.9}, {0.9, 1.01}} {
		n, yes := 0, 0
		for k, p := range held {
			if p >= b[0] && p < b[1] {
				n++
				if e.answers[k] {
					yes++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "| %.1f to %.1f | %d | %.2f |\n", b[0], min(b[1], 1), n, float64(yes)/float64(n))
		}
	}
	fmt.Fprintln(w, "\n| from | precision | recall | F1 |\n|---|---|---|---|")
	for _, from := range []float64{0.3, 0.35, 0.4, 0.5, 0.6, 0.75} {
		var right, said int
		for k, p := range held {
			if p >= from {
				said++
				if e.answers[k] {
					right++
				}
			}
		}
		precision, recall := float64(right)/float64(max(said, 1)), float64(right)/float64(max(e.positive(), 1))
		fmt.Fprintf(w, "| %.2f | %.3f | %.3f | %.3f |\n", from, precision, recall, 2*precision*recall/max(precision+recall, 1e-9))
	}
	fmt.Fprintf(w, "\nmean log likelihood %.4f\n", e.likelihood(held))
}

func (e *examples) likelihood(held []float64) float64 {
	sum := 0.0
	for k, p := range held {
		if !e.answers[k] {
			p = 1 - p
		}
		sum += math.Log(max(p, 1e-12))
	}
	return sum / float64(len(held))
}

// ablate shows what the likelihood loses without each sign.
func (e *examples) ablate(w io.Writer, names []string, folds int) error {
	fmt.Fprintln(w, "\n| without | mean log likelihood |\n|---|---|")
	for k, name := range names {
		less := &examples{answers: e.answers, group: e.group, name: e.name}
		for _, row := range e.rows {
			less.rows = append(less.rows, slices.Delete(slices.Clone(row), k, k+1))
		}
		held, err := less.heldOut(folds)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %s | %.4f |\n", name, less.likelihood(held))
	}
	return nil
}

// list writes a table of all examples into a file: group, name, answer (1 or 0),
// probability and the value of each sign.
func (e *examples) list(file string, names []string, held []float64) error {
	var b strings.Builder
	fmt.Fprintf(&b, "group\tname\tanswer\tprobability\t%s\n", strings.Join(names, "\t"))
	for k, row := range e.rows {
		answer := 0
		if e.answers[k] {
			answer = 1
		}
		fmt.Fprintf(&b, "%s\t%s\t%d\t%.4f", e.group[k], e.name[k], answer, held[k])
		for _, x := range row {
			fmt.Fprintf(&b, "\t%.3f", x)
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(file, []byte(b.String()), 0o666)
}
