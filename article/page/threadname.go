package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isThread reports whether class or id of n say that it holds what readers have written, and nothing else. It may be longer
// than the piece, so that its size says nothing; but a page of a forum has no other text, and one that may be commented
// on says so in the classes of its body: hence the whole name, and running text before it.
func isThread(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Ol, atom.Ul, atom.Aside:
	default:
		return false
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		if a.Key != "class" && a.Key != "id" || len(a.Val) > 400 {
			continue
		}
		for name := range strings.FieldsSeq(a.Val) {
			if len(name) <= longestThreadName && threadName(strings.ToLower(name)) {
				return true
			}
		}
	}
	return false
}

// longestThreadName is the length in bytes of the longest name that threadName knows.
const longestThreadName = 24

func threadName(name string) bool {
	switch strings.NewReplacer("-", "", "_", "").Replace(name) {
	case "comments", "commentsarea", "commentssection", "commentsection", "commentslist", "commentlist", "commentswrapper", "commentscontainer", "commentsblock", "articlecomments", "postcomments",
		"fbcomments", "disqusthread", "hyvortalk", "readercomments", "usercomments", "livefyre", "viafouracomments",
		"kommentare", "leserkommentare", "commentaires", "comentarios", "commenti", "reacties", "komentarze", "yorumlar", "kommentarer", "kommentit", "komentare", "kommentek", "hozzaszolasok", "comentarii":
		return true
	}
	return false
}

// dropNamedThreads takes out of a page the parts that are named as readers' comments, whatever their size, if there is
// enough running text before them.
func dropNamedThreads(doc *html.Node) {
	before := 0 // bytes of running text
	for n := doc; n != nil; {
		thread := n.Type == html.ElementNode && before >= leastText && len(n.Attr) > 0 && isThread(n) && !holds(n, atom.H1)
		if n.Type == html.TextNode && len(n.Data) >= shortestProse {
			before += lengthOf(n.Data)
		}
		following := next(doc, n, thread || unread(n.DataAtom))
		if thread {
			remove(n)
		}
		n = following
	}
}
