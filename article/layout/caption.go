package layout

import (
	"strings"

	"github.com/zeebo/xxh3"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// layCaptions finds the captions that only their surroundings tell: a line of
// a name and an agency within the text, and the paragraph above such a credit.
func (l *layouter) layCaptions() {
	for i := range l.parts {
		p := &l.parts[i]
		if p.short() && p.words <= 8 && p.name && (i >= l.body && l.agencyName(p) || i > 0 && l.parts[i-1].kind == article.Caption && p.words < 5) {
			p.kind, p.sure = article.Caption, true
		}
		if i > 0 && l.bracketed(p) {
			q := &l.parts[i-1]
			if q.short() && !q.ended && p.gap < 2 && i-1 != l.headline && i-1 < l.body {
				q.kind, q.sure = article.Caption, true // the Independent's: a line, and (AP) below
			}
		}
		if p.kind != article.Caption || p.Len() > 90 || i == 0 {
			continue
		}
		if q := &l.parts[i-1]; q.kind == article.Prose && !q.sure && q.Len() <= longCaption && i-1 != l.headline && pictures(l.text[q.Start:q.End]) {
			q.kind, q.sure = article.Caption, true
		}
	}
}

// layRepeated makes captions of the paragraphs that stand in the text once
// more as captions, as galleries have them.
func (l *layouter) layRepeated() {
	const shortest = 60
	var captions map[uint64]bool
	for i := range l.parts {
		if p := &l.parts[i]; p.kind == article.Caption && p.Len() >= shortest {
			if captions == nil {
				captions = make(map[uint64]bool)
			}
			captions[xxh3.HashString(l.text[p.Start:p.End])] = true
		}
	}
	for i := range l.parts {
		p := &l.parts[i]
		if len(captions) > 0 && p.kind == article.Prose && p.Len() >= shortest && p.Len() <= longCaption && captions[xxh3.HashString(l.text[p.Start:p.End])] {
			p.kind, p.sure = article.Caption, true
		}
	}
}

// agencyName reports whether p is a name with an agency behind it.
func (l *layouter) agencyName(p *part) bool {
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	n := len(r.words)
	return n > 1 && (r.words[n-1].is(wordAgency) || r.words[n-2].is(wordAgency))
}

// bracketed reports whether p is the name of an agency in brackets and nothing else.
func (l *layouter) bracketed(p *part) bool {
	const longest = 30 // bytes
	s := l.text[p.Start:p.End]
	if len(s) > longest || s[0] != '(' || s[len(s)-1] != ')' {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	return len(r.words) > 0 && r.words[len(r.words)-1].is(wordAgency)
}

// pictures reports whether s reads as the description of a photograph: who
// stands where, or the full date on which it was taken.
func pictures(s string) bool {
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`) {
		return false // somebody speaks
	}
	for _, sign := range []string{", left", ", right", ", center", ", centre", "from left", "From left", "(L-R)", "(L)", "(R)", "(C)", "(left)", "(right)", "pictured", "a la izquierda", "à gauche", "à droite", "links)", "rechts)"} {
		if strings.Contains(s, sign) {
			return true
		}
	}
	// "..., July 10, 2018." and "... on July 10, 2018 in Brussels."
	for k := strings.Index(s, ", 20"); k >= 0 && k+6 <= len(s); {
		if k > 2 && s[k-1] >= '0' && s[k-1] <= '9' && s[k+4] >= '0' && s[k+4] <= '9' && s[k+5] >= '0' && s[k+5] <= '9' {
			return true
		}
		next := strings.Index(s[k+1:], ", 20")
		if next < 0 {
			break
		}
		k += 1 + next
	}
	return false
}

// underPlayer reports whether s is the text under a video, which the button that
// closes its player begins: CLOSE The mayor shows where the bridge rusted. (July 12)
func underPlayer(s string) bool {
	rest, ok := strings.CutPrefix(s, "CLOSE ")
	return ok && len(rest) > 1 && word.Capital(rest) && !word.AllCapital(rest[:word.End(rest, 0)])
}

// What makes a page a gallery: so many bytes of captions, and so many times
// more than of prose.
const (
	galleryBytes = 600
	galleryTimes = 8
)

// layGallery gives a page of pictures its captions back: they are all the
// prose it has.
func (l *layouter) layGallery() {
	prose, captions := 0, 0
	for i := range l.parts {
		switch p := &l.parts[i]; p.kind {
		case article.Prose, article.Post:
			prose += p.Len()
		case article.Caption:
			captions += p.Len()
		}
	}
	if captions < galleryBytes || captions < galleryTimes*prose {
		return
	}
	for i := range l.parts {
		if p := &l.parts[i]; p.kind == article.Caption && p.Len() >= 90 {
			p.kind = article.Prose
		}
	}
}
