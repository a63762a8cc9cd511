package layout

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A pageTitle is a line of the head that is what <title> holds: the headline and the names of section
// and site, with bars between.
type pageTitle struct {
	part  int
	title article.Span // the headline in it
	site  article.Span // what names the site; empty if nothing does
}

// findPageTitle looks for a line at the top that is a page's title, and sets the headline to it, or to the line
// below that is the headline alone. It reports whether it found one. inBody counts the words that a span shares
// with the running text, by which the headline among the items is told from a motto or a menu.
func (l *layouter) findPageTitle(inBody func(article.Span) (shared, words int)) bool {
	const highest = 3 // parts looked at
	for i := range l.parts[:min(highest, l.body)] {
		p := &l.parts[i]
		items := l.items(p)
		if len(items) < 2 {
			continue
		}
		best := l.headlineAmong(items, inBody)
		if best < 0 {
			if (l.siteLike(items[0]) || l.nameLike(items[0])) && l.headlineBelow(i, inBody) {
				p.kind, p.sure, p.menu = article.Site, true, true // the outlet's name and its motto
			}
			continue
		}
		if (p.menu || p.kind == article.Site) && l.headlineBelow(i, inBody) && l.repeats(i, items[best]) < 0 {
			return false // name and section of the site, and the headline below
		}
		l.page = pageTitle{part: i, title: items[best]}
		if at := slices.IndexFunc(items, l.siteLike); at >= 0 && at != best {
			l.page.site = items[at]
		}
		if k := l.repeats(i, items[best]); k >= 0 {
			p.kind, p.sure, p.menu = article.Site, true, true
			l.headline = k
			return true
		}
		p.kind, p.sure, p.menu = article.Prose, false, false
		l.headline = i
		return true
	}
	return false
}

// headlineAmong returns which of items is the headline, as of all that are no name it shares most words
// with the running text; -1 if none does.
func (l *layouter) headlineAmong(items []article.Span, inBody func(article.Span) (shared, words int)) int {
	best, most := -1, 0
	for k, item := range items {
		if l.siteLike(item) || l.nameLike(item) {
			continue
		}
		if shared, words := inBody(item); shared > most && (shared > 1 || 2*shared >= words && words > 1) && strings.Count(l.text[item.Start:item.End], " ") > 1 {
			best, most = k, shared
		}
	}
	return best
}

// repeats returns the line of the head, but part i, that is an item of part i and nothing else; -1 if there is none.
func (l *layouter) repeats(i int, item article.Span) int {
	for k := range l.parts[:l.body] {
		if k != i && equalFolded(l.line(k), l.text[item.Start:item.End]) {
			return k
		}
	}
	return -1
}

// headlineBelow reports whether one of the lines below part i in the head may be the headline by its form and its words.
func (l *layouter) headlineBelow(i int, inBody func(article.Span) (shared, words int)) bool {
	return slices.ContainsFunc(l.headlines(), func(k int) bool {
		if k <= i {
			return false
		}
		shared, _ := inBody(l.parts[k].Span)
		return shared > 0
	})
}

// items returns what the bars of a line part, two or three items; or headline and site, with a dash between. It
// is nil if the line is no such title.
func (l *layouter) items(p *part) (items []article.Span) {
	const longest, mostBars = 220, 2 // bytes
	s := l.text[p.Start:p.End]
	if p.Len() > longest || !p.mayBeTitle() {
		return nil
	}
	if bars := strings.Count(s, " | "); bars > 0 {
		if bars > mostBars || strings.Count(s, "|") > bars {
			return nil
		}
		for at := p.Start; ; {
			item, _, more := strings.Cut(l.text[at:p.End], " | ")
			items = append(items, l.trimmed(at, at+len(item)))
			if !more {
				return items
			}
			at += len(item) + len(" | ")
		}
	}
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if k := strings.LastIndex(s, dash); k > 0 {
			if site := l.trimmed(p.Start+k+len(dash), p.End); l.siteLike(site) {
				return []article.Span{l.trimmed(p.Start, p.Start+k), site}
			}
		}
	}
	return nil
}

// mayBeTitle reports whether nothing says that p is running text or furniture other than a title.
func (p *part) mayBeTitle() bool {
	return !p.prose && (p.menu || p.kind == article.Prose || p.kind == article.Site)
}

// nameLike reports whether an item of a title is a few words with capital letters.
func (l *layouter) nameLike(s article.Span) bool {
	const most = 4 // words
	l.buf = l.vocabulary.tokenize(l.buf[:0], l.text, l.scanned, s.Start, s.End)
	return len(l.buf) > 0 && len(l.buf) <= most && !slices.ContainsFunc(l.buf, func(w token) bool {
		return w.shape&shapeCapital == 0 && !w.is(wordParticle)
	})
}

// trimmed returns the span without the white space around it.
func (l *layouter) trimmed(start, end int) article.Span {
	start = min(word.SkipSpace(l.text[:end], start), end)
	return article.Span{Start: start, End: max(start, word.TrimEnd(l.text, end))}
}

// siteLike reports whether an item of a title is the outlet's name by its words: the one known, a domain, or
// capitalised words of which one is such as Times or Gazette.
func (l *layouter) siteLike(s article.Span) bool {
	const most = 6 // words
	item := l.text[s.Start:s.End]
	if l.namesOutlet(item) {
		return true
	}
	l.buf = l.vocabulary.tokenize(l.buf[:0], l.text, l.scanned, s.Start, s.End)
	if domainName(l.text, l.buf) != "" && strings.IndexByte(item, ' ') < 0 {
		return true
	}
	paper, capitals := false, 0
	for _, w := range l.buf {
		switch {
		case w.shape&shapeCapital != 0:
			capitals++
		case !w.is(wordParticle) && l.text[w.start:w.end] != "of":
			return false
		}
		paper = paper || w.is(wordPaper)
	}
	return paper && capitals > 1 && len(l.buf) <= most
}
