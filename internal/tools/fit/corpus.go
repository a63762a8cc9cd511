package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// A label is what a reader said of one article, a line of truth.jsonl.
type label struct {
	ID       string // of the article
	Group    string // articles of the same days and topic
	Event    string // the same for articles of the group that report one event
	Upstream string // the outlet that its main news is from; own or unknown if it is no other's
}

// A corpus is the labelled articles of all folders.
type corpus struct {
	gazetteer *outlet.Gazetteer
	maker     *digest.Maker
	articles  []labelled // in the order of the files
}

// A labelled article is made ready as a run makes it.
type labelled struct {
	label
	folder string
	claims []claim.Claim
	side   *cluster.Side
}

func newCorpus() *corpus {
	g := outlet.Default()
	return &corpus{gazetteer: g, maker: digest.NewMaker(g, credit.NewReader(g))}
}

// read adds the articles of a folder that have labels.
func (c *corpus) read(ctx context.Context, folder string) error {
	labels, err := readLabels(filepath.Join(folder, "truth.jsonl"))
	if err != nil {
		return err
	}
	var problem error
	err = reader.Walk(ctx, []string{filepath.Join(folder, "docs.jsonl")}, reader.Options{}, func(a *article.Article) error {
		if l, ok := labels[a.ID]; ok {
			c.add(a, l, folder)
		}
		return nil
	}, func(p reader.Problem) { problem = fmt.Errorf("read article %s", p) })
	if err == nil {
		err = problem
	}
	return err
}

// readLabels returns the labels of a file by the articles' ids.
func readLabels(file string) (map[string]label, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read labels: %w", err)
	}
	defer f.Close()
	labels := map[string]label{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var l label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("read labels %s: %w", file, err)
		}
		labels[l.ID] = l
	}
	return labels, lines.Err()
}

// add adds an article of a folder with its label.
func (c *corpus) add(a *article.Article, l label, folder string) {
	d := c.maker.Make(a)
	background := shingle.Background(d.Meta.Language)
	filled := d.Meta
	filled.Text = a.Text
	c.articles = append(c.articles, labelled{
		label: l, folder: folder, side: cluster.NewSide(d, a.Text, background),
		claims: claim.From(&filled, &d.Layout, d.Outlet, d.Credits, c.maker.Words(), background.Words(nil, d.Meta.Title), digest.Speech(d)),
	})
}

// claims returns an example for each outlet that an article credits: whether its
// main news is from there. Articles of which a line decides that are left out, as
// the model is not asked about them.
func (c *corpus) claims() *examples {
	set := new(examples)
	for _, a := range c.articles {
		if slices.ContainsFunc(a.claims, func(x claim.Claim) bool { return x.Text >= claim.Included }) {
			continue
		}
		upstream := c.canonical(a.Upstream)
		for _, x := range a.claims {
			row := slices.Clone(x.Signs[:])
			set.add(row, c.canonical(x.Outlet) == upstream, a.Group, a.ID+" "+x.Outlet)
		}
	}
	return set
}

// canonical returns an outlet's name as the gazetteer has it, without its
// article.
func (c *corpus) canonical(name string) string {
	if o := c.gazetteer.ByName(name); o != nil {
		name = o.Name
	}
	return strings.ToLower(strings.TrimPrefix(name, "The "))
}

// stories returns an example for each pair of articles of one group: whether they
// report one event. Pairs of different groups of a folder, a day apart at most, have no
// event in common: without them the model would know nothing of articles that are not
// even of one topic. Articles that are alone in their group, read for their upstream
// only, are in no pair.
func (c *corpus) stories() *examples {
	set := new(examples)
	size := map[[2]string]int{} // of the groups of each folder
	for i := range c.articles {
		size[[2]string{c.articles[i].folder, c.articles[i].Group}]++
	}
	alone := func(a *labelled) bool { return size[[2]string{a.folder, a.Group}] < 2 }
	for i := range c.articles {
		a := &c.articles[i]
		for k := range c.articles[i+1:] {
			b := &c.articles[i+1+k]
			one := a.Group == b.Group
			if one || a.folder == b.folder && !alone(a) && !alone(b) && near(a.side.Digest, b.side.Digest) {
				signs := cluster.KinSignsOf(a.side, b.side)
				set.add(signs[:], one && a.Event == b.Event, a.Group, a.ID+" "+b.ID)
			}
		}
	}
	return set
}

// near reports whether two articles were published a day apart at most.
func near(a, b *digest.Digest) bool {
	days := digest.DayOf(a.Meta.Published) - digest.DayOf(b.Meta.Published)
	return -1 <= days && days <= 1
}

// splitLines returns the lines of s without their ends.
func splitLines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
