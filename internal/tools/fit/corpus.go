package main

import (
	"bufio"
	"cmp"
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

	DerivedFrom []string `json:"derived_from"` // the articles at hand that it derives from
	SameTextAs  []string `json:"same_text_as"` // those that have the same text
}

// tied reports whether the labels say that one of two articles derives from the other,
// or that both have the same text or the same upstream.
func (l *label) tied(m *label) bool {
	if l.Upstream == m.Upstream && !slices.Contains([]string{"", "own", "unknown"}, l.Upstream) {
		return true
	}
	return slices.Contains(slices.Concat(l.DerivedFrom, l.SameTextAs), m.ID) || slices.Contains(slices.Concat(m.DerivedFrom, m.SameTextAs), l.ID)
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

	family  bool // it is of an invented family
	derives bool // it derives from the report of its family, or is that report
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

// readFamilies adds the articles of a folder of invented families: in each folder below it
// truth.json has the articles' files and roles.
func (c *corpus) readFamilies(ctx context.Context, folder string) error {
	truths, err := filepath.Glob(filepath.Join(folder, "*", "truth.json"))
	if err != nil || len(truths) == 0 {
		return cmp.Or(err, fmt.Errorf("read families: no truth.json below %s", folder))
	}
	for _, truth := range truths {
		roles, err := readRoles(truth)
		if err != nil {
			return err
		}
		name := filepath.Base(filepath.Dir(truth))
		files, err := filepath.Glob(filepath.Join(filepath.Dir(truth), "*.*"))
		if err != nil {
			return err
		}
		files = slices.DeleteFunc(files, func(file string) bool { return file == truth })
		var problem error
		err = reader.Walk(ctx, files, reader.Options{}, func(a *article.Article) error {
			role, ok := roles[strings.TrimSuffix(filepath.Base(a.File), filepath.Ext(a.File))]
			if !ok {
				return nil
			}
			c.add(a, label{ID: name + "/" + a.ID, Group: name}, folder)
			last := &c.articles[len(c.articles)-1]
			last.family, last.derives = true, slices.Contains(derived, role)
			return nil
		}, func(p reader.Problem) { problem = fmt.Errorf("read article %s", p) })
		if err = cmp.Or(err, problem); err != nil {
			return err
		}
	}
	return nil
}

// derived are the roles of articles that tell what the report of their family does.
var derived = []string{"origin", "copy", "partial", "rewrite", "chain", "uncredited", "backtranslated"}

// readRoles returns the roles of the articles of a family by the names of their files,
// without the ending.
func readRoles(file string) (map[string]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read roles: %w", err)
	}
	var truth struct {
		Articles map[string]struct{ Role string }
	}
	if err := json.Unmarshal(text, &truth); err != nil {
		return nil, fmt.Errorf("read roles %s: %w", file, err)
	}
	roles := map[string]string{}
	for name, a := range truth.Articles {
		roles[strings.TrimSuffix(name, filepath.Ext(name))] = a.Role
	}
	return roles, nil
}

// readApart adds the articles of a file of real news, of which no labels are known.
func (c *corpus) readApart(ctx context.Context, file string) error {
	var problem error
	err := reader.Walk(ctx, []string{file}, reader.Options{}, func(a *article.Article) error {
		c.add(a, label{ID: a.ID}, file)
		return nil
	}, func(p reader.Problem) { problem = fmt.Errorf("read article %s", p) })
	return cmp.Or(err, problem)
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
			one := a.folder == b.folder && a.Group == b.Group
			if one || a.folder == b.folder && !alone(a) && !alone(b) && near(a.side.Digest, b.side.Digest) {
				signs := cluster.KinSignsOf(a.side, b.side)
				set.add(signs[:], one && a.Event == b.Event, a.Group, a.ID+" "+b.ID)
			}
		}
	}
	return set
}

// retellings returns an example for each pair that nothing but what it tells could
// tie: whether one retells the other. Of the articles of a family those that derive from its
// report do, and the others do not. Real reports that nothing ties do not: retellings that
// name nobody are so rare in the press that readers found one in 592 articles.
func (c *corpus) retellings() *examples {
	set := new(examples)
	m := new(cluster.Matcher)
	for i := range c.articles {
		a := &c.articles[i]
		for k := range c.articles[i+1:] {
			b := &c.articles[i+1+k]
			if a.folder != b.folder || a.family && a.Group != b.Group || a.tied(&b.label) || !nearby(a.side.Digest, b.side.Digest) {
				continue
			}
			if row, asked := m.RetellingSignsOf(a.side, b.side); asked {
				set.add(row, a.derives && b.derives, cmp.Or(a.Group, a.ID), a.ID+" "+b.ID)
			}
		}
	}
	return set
}

// nearby reports whether two articles were published so near to each other that one
// may retell the other.
func nearby(a, b *digest.Digest) bool {
	days := digest.DayOf(a.Meta.Published) - digest.DayOf(b.Meta.Published)
	return -4 <= days && days <= 4
}

// near reports whether two articles were published a day apart at most.
func near(a, b *digest.Digest) bool {
	days := digest.DayOf(a.Meta.Published) - digest.DayOf(b.Meta.Published)
	return -1 <= days && days <= 1
}

// splitLines returns the lines of s without their ends.
func splitLines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
