package report

import (
	"errors"
	"fmt"
	"strings"
)

// A Found is what Find has found: a story or a cluster with its articles, without
// their texts, or one article with all of it.
type Found struct {
	Story    *Story     // nil if it is no story
	Clusters []*Cluster // of the story
	Cluster  *Cluster   // nil if it is no cluster
	Articles []*Article

	Within *Story // the story of the cluster or the article; nil if it is of none

	Rebuilt bool // the report has no report.jsonl, and a text is what passages.csv has of it
}

// mostNamed is how many articles an error names.
const mostNamed = 8

// ErrNoSuch is the error of Find where nothing has the name.
var ErrNoSuch = errors.New("no story, cluster or article")

// Find looks in the report in dir for the story, the cluster or the article of a
// name: the id of any, or the end of an article's id from a slash on, if one
// article alone ends so.
func Find(dir, name string) (*Found, error) {
	f, err := find(dir, name)
	if err == nil && f.Story == nil && f.Cluster == nil {
		err = f.addSourceTexts(dir)
	}
	if err != nil || f.Story != nil || len(f.Articles) == 0 || f.Articles[0].Story == "" {
		return f, err
	}
	return f, eachRow(dir, storiesFile, (*tableReader).story, func(s *Story) error {
		if s.ID == f.Articles[0].Story {
			f.Within = s
		}
		return nil
	})
}

// addSourceTexts gives the passages of the article found the words of their sources.
func (f *Found) addSourceTexts(dir string) error {
	f.Rebuilt = !HasObjects(dir)
	var sources sourceTexts
	for _, a := range f.Articles {
		sources.want(a)
	}
	err := sources.read(dir)
	for _, a := range f.Articles {
		sources.fill(a)
	}
	return err
}

// find is Find without the story that holds what is found, and without the texts of
// its sources.
func find(dir, name string) (*Found, error) {
	var group Found // the story or the cluster looked for
	var exact *Article
	var like []*Article
	likes := 0
	err := Read(dir, Rows{Story: func(s *Story) error {
		if s.ID == name {
			group.Story = s
		}
		return nil
	}, Article: func(a *Article) error {
		switch {
		case exact != nil:
		case a.ID == name:
			exact = a
		case name != "" && strings.HasSuffix(a.ID, "/"+strings.TrimPrefix(name, "/")):
			likes++
			if len(like) < mostNamed {
				like = append(like, a)
			}
		}
		if name != "" && (a.Cluster == name || a.Story == name) {
			light := *a
			light.Text, light.Passages, light.Credits, light.Quotes = "", nil, nil, nil
			group.Articles = append(group.Articles, &light)
		}
		return nil
	}, Cluster: func(c *Cluster) error {
		switch n := len(group.Articles); {
		case c.ID == name:
			group.Cluster = c
		case group.Story != nil && n > 0 && group.Articles[n-1].Cluster == c.ID:
			group.Clusters = append(group.Clusters, c)
		}
		return nil
	}})
	switch {
	case err != nil:
		return nil, err
	case group.Story != nil, group.Cluster != nil:
		return &group, nil
	case exact != nil:
		return &Found{Articles: []*Article{exact}}, nil
	case likes == 1:
		return &Found{Articles: like}, nil
	case likes > 1:
		names := make([]string, len(like))
		for i, a := range like {
			names[i] = a.ID
		}
		more := ""
		if likes > len(like) {
			more = fmt.Sprintf(" and %d more", likes-len(like))
		}
		return nil, fmt.Errorf("%s could be any of %s%s", name, strings.Join(names, ", "), more)
	}
	return nil, fmt.Errorf("%s: %w of %s has this name", name, ErrNoSuch, dir)
}
