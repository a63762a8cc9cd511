package page

import (
	"cmp"
	"html/template"
	"slices"

	"wiretrace/report"
)

// A shared quotation is shown with every wording of it, side by side.

// Bounds of what is kept and shown of a cluster's quotations.
const (
	keptWordings  = 400
	shownWordings = 12
	shownQuotes   = 20
	leastWords    = 4 // shorter ones are names and scare quotes
)

// A wording is a quotation as one article has it.
type wording struct {
	key                    string // of the article
	start, end             int
	text, speaker          string
	source                 string // key of the article that has it too
	sourceStart, sourceEnd int
	sourceText             string
}

// wordings appends the quotations of a that others have too.
func wordings(dst []wording, a *report.Article, key string) []wording {
	for i := range a.Passages {
		p := &a.Passages[i]
		if p.Label != report.Quoted || p.Words < leastWords || p.SourceArticle == "" && p.ReusedBy == 0 || len(dst) >= keptWordings {
			continue
		}
		dst = append(dst, wording{
			key, p.Start, p.End, clip(p.Text, 600), clip(p.Speaker, 100),
			keyOf(p.SourceArticle), p.SourceStart, p.SourceEnd, clip(p.SourceText, 600),
		})
	}
	return dst
}

// A quotation is what a page shows of one: each wording once, the oldest
// first.
type quotation struct {
	Speaker  string
	Wordings []struct {
		Text  template.HTML // words that the oldest has not are marked
		Links []template.HTML
	}
	More int // wordings not shown
}

// quotations groups the wordings of one cluster. The order of the members is
// that of their publication.
func quotations(ws []wording, members []member, link func(h hole) template.HTML) []quotation {
	place := map[string]int{}
	for i := range members {
		place[members[i].key] = i
	}
	parent := make([]int, 0, len(ws))
	for i := range ws {
		parent = append(parent, i)
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	byArticle := map[string][]int{}
	for i, w := range ws {
		byArticle[w.key] = append(byArticle[w.key], i)
	}
	for i := range len(ws) {
		w := ws[i]
		if _, here := place[w.source]; !here {
			continue
		}
		found := -1
		for _, j := range byArticle[w.source] {
			if ws[j].start < w.sourceEnd && w.sourceStart < ws[j].end {
				found = j
				break
			}
		}
		if found < 0 { // it is no quotation there, or not known to be shared
			found = len(ws)
			ws = append(ws, wording{key: w.source, start: w.sourceStart, end: w.sourceEnd, text: w.sourceText})
			parent = append(parent, found)
			byArticle[w.source] = append(byArticle[w.source], found)
		}
		parent[root(i)] = root(found)
	}
	groups := map[int][]wording{}
	for i, w := range ws {
		groups[root(i)] = append(groups[root(i)], w)
	}
	var all [][]wording
	for _, g := range groups {
		slices.SortFunc(g, func(v, w wording) int {
			return cmp.Or(cmp.Compare(place[v.key], place[w.key]), cmp.Compare(v.start, w.start))
		})
		if g[0].key != g[len(g)-1].key {
			all = append(all, g)
		}
	}
	slices.SortFunc(all, func(g, h []wording) int {
		return cmp.Or(cmp.Compare(place[g[0].key], place[h[0].key]), cmp.Compare(g[0].start, h[0].start))
	})
	var out []quotation
	for _, g := range all[:min(len(all), shownQuotes)] {
		out = append(out, show(g, link))
	}
	return out
}

// show makes what is seen of one group.
func show(g []wording, link func(h hole) template.HTML) (q quotation) {
	seen := map[string]int{}
	for _, w := range g {
		q.Speaker = cmp.Or(q.Speaker, w.speaker)
		i, there := seen[w.text]
		if !there {
			i = len(q.Wordings)
			if i == shownWordings {
				q.More++
				continue
			}
			seen[w.text] = i
			_, differ := report.Differ(g[0].text, w.text)
			var b []byte
			at := 0
			for _, d := range differ {
				b = appendText(b, w.text[at:d.Start])
				b = append(appendText(append(b, "<b>"...), w.text[d.Start:d.End]), "</b>"...)
				at = d.End
			}
			q.Wordings = append(q.Wordings, struct {
				Text  template.HTML
				Links []template.HTML
			}{Text: template.HTML(appendText(b, w.text[at:]))})
		}
		if links := &q.Wordings[i].Links; len(*links) < 8 {
			*links = append(*links, link(hole{key: w.key, start: w.start, end: w.end}))
		}
	}
	return q
}
