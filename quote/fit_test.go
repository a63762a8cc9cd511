package quote

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// Fitting the weights of data/weights.tsv:
//
//	go test ./quote -run TestFitQuotes -v -fit DIR [-fit-write]
//
// DIR holds docs.jsonl ({"id","text"} a line) and truth.jsonl (one attribution
// a line: {"id","content":[[start, end, text],...]}, offsets in code points),
// as attribution corpora in the manner of PolNeAR give them. What stands
// between quotation marks within the content of an attribution is somebody's
// words, what stands between marks elsewhere is not.
var (
	fitDir    = flag.String("fit", "", "folder of labelled articles to fit the weights of quotations on")
	fitUpdate = flag.Bool("fit-write", false, "write the weights fitted with -fit")
)

// folds is the number of parts into which the articles are cut to score weights on articles they were not fitted on.
const folds = 5

// A fitArticle is one labelled article.
type fitArticle struct {
	id     string
	text   string
	blocks []article.Block
	gold   []article.Span
	fold   int
}

// A fitStretch is one stretch between marks with its label.
type fitStretch struct {
	signs signs
	label bool
}

func TestFitQuotes(t *testing.T) {
	if *fitDir == "" {
		t.Skip("needs -fit DIR")
	}
	articles := readFitArticles(t, *fitDir)
	var total [3]int
	for h := range folds {
		var rest, fold []*fitArticle
		for _, a := range articles {
			if a.fold == h {
				fold = append(fold, a)
			} else {
				rest = append(rest, a)
			}
		}
		n := scoreQuotes(fitQuotes(rest), fold)
		t.Logf("part %d of %d, fitted on the others: %s", h+1, folds, fitF1(n))
		for i := range n {
			total[i] += n[i]
		}
	}
	t.Logf("each part by the others: %s", fitF1(total))
	all := fitQuotes(articles)
	n := scoreQuotes(all, articles)
	t.Logf("fitted and scored on all: %s", fitF1(n))
	if *fitUpdate {
		writeWeights(t, all, len(articles), total)
	}
}

func fitF1(n [3]int) string {
	tp, fp, fn := float64(n[0]), float64(n[1]), float64(n[2])
	return fmt.Sprintf("precision %.4f recall %.4f F1 %.4f (%d found, %d wrong, %d missed)", tp/(tp+fp), tp/(tp+fn), 2*tp/(2*tp+fp+fn), n[0], n[1], n[2])
}

func writeWeights(t *testing.T, m *model, articles int, n [3]int) {
	var b strings.Builder
	fmt.Fprintf(&b, "# Weights of the signs that tell a quotation from a title, a nickname or a scare quote:\n")
	fmt.Fprintf(&b, "# the logarithm of the odds is the sum of the weights of the signs a stretch shows. See answer.go.\n")
	fmt.Fprintf(&b, "# Fitted on %d English articles by: go test ./quote -run TestFitQuotes -fit DIR -fit-write\n", articles)
	fmt.Fprintf(&b, "# Each of %d parts of them scored with weights fitted on the others: %s\n", folds, fitF1(n))
	for i, name := range m.names() {
		if w := m.weight[i]; math.Abs(float64(w)) >= 0.01 {
			fmt.Fprintf(&b, "%s\t%s\n", name, strconv.FormatFloat(float64(w), 'f', 3, 32))
		}
	}
	require.NoError(t, os.WriteFile("data/weights.tsv", []byte(b.String()), 0o644))
}

var goldPattern = regexp.MustCompile(`[“"]([^“”"]{2,})[”"]?`)

func readFitArticles(t *testing.T, dir string) []*fitArticle {
	var list []*fitArticle
	index := map[string]*fitArticle{}
	fitLines(t, filepath.Join(dir, "docs.jsonl"), func(line []byte) {
		var d struct{ ID, Text string }
		require.NoError(t, json.Unmarshal(line, &d))
		a := &fitArticle{id: d.ID, text: d.Text, fold: len(list) % folds}
		a.blocks = fitBlocks(a.text)
		list = append(list, a)
		index[d.ID] = a
	})
	offsets := map[string][]int{}
	seen := map[string]map[article.Span]bool{}
	fitLines(t, filepath.Join(dir, "truth.jsonl"), func(line []byte) {
		var d struct {
			ID      string
			Content [][3]any
		}
		require.NoError(t, json.Unmarshal(line, &d))
		a := index[d.ID]
		if a == nil {
			return
		}
		if offsets[d.ID] == nil {
			for i := range a.text {
				offsets[d.ID] = append(offsets[d.ID], i)
			}
			offsets[d.ID] = append(offsets[d.ID], len(a.text))
			seen[d.ID] = map[article.Span]bool{}
		}
		for _, c := range d.Content {
			start := offsets[d.ID][int(c[0].(float64))]
			for _, m := range goldPattern.FindAllStringSubmatchIndex(c[2].(string), -1) {
				s := article.Span{Start: start + m[2], End: start + m[3]}
				if !seen[d.ID][s] {
					seen[d.ID][s] = true
					a.gold = append(a.gold, s)
				}
			}
		}
	})
	return list
}

