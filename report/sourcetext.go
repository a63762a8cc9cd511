package report

import "strings"

// sourceTexts are the words of the sources of passages, of which a report may have the
// offsets alone. What is held is those words, and no other text.
type sourceTexts struct {
	wanted map[string]map[stretchOf]bool // by source
	found  map[stretchIn]string
}

// A stretchOf is a stretch of a text in code points, a stretchIn one of an article.
type (
	stretchOf struct{ start, end int }
	stretchIn struct {
		article string
		stretchOf
	}
)

// want notes what an article's passages lack.
func (s *sourceTexts) want(a *Article) {
	for i := range a.Passages {
		p := &a.Passages[i]
		if p.SourceText != "" || p.SourceArticle == "" || p.SourceEnd <= p.SourceStart {
			continue
		}
		if s.wanted == nil {
			s.wanted = map[string]map[stretchOf]bool{}
		}
		if s.wanted[p.SourceArticle] == nil {
			s.wanted[p.SourceArticle] = map[stretchOf]bool{}
		}
		s.wanted[p.SourceArticle][stretchOf{p.SourceStart, p.SourceEnd}] = true
	}
}

// read looks for what is wanted, in one reading of the report in dir.
func (s *sourceTexts) read(dir string) error {
	if s.wanted == nil {
		return nil
	}
	s.found = map[stretchIn]string{}
	return Read(dir, Rows{Article: func(a *Article) error {
		if a.Text == "" || s.wanted[a.ID] == nil {
			return nil
		}
		at := NewOffsets(a.Text)
		for x := range s.wanted[a.ID] {
			from := at.Byte(x.start)
			s.found[stretchIn{a.ID, x}] = strings.Clone(strings.TrimSpace(a.Text[from:max(from, at.Byte(x.end))]))
		}
		return nil
	}})
}

// fill gives an article's passages what was found.
func (s *sourceTexts) fill(a *Article) {
	for i := range a.Passages {
		p := &a.Passages[i]
		if p.SourceText == "" {
			p.SourceText = s.found[stretchIn{p.SourceArticle, stretchOf{p.SourceStart, p.SourceEnd}}]
		}
	}
}

// ReadCluster hands the articles of a cluster of the report in dir to use, in order,
// and returns the cluster, nil if there is none of that id. Passages have the words of
// their sources, unless report.jsonl has them by offsets alone and the source is in no
// article of this report.
func ReadCluster(dir, id string, use func(*Article) error) (cluster *Cluster, err error) {
	each := func(use func(*Article) error) error {
		return Read(dir, Rows{
			Article: func(a *Article) error {
				if a.Cluster != id {
					return nil
				}
				return use(a)
			},
			Cluster: func(c *Cluster) error {
				if c.ID == id {
					cluster = c
				}
				return nil
			},
		})
	}
	var sources sourceTexts
	if err := each(func(a *Article) error { sources.want(a); return nil }); err != nil {
		return nil, err
	}
	if err := sources.read(dir); err != nil {
		return nil, err
	}
	return cluster, each(func(a *Article) error {
		sources.fill(a)
		return use(a)
	})
}
