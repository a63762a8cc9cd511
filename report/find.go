package report

import (
	"fmt"
	"strings"
)

// A Found is what Find has found: a cluster with its articles, without their
// texts, or one article with all of it.
type Found struct {
	Cluster  *Cluster // nil if it is an article
	Articles []*Article
}

// mostNamed is how many articles an error names.
const mostNamed = 8

// Find looks in the report in dir for the cluster or the article of a name: the
// id of either, or the end of an article's id from a slash on, if one article
// alone ends so.
func Find(dir, name string) (*Found, error) {
	var members []*Article // of the cluster at hand, or of the one looked for
	var cluster *Cluster
	var exact *Article
	var like []*Article
	likes := 0
	err := Read(dir, Rows{Article: func(a *Article) error {
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
		if a.Cluster == name && name != "" {
			light := *a
			light.Text, light.Passages, light.Credits, light.Quotes = "", nil, nil, nil
			members = append(members, &light)
		}
		return nil
	}, Cluster: func(c *Cluster) error {
		if c.ID == name {
			cluster = c
		}
		return nil
	}})
	switch {
	case err != nil:
		return nil, err
	case cluster != nil:
		return &Found{Cluster: cluster, Articles: members}, nil
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
	return nil, fmt.Errorf("%s: no cluster or article of %s has this name (clusters.csv and report.csv list them)", name, dir)
}
