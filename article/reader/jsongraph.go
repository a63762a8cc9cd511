package reader

import (
	"bytes"
	"strings"
)

// linked reads a graph of linked data as sites embed it in their pages:
//
//	{"@context": "https://schema.org", "@graph": [
//	  {"@type": "NewsArticle", "headline": ..., "articleBody": ..., "author": {"@id": "#ada"}},
//	  {"@type": "Person", "@id": "#ada", "name": "Ada Crane"}, ...]}
//
// The article is the first node that holds a text; what its fields refer to by
// an identifier is looked up in the others.
func (fs *fields) linked(s *scanner, depth int, add uint8) bool {
	var nodes [][]byte
	ok := s.array(func() bool {
		from := s.i
		ok := s.skip(depth + 1)
		if ok && s.b[from] == '{' {
			nodes = append(nodes, s.b[from:s.i])
		}
		return ok
	})
	fs.graph = make(map[string]string, len(nodes))
	for _, node := range nodes {
		if n := nodeOf(node); n.id != "" && n.name != "" {
			fs.graph[n.id] = n.name
		}
	}
	for _, node := range nodes {
		if (holdsArticle(node, false) || bytes.Contains(node, []byte(`"@graph"`))) && fs.object(&scanner{b: node}, depth+1, add) && fs.rank[textField] != 0 {
			break
		}
	}
	return ok
}

// isLinkedData reports whether a key is one under which programs that read pages, such as
// extruct, keep the linked data that they found, object by object.
func isLinkedData(key []byte) bool {
	switch string(key) {
	case "json-ld", "json_ld", "jsonld", "jsonLd", "ld_json", "ld+json":
		return true
	}
	return false
}

// refer returns the names that stand in the graph for identifiers, which are
// separated by commas; v itself if one is not known there.
func (fs *fields) refer(v string) string {
	if len(fs.graph) == 0 {
		return v
	}
	ids := strings.Split(v, ", ")
	for i, id := range ids {
		name, known := fs.graph[id]
		if !known {
			return v
		}
		ids[i] = name
	}
	return strings.Join(ids, ", ")
}

// A node is what identifies a node of a graph.
type node struct{ kind, id, name string }

// nodeOf reads the object that b begins with.
func nodeOf(b []byte) (n node) {
	s := &scanner{b: b}
	s.object(func(key []byte) bool {
		var to *string
		switch string(key) {
		case "@type":
			to = &n.kind
		case "@id":
			to = &n.id
		case "name":
			to = &n.name
		}
		if to == nil || s.next() != '"' {
			return s.skip(1)
		}
		var ok bool
		*to, ok = flat(s, titleField, 1)
		return ok
	})
	return n
}

// isNode reports whether the object that b begins with is a node of linked data
// that is no article, such as that of the site.
func isNode(b []byte) bool {
	switch nodeOf(b).kind {
	case "WebSite", "WebPage", "CollectionPage", "Organization", "NewsMediaOrganization", "Person", "BreadcrumbList", "ImageObject", "VideoObject", "ItemList", "SearchAction":
		return true
	}
	return false
}
