package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Sources says whose the reports of one story are. The zero value is of none.
type Sources struct {
	Own     int       // that derive from no other
	Updates int       // later versions of what their outlet has published before
	From    []Derived // that derive from others, by upstream, the one of most first
}

// Derived is how many reports derive from an upstream.
type Derived struct {
	Upstream string // outlet; empty if unknown
	Articles int
	Sure     int // of these, those that certainly or likely do
}

// Main returns the upstream that most reports certainly or likely have it from, and how
// many; sure is false where all that is known is what some possibly have, and it is of
// those. further is how many other upstreams are known as well as that one. n is 0 where
// no report derives from another.
func (s *Sources) Main() (upstream string, n int, sure bool, further int) {
	most := func(count func(d *Derived) int) (upstream string, n, further int) {
		for i := range s.From { // the one of most first, whatever they are counted by
			d := &s.From[i]
			if d.Upstream == "" || count(d) == 0 {
				continue
			}
			if further++; count(d) > n {
				upstream, n = d.Upstream, count(d)
			}
		}
		return upstream, n, max(further-1, 0)
	}
	if upstream, n, further = most(func(d *Derived) int { return d.Sure }); n > 0 {
		return upstream, n, true, further
	}
	upstream, n, further = most(func(d *Derived) int { return d.Articles })
	return upstream, n, false, further
}

// IsDerived reports whether an article derives from another, in hand or not.
func IsDerived(a *Article) bool {
	return a.Role == Copy || a.Role == Partial || a.Role == Rewrite
}

// MayBeOwn reports whether an article of which nothing says whose it is credits an
// outlet of which nothing is in hand: it may be that outlet's own piece.
func MayBeOwn(a *Article) bool {
	return a.Outlet == "" && a.Role == Rewrite && a.SourceArticle == "" && a.SourceOutlet != "" && a.UpstreamKind == Outlet
}

// Add counts a report.
func (s *Sources) Add(a *Article) {
	switch {
	case a.Role == Update:
		s.Updates++
		return
	case !IsDerived(a):
		s.Own++
		return
	}
	upstream := cmp.Or(a.Upstream, a.SourceOutlet)
	i := slices.IndexFunc(s.From, func(d Derived) bool { return d.Upstream == upstream })
	if i < 0 {
		i = len(s.From)
		s.From = append(s.From, Derived{Upstream: upstream})
	}
	s.From[i].Articles++
	if a.Confidence != Possible {
		s.From[i].Sure++
	}
	slices.SortFunc(s.From, func(x, y Derived) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Upstream, y.Upstream))
	})
}

// Count returns how many reports were counted.
func (s *Sources) Count() int {
	n := s.Own + s.Updates
	for _, d := range s.From {
		n += d.Articles
	}
	return n
}

// mostSources is how many upstreams of a story are named.
const mostSources = 3

// String says it in words: "3 from Associated Press, 5 own reports".
func (s *Sources) String() string {
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+what)
		}
	}
	named := s.From
	if len(named) > mostSources+1 { // one more takes no more room by its name
		named = named[:mostSources]
	}
	for _, d := range named {
		if d.Upstream == "" {
			add(d.Articles, "from an unknown source")
		} else {
			add(d.Articles, "from "+d.Upstream)
		}
	}
	if rest := s.From[len(named):]; len(rest) > 0 {
		others := 0
		for _, d := range rest {
			others += d.Articles
		}
		add(others, fmt.Sprintf("from %d other sources", len(rest)))
	}
	counted := func(n int, one string) {
		if n == 1 {
			add(1, one)
		} else {
			add(n, one+"s")
		}
	}
	counted(s.Updates, "later version")
	counted(s.Own, "own report")
	return strings.Join(parts, ", ")
}

// A StoryCount says how the articles of a report belong together. It is made
// from the rows, in the order in which a Writer takes them.
type StoryCount struct {
	Count   int // stories
	Reports int // articles of a story
	Alone   int // articles of neither a story nor a cluster
	Named   int // articles of no cluster that derive from another all the same

	Largest []ToldStory // at most five, largest first
}

// A ToldStory is a story, and whose its reports are.
type ToldStory struct {
	Story
	Sources Sources
}

// largestTold is how many stories a StoryCount names.
const largestTold = 5

// Story counts a story.
func (c *StoryCount) Story(s *Story) {
	c.Count++
	c.Largest = append(c.Largest, ToldStory{Story: *s})
	slices.SortFunc(c.Largest, func(x, y ToldStory) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.ID, y.ID))
	})
	c.Largest = c.Largest[:min(len(c.Largest), largestTold)]
}

// Article counts an article, after all stories.
func (c *StoryCount) Article(a *Article) {
	switch {
	case a.Story != "":
		c.Reports++
	case a.Cluster == "":
		c.Alone++
	}
	if a.Cluster == "" && IsDerived(a) {
		c.Named++
	}
	for i := range c.Largest {
		if c.Largest[i].ID == a.Story {
			c.Largest[i].Sources.Add(a)
		}
	}
}
