package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Post is one of several whole pieces on one page, as a page of its own.
type Post struct {
	Page string // HTML
	URL  string
}

// Bounds of a page of posts.
const (
	leastPost    = 300 // bytes of running text: teasers have less
	shortestPost = 120 // of one beside others
	mostPosts    = 50
)

// Posts returns the pieces of a page that has several of them whole, as the first page of a blog does: each in an element of its own, below
// a heading that leads to its own page. It returns nil for all others, be they pages of one article or lists of teasers; it depends on nothing
// but its arguments.
func Posts(s string, o Options) []Post {
	if !mayHavePosts(s) {
		return nil
	}
	s, _ = bounded(s)
	doc := parse(s)
	if !hasPosts(doc) {
		return nil // as most pages: what costs more is not asked for
	}
	d := describe(doc, collect(doc), o.URL, new(Page))
	if d.isOneArticle() {
		return nil
	}
	var found []Post
	targets := make(map[string]bool)
	site := d.outlet().Value
	posts, long := 0, 0
	for n := doc; n != nil && posts < mostPosts; {
		element, size := n, 0
		post := isPostElement(n)
		if post {
			size = postText(n)
		}
		if n = next(doc, n, post); size < shortestPost {
			continue
		}
		posts++
		heading, target := d.headingOf(element)
		if heading == nil && isMainPiece(element, size) {
			return nil
		}
		if heading == nil || targets[target] || goesOn(element, target) {
			continue
		}
		targets[target] = true
		found = append(found, d.asPage(element, heading, target, site))
		if size >= leastPost {
			long++
		}
	}
	if long < 2 || len(found)*2 <= posts {
		return nil
	}
	return found
}

// isMainPiece reports whether an element with so much running text, of which no heading leads elsewhere, is the piece that the page is about.
func isMainPiece(n *html.Node, size int) bool { return size >= leastPost && holds(n, atom.H1) }

// hasPosts reports whether a page has two elements at least that may hold a post whole.
func hasPosts(doc *html.Node) bool {
	posts := 0
	for n := doc; n != nil && posts < 2; {
		post := isPostElement(n)
		if post && postText(n) >= shortestPost {
			posts++
		}
		n = next(doc, n, post)
	}
	return posts == 2
}

// isOneArticle reports whether a page says of itself that it is one article.
func (d *describer) isOneArticle() bool {
	_, published := d.metaTime("article:published_time")
	return published || articleRank(d.data.article) >= 2 || d.says("og:type", "article")
}

// mayHavePosts reports whether a page may be one of several posts: it has several elements for them, and says nowhere that it is one article.
func mayHavePosts(s string) bool {
	for _, sign := range [...]string{"article:published_time", `content="article"`, `"NewsArticle"`, `"LiveBlogPosting"`, "content='article'"} {
		if strings.Contains(s, sign) {
			return false // most pages of one article, by their head
		}
	}
	return slices.ContainsFunc([]string{"<article", "hentry", "h-entry", "post-outer", `class="post`}, func(sign string) bool {
		k := strings.Index(s, sign)
		return k >= 0 && strings.Contains(s[k+len(sign):], sign)
	})
}

// isPostElement reports whether an element holds one post, by its kind or a class.
func isPostElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Article:
		return true
	case atom.Div, atom.Section, atom.Li:
		return hasClass(n, "hentry") || hasClass(n, "h-entry") || hasClass(n, "post") || hasClass(n, "post-outer") || hasClass(n, "blog-post")
	}
	return false
}

// postText returns how much running text there is in an element, in paragraphs.
func postText(n *html.Node) (size int) {
	const most = 1 << 12 // bytes of one paragraph that are looked at
	for c := next(n, n, false); c != nil; {
		p := c.DataAtom == atom.P
		if p {
			if k := len(textOf(c, most)); k >= shortestProse {
				size += k
			}
		}
		c = next(n, c, p || neverText(c.DataAtom))
	}
	return size
}

// headingOf returns the first heading of a post and the address that it leads to; nil if that is none of another page.
func (d *describer) headingOf(n *html.Node) (heading *html.Node, target string) {
	for c := next(n, n, false); c != nil; c = next(n, c, neverText(c.DataAtom)) {
		if !isHeading(c.DataAtom) {
			continue
		}
		a := c.Parent
		if a == nil || a.DataAtom != atom.A {
			for a = next(c, c, false); a != nil && a.DataAtom != atom.A; {
				a = next(c, a, false)
			}
		}
		if a == nil {
			return nil, ""
		}
		if target = d.leadsTo(a); target == "" || isHome(target) {
			return nil, ""
		}
		return c, target
	}
	return nil, ""
}

// goesOn reports whether behind the text of a post a link leads to the rest of it: its last paragraph ends in dots, or a link below
// the first has words and the address of the post, without a place on its page.
func goesOn(n *html.Node, target string) bool {
	const longest = 1 << 12 // bytes
	prose, last := 0, ""
	for c := next(n, n, false); c != nil; c = next(n, c, neverText(c.DataAtom)) {
		switch c.DataAtom {
		case atom.P:
			if s := textOf(c, longest); len(s) >= shortestProse {
				prose, last = prose+1, s
			}
		case atom.A:
			if prose > 0 && strings.TrimSpace(attr(c, "href")) == target && !hasDigits(textOf(c, longestDated)) && textOf(c, longestDated) != "" {
				return true
			}
		}
	}
	last = strings.TrimRight(last, " ]")
	return strings.HasSuffix(last, "…") || strings.HasSuffix(last, "...")
}

// asPage makes a page of a post: its element, with its heading as the headline, under the name of the site.
func (d *describer) asPage(n, heading *html.Node, target, site string) Post {
	title := textOf(heading, 600)
	heading.Data, heading.DataAtom = "h1", atom.H1
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=\"" + html.EscapeString(d.facts.language) + "\"><head><title>" + html.EscapeString(title) + "</title>")
	if site != "" {
		b.WriteString("<meta property=\"og:site_name\" content=\"" + html.EscapeString(site) + "\">")
	}
	b.WriteString("</head><body>")
	if html.Render(&b, n) != nil {
		return Post{}
	}
	b.WriteString("</body></html>")
	address := absolute(target, d.at)
	return Post{Page: b.String(), URL: address}
}
