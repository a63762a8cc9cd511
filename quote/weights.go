package quote

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wiretrace/lang/word"
)

//go:embed data/weights.tsv
var weights string

// fitted returns the model of the embedded weights.
var fitted = sync.OnceValue(func() *model {
	m := newModel()
	err := checkAnswers()
	if err == nil {
		err = m.load(weights)
	}
	if err != nil {
		panic("quote: data/weights.tsv: " + err.Error()) // part of the program: a programmer's mistake
	}
	return m
})

// index returns the place in m.weight of the sign of that name, -1 if there is
// none. A word that is no longer in the table of words is none, too.
func (m *model) index(name string) int {
	name, cross, both := strings.Cut(name, "&")
	what, answer, _ := strings.Cut(name, "=")
	if i := slices.Index(wordNames[:], what); i >= 0 {
		if row := speech().row(word.HashOf(answer)); row >= 0 {
			return m.words + i*m.rows + int(row)
		}
		return -1
	}
	g, v := answerOf(name)
	if v < 0 || !both {
		return m.start[max(g, 0)] + v
	}
	h, w := answerOf(cross)
	for c, pair := range crossed {
		if pair == [2]int{g, h} && w >= 0 {
			return m.crosses[c] + v*len(groups[h].answers) + w
		}
	}
	return -1
}

// answerOf returns the group and the answer that name, group=answer, means; the
// answer is -1000 if there are none such.
func answerOf(name string) (g, v int) {
	what, answer, _ := strings.Cut(name, "=")
	for g := range groups {
		if groups[g].name == what {
			if v := slices.Index(groups[g].answers, answer); v >= 0 {
				return g, v
			}
		}
	}
	return 0, -1000
}

// load reads weights: one sign a line, its name, a tab and its weight. Signs
// left out weigh nothing; lines that begin with # are remarks.
func (m *model) load(text string) error {
	line := 0
	for l := range strings.Lines(text) {
		line++
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			continue
		}
		name, weight, _ := strings.Cut(l, "\t")
		w, err := strconv.ParseFloat(weight, 32)
		if err != nil {
			return fmt.Errorf("line %d: weight of %s: %w", line, name, err)
		}
		switch i := m.index(name); {
		case i >= 0:
			m.weight[i] = float32(w)
		case !strings.HasPrefix(name, "word-"):
			return fmt.Errorf("line %d: unknown sign %q", line, name)
		}
	}
	return nil
}
