package reader

import (
	"cmp"
	"slices"
	"strings"
)

// A jsonAround is what a file says of its records.
type jsonAround struct {
	outlet string // title of a feed or a site
	byline string // who wrote this one
}

// A ghostSite is what an export of Ghost holds: a database of tables, in which the writers of a
// post are found by way of two others.
//
//	{"db": [{"meta": {...}, "data": {
//	  "posts": [{"id": "p1", "title": "...", "html": "...", "status": "published", "type": "post"}],
//	  "users": [{"id": "u1", "name": "Ada Crane"}],
//	  "posts_authors": [{"post_id": "p1", "author_id": "u1", "sort_order": 0}],
//	  "settings": [{"key": "title", "value": "The Example"}]}}]}
type ghostSite struct {
	posts   [][]byte
	users   map[string]string       // names by ids
	writers map[string][]ghostWrote // by the ids of posts
	title   string
}

// A ghostWrote says who wrote a post, and the how manieth of its writers it is.
type ghostWrote struct {
	user  string
	order string
}

// ghost reads an export of Ghost, which stands at the window, as a whole.
func (s *jsonSplitter) ghost() error {
	data, _ := s.wholeValue("an export of Ghost", "")
	if data == nil {
		return nil
	}
	site := ghostSite{users: map[string]string{}, writers: map[string][]ghostWrote{}}
	scan := &scanner{b: data}
	site.read(scan, 0)
	for i, post := range site.posts {
		row := rowOf(post)
		if row["type"] == "page" {
			s.src.problem(i+1, "%s", sitePage)
			continue
		}
		around := jsonAround{outlet: site.title, byline: site.bylineOf(row["id"])}
		if err := s.src.hand(&Record{Number: i + 1, Data: post, around: around, form: s.form}); err != nil {
			return err
		}
	}
	return nil
}

// read reads the tables in the object that stands next.
func (g *ghostSite) read(s *scanner, depth int) bool {
	return s.object(func(key []byte) bool {
		name := string(key)
		switch c := s.next(); {
		case c == '{' && name == "data" && depth < deepestWrapping:
			return g.read(s, depth+1)
		case c != '[':
			return s.skip(depth + 1)
		case name == "db" && depth < deepestWrapping:
			return s.array(func() bool {
				if s.next() == '{' {
					return g.read(s, depth+1)
				}
				return s.skip(depth + 1)
			})
		}
		return s.array(func() bool {
			from := s.i
			if s.next() != '{' || name != "posts" && name != "users" && name != "posts_authors" && name != "settings" {
				return s.skip(depth + 1)
			}
			ok := s.skip(depth + 1)
			if ok {
				g.row(name, s.b[from:s.i])
			}
			return ok
		})
	})
}

// row takes a row of a table.
func (g *ghostSite) row(table string, data []byte) {
	if table == "posts" {
		g.posts = append(g.posts, data)
		return
	}
	row := rowOf(data)
	switch table {
	case "users":
		g.users[row["id"]] = row["name"]
	case "posts_authors":
		g.writers[row["post_id"]] = append(g.writers[row["post_id"]], ghostWrote{row["author_id"], row["sort_order"]})
	case "settings":
		if row["key"] == "title" && plainName(row["value"]) {
			g.title = row["value"]
		}
	}
}

// bylineOf returns who wrote a post.
func (g *ghostSite) bylineOf(post string) string {
	wrote := slices.Clone(g.writers[post])
	slices.SortStableFunc(wrote, func(a, b ghostWrote) int { return cmp.Compare(a.order, b.order) })
	var names []string
	for _, w := range wrote {
		if name := g.users[w.user]; name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// rowOf returns the short values of an object.
func rowOf(data []byte) map[string]string {
	const longest = 200 // bytes of a value
	row := map[string]string{}
	s := &scanner{b: data}
	s.object(func(key []byte) bool {
		if c := s.next(); c == '{' || c == '[' {
			return s.skip(1)
		}
		from := s.i
		v, ok := flat(s, idField, 1)
		if ok && s.i-from <= longest {
			row[string(key)] = v
		}
		return ok
	})
	return row
}