func fitLines(t *testing.T, path string, f func([]byte)) {
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		f(s.Bytes())
	}
	require.NoError(t, s.Err())
}

// fitBlocks lays a text out as Find is given it.
func fitBlocks(text string) []article.Block {
	l, _ := layout.Find(&article.Article{Text: text})
	return l.Blocks
}

func fitOverlap(a, b article.Span) float64 {
	inter := min(a.End, b.End) - max(a.Start, b.Start)
	if inter <= 0 {
		return 0
	}
	return float64(inter) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// stretches returns the signs and labels of what stands between the marks of a.
func (a *fitArticle) stretches() []fitStretch {
	var r reading
	if !r.read(a.text, "en", a.blocks) {
		return nil
	}
	r.names.fill(&r)
	r.talks()
	list := make([]fitStretch, len(r.out))
	for k := range r.out {
		q := &r.out[k]
		for _, g := range a.gold {
			if fitOverlap(q.Span, g) >= 0.3 {
				list[k].label = true
			}
		}
		list[k].signs = r.signs(k)
		q.scare = !list[k].label
	}
	n := 0
	for k := range r.out {
		// The labels say nothing of single marks and of doubled apostrophes.
		if q := &r.out[k]; !q.single && !q.doubled {
			list[n] = list[k]
			n++
		}
	}
	return list[:n]
}

// fitQuotes fits the weights by stochastic gradients with a fixed seed, steps
// by AdaGrad, and a ridge penalty.
func fitQuotes(articles []*fitArticle) *model {
	const epochs, step, ridge = 40, 0.1, 3e-3
	var all []fitStretch
	for _, a := range articles {
		all = append(all, a.stretches()...)
	}
	m := newModel()
	w, sq, sum := make([]float64, len(m.weight)), make([]float64, len(m.weight)), make([]float64, len(m.weight))
	rng := rand.New(rand.NewPCG(1, 2))
	n := 0.0
	for e := range epochs {
		for _, i := range rng.Perm(len(all)) {
			x := &all[i]
			z := 0.0
			m.each(&x.signs, func(j int) { z += w[j] })
			g := 1 / (1 + math.Exp(-z))
			if x.label {
				g--
			}
			m.each(&x.signs, func(j int) {
				d := g + ridge*w[j]*float64(len(all))/100
				sq[j] += d * d
				w[j] -= step * d / (math.Sqrt(sq[j]) + 1e-8)
			})
		}
		if e >= epochs/2 {
			n++
			for j := range w {
				sum[j] += w[j]
			}
		}
	}
	for j := range w {
		m.weight[j] = float32(sum[j] / n)
	}
	return m
}

// scoreQuotes counts what m finds, finds wrongly and misses, a stretch being
// found when it and the truth have four fifths of their union in common.
func scoreQuotes(m *model, articles []*fitArticle) (n [3]int) {
	var r reading
	for _, a := range articles {
		var found []article.Span
		if r.read(a.text, "en", a.blocks) {
			r.names.fill(&r)
			r.talks()
			for k := range r.out {
				q := &r.out[k]
				s := r.signs(k)
				q.score = m.score(&s)
				if q.scare = q.score < 0 || r.entitles(q, &s); !q.scare && !q.single && !q.doubled {
					found = append(found, q.Span)
				}
			}
		}
		used := map[int]bool{}
		for _, g := range a.gold {
			best, at := 0.0, -1
			for i, f := range found {
				if o := fitOverlap(f, g); !used[i] && o > best {
					best, at = o, i
				}
			}
			if best >= 0.8 {
				used[at] = true
				n[0]++
			} else {
				n[2]++
			}
		}
		n[1] += len(found) - len(used)
	}
	return n
}
