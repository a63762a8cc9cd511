package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"wiretrace/article"
	"wiretrace/article/date"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/lang"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// A truth is what fit needs of a family's truth.json.
type truth struct {
	Family   string     `json:"family"`
	Cluster  []string   `json:"cluster"`
	Clusters [][]string `json:"clusters"`
	Articles map[string]struct {
		Outlet    string `json:"outlet"`
		Published string `json:"published"`
		Role      string `json:"role"`

		DerivedFrom []string `json:"derived_from"`
	} `json:"articles"`
}

// A piece is one article of a corpus.
type piece struct {
	id      string // FAMILY/NAME
	family  int
	cluster string   // which it belongs to by the truth; empty where none
	role    string   // by the truth
	sources []string // ids of the articles it derives from; other names are no article's
	side    *cluster.Side

	from, to time.Time // interval of publication; zero if unknown
}

// A corpus is all the families, read.
type corpus struct {
	families []string // in order
	pieces   []piece  // numbered as wiretrace run numbers them: by date, then by id
	reps     []uint32 // for each piece the representative of its copy family
	pairs    []pair   // of representatives, in order
	now      settings // those of package cluster
}

// readFolders reads all families of all folders.
func readFolders(ctx context.Context, folders []string, scraped bool) (*corpus, error) {
	c := &corpus{now: standing()}
	gazetteer := outlet.Default()
	m := digest.NewMaker(gazetteer, credit.NewReader(gazetteer))
	counts := map[string]*shingle.Counts{}
	var digests []*digest.Digest
	var texts []string
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*", "truth.json"))
		if err != nil {
			return nil, fmt.Errorf("folder %s: %w", folder, err)
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("folder %s: it holds no family (NAME/truth.json)", folder)
		}
		slices.Sort(files)
		for _, file := range files {
			list, err := c.readFamily(ctx, filepath.Dir(file), scraped)
			if err != nil {
				return nil, err
			}
			for k := range list {
				d := m.Make(&list[k])
				language := counted(d.Meta.Language)
				if counts[language] == nil {
					counts[language] = shingle.NewCounts(shingle.Background(language))
				}
				counts[language].Add(m.ProseWords())
				digests, texts = append(digests, d), append(texts, list[k].Text)
			}
		}
	}
	rarities := map[string]*shingle.Rarity{}
	for language, n := range counts {
		rarities[language] = shingle.Background(language).Blend(n)
	}
	for k, d := range digests {
		p := &c.pieces[k]
		p.from, p.to = d.Meta.Published.Interval()
		p.side = cluster.NewSide(d, texts[k], rarities[counted(d.Meta.Language)])
	}
	slices.SortFunc(c.pieces, func(x, y piece) int {
		return cmp.Or(cmp.Compare(undated(x), undated(y)), x.from.Compare(y.from), x.to.Compare(y.to), cmp.Compare(x.id, y.id))
	})
	return c, nil
}

func undated(p piece) int {
	if p.from.IsZero() {
		return 1
	}
	return 0
}

// counted returns the name under which the words of a language are counted:
// each known one by itself, all others together, as wiretrace run does.
func counted(language string) string {
	if lang.Index(language) >= 0 {
		return language
	}
	return ""
}

// readFamily reads one family and appends its pieces, sides not made yet, and
// returns its articles in the same order, that of their names.
func (c *corpus) readFamily(ctx context.Context, dir string, scraped bool) ([]article.Article, error) {
	file := filepath.Join(dir, "truth.json")
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read truth: %w", err)
	}
	var t truth
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, fmt.Errorf("read truth %s: %w", file, err)
	}
	name := filepath.Base(dir)
	if slices.Contains(c.families, name) {
		return nil, fmt.Errorf("family %s: there are two of that name", dir)
	}
	number := len(c.families)
	c.families = append(c.families, name)
	if t.Clusters == nil && t.Cluster != nil {
		t.Clusters = [][]string{t.Cluster}
	}
	in := map[string]string{}
	for k, members := range t.Clusters {
		for _, slug := range members {
			if _, ok := t.Articles[slug]; !ok {
				return nil, fmt.Errorf("truth %s: cluster %d holds %s, which is no article of it", file, k+1, slug)
			}
			in[slug] = name + "#" + strconv.Itoa(k+1)
		}
	}
	slugs := make([]string, 0, len(t.Articles))
	for slug := range t.Articles {
		slugs = append(slugs, slug)
	}
	slices.Sort(slugs)
	articles := make([]article.Article, 0, len(slugs))
	for _, slug := range slugs {
		a, err := readArticle(ctx, filepath.Join(dir, slug+".txt"))
		if err != nil {
			return nil, err
		}
		about := t.Articles[slug]
		a.ID = name + "/" + slug
		if !scraped {
			a.Outlet = about.Outlet
			a.Published, _ = date.Parse(about.Published)
			a.Published.Source = "field date"
		}
		p := piece{id: a.ID, family: number, cluster: in[slug], role: about.Role}
		for _, source := range about.DerivedFrom {
			p.sources = append(p.sources, name+"/"+source)
		}
		c.pieces = append(c.pieces, p)
		articles = append(articles, *a)
	}
	return articles, nil
}

// readArticle reads the one article of a file.
func readArticle(ctx context.Context, path string) (*article.Article, error) {
	var found *article.Article
	var problem error
	err := reader.Walk(ctx, []string{path}, reader.Options{},
		func(a *article.Article) error {
			found = a
			return nil
		},
		func(p reader.Problem) { problem = errors.Join(problem, errors.New(p.String())) })
	if err = errors.Join(err, problem); err != nil {
		return nil, fmt.Errorf("read article %s: %w", path, err)
	}
	if found == nil {
		return nil, fmt.Errorf("read article %s: it holds no article", path)
	}
	return found, nil
}
