package terminal

import (
	"fmt"
	"slices"

	"wiretrace/report"
)

// A branch is an article, or an outlet whose article is not in hand, with what
// derives from it.
type branch struct {
	article *report.Article // nil for an outlet
	outlet  string
	below   []*branch
	parent  *branch
}

// deepest is how far the tree is indented; what hangs deeper stands below its
// forebear there.
const deepest = 10

// branches returns the roots of a cluster: each article below what it derives
// from. The order is that of the articles.
func branches(articles []*report.Article) (roots []*branch) {
	byID := map[string]*branch{}
	all := make([]*branch, len(articles))
	for i, a := range articles {
		all[i] = &branch{article: a}
		byID[a.ID] = all[i]
	}
	absent := map[string]*branch{}
	for _, b := range all {
		if source := byID[b.article.SourceArticle]; source != nil && !source.under(b) {
			b.hang(source)
			continue
		}
		for below, names := b, upward(b.article); len(names) > 0; names = names[1:] {
			next := absent[names[0]]
			if next == nil {
				next = &branch{outlet: names[0]}
				absent[names[0]] = next
				roots = append(roots, next)
			}
			if below.parent != nil || next.under(below) {
				break
			}
			below.hang(next)
			below = next
		}
		if b.parent == nil {
			roots = append(roots, b)
		}
	}
	return slices.DeleteFunc(roots, func(b *branch) bool { return b.parent != nil })
}

// upward returns the outlets that an article, whose source is not in hand,
// derives from: the nearest first.
func upward(a *report.Article) []string {
	if a.Role == report.Origin {
		return nil
	}
	names := slices.Clone(a.CreditChain)
	if len(names) == 0 && a.SourceOutlet != "" {
		names = append(names, a.SourceOutlet)
	}
	if a.Upstream != "" && !slices.Contains(names, a.Upstream) {
		names = append(names, a.Upstream)
	}
	if len(names) > 0 && names[len(names)-1] == a.Outlet {
		return nil // its own outlet is the root
	}
	return names
}

func (b *branch) hang(parent *branch) {
	b.parent = parent
	parent.below = append(parent.below, b)
}

// under reports whether b is other or derives from it.
func (b *branch) under(other *branch) bool {
	for ; b != nil; b = b.parent {
		if b == other {
			return true
		}
	}
	return false
}

// cluster writes a cluster as a tree.
func (t *screen) cluster(f *report.Found, width int) {
	c := f.Cluster
	headline := c.Headline
	if headline == "" {
		headline = "Cluster " + c.ID
	}
	t.wrapped(nil, nil, styled(oneLine(headline), tone{bold: true}), width)
	var uncredited []glyph
	switch {
	case c.Uncredited == 1:
		uncredited = styled("1 gives no credit", tone{bold: true})
	case c.Uncredited > 1:
		uncredited = styled(grouped(c.Uncredited)+" give no credit", tone{bold: true})
	}
	t.wrapped(nil, nil, joined(styled(c.ID, tone{}), styled(upstreamOf(c), tone{}),
		styled(count(c.Articles, "article")+" of "+count(c.Outlets, "outlet"), tone{}),
		styled(between(c.FirstPublished, c.LastPublished), tone{}), uncredited), width)
	t.within(f.Within, width)
	t.onlyNew(len(f.Articles), c.Articles, c.ID, width)
	t.line(nil)
	for _, r := range branches(f.Articles) {
		t.tree(r, width)
	}
}

// upstreamOf says whom the articles of a cluster derive from.
func upstreamOf(c *report.Cluster) string {
	if c.Upstream == "" {
		return "source unknown"
	}
	from := "from " + oneLine(c.Upstream)
	if c.UpstreamPresent == report.No {
		from += " (not among them)"
	}
	return from
}

// between says from when to when something was published.
func between(first, last string) string {
	if last != "" && last != first {
		return when(first) + " to " + when(last)
	}
	return when(first)
}

// onlyNew says so if a report has only some of the articles of a story or a
// cluster, which those written with --new-only do.
func (t *screen) onlyNew(here, all int, id string, width int) {
	if here < all {
		t.wrapped(nil, nil, styled(fmt.Sprintf(
			"Only %s of its %s are new and stand here; 'wiretrace archive show FILE %s' shows all.",
			grouped(here), count(all, "article"), id), tone{}), width)
	}
}

// A step is a branch that is still to be written, and how it is reached.
type step struct {
	*branch
	lead, rest string // before its first line, and before the others
}

// tree writes a branch and what is below it. It keeps its own stack, since a
// cluster may be one long chain.
func (t *screen) tree(root *branch, width int) {
	for stack := []step{{branch: root}}; len(stack) > 0; {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		below := s.rest
		if len(s.below) > 0 {
			below += "│"
		}
		t.branch(s, below, width)
		for i, b := range slices.Backward(s.below) {
			next := step{branch: b, lead: s.rest + "├─ ", rest: s.rest + "│  "}
			if i == len(s.below)-1 {
				next.lead, next.rest = s.rest+"└─ ", s.rest+"   "
			}
			if len([]rune(s.rest)) >= 3*deepest {
				next.lead, next.rest = s.lead, s.rest
			}
			stack = append(stack, next)
		}
	}
}

// branch writes one article, or one outlet.
func (t *screen) branch(s step, below string, width int) {
	faint := tone{furniture: true}
	lead, rest := styled(s.lead, faint), styled(below+"  ", faint)
	if s.article == nil {
		t.wrapped(lead, rest, append(styled(oneLine(s.outlet), tone{bold: true}), styled(s.absence(), tone{})...), width)
		return
	}
	a := s.article
	role := a.Role
	if role == report.Single {
		role = "own report"
	}
	if l := sourceLink(a); l != nil && l.ShareArticle > 0 {
		role += ", " + percent(l.ShareArticle) + " of it taken"
	}
	if a.Confidence != "" && a.Confidence != report.Certain {
		role += " (" + a.Confidence + ")"
	}
	t.wrapped(lead, rest, joined(styled(called(a), tone{bold: true}), styled(role, tone{}), creditOf(a), styled(when(a.Published), tone{})), width)
	if title := oneLine(a.Title); title != "" {
		t.wrapped(rest, rest, styled(inMarks(title), tone{}), width)
	}
	if a.Why != "" {
		t.wrapped(rest, rest, styled(oneLine(a.Why), tone{}), width)
	}
	if called(a) != oneLine(a.ID) {
		t.wrapped(rest, rest, styled(oneLine(a.ID), faint), width)
	}
}

// absence says why an outlet has no article in the tree.
func (b *branch) absence() string {
	if slices.ContainsFunc(b.below, func(x *branch) bool {
		return x.article != nil && x.article.SourceArticle != "" && x.article.SourceOutlet == b.outlet
	}) {
		return " (its article is in an earlier report)"
	}
	return " (that article was not found)"
}

// sourceLink returns what ties the article to its source, if that is in hand.
func sourceLink(a *report.Article) *report.Link {
	i := slices.IndexFunc(a.Links, func(l report.Link) bool { return l.SourceArticle == a.SourceArticle && a.SourceArticle != "" })
	if i < 0 {
		return nil
	}
	return &a.Links[i]
}
