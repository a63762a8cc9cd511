package layout

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// Bounds of the head of a text, in parts.
const (
	longestHead   = 60 // before the running text
	longestPauses = 6  // after its first paragraph, in which a byline or date makes that a standfirst
)

// findBody sets where the running text begins: at the first paragraph that
// is prose beyond doubt, unless bylines or dates follow on its heels.
func (l *layouter) findBody() {
	l.body = len(l.parts)
	for i := range l.parts {
		if p := &l.parts[i]; p.prose && !p.sure && !equalFolded(l.text[p.Start:p.End], l.title) {
			l.body = i
			break
		}
	}
	if l.body > longestHead {
		l.body = min(longestHead, len(l.parts))
		return
	}
	prose := 0
	for i := l.body + 1; i < min(len(l.parts), l.body+longestPauses); i++ {
		p := &l.parts[i]
		if p.prose && !p.sure {
			if prose++; prose > 2 {
				return
			}
		}
		if p.sure && (p.kind == article.Byline || p.kind == article.Date && i-l.body <= 3) {
			for k := i + 1; k < min(len(l.parts), i+longestPauses); k++ {
				if l.parts[k].prose && !l.parts[k].sure {
					l.body = k
					return
				}
			}
			return
		}
	}
}

// layHead tells headline, standfirst, byline and the names of site and
// sections from each other in what stands before the running text.
func (l *layouter) layHead() {
	l.findBody()
	if l.body > 1 && l.described(&l.parts[0]) {
		l.parts[0].kind, l.parts[0].sure = article.Site, true
	}
	l.findOutlet()
	l.findHeadline()
	l.markMasthead()
	undecided := 0
	for i := range l.parts[:l.body] {
		if l.parts[i].short() {
			undecided++
		}
	}
	if undecided > 16 {
		return // a list, a poem or a transcript, not a head
	}
	signed := false // a byline or date was seen after the headline
	for i := range l.parts[:l.body] {
		p := &l.parts[i]
		after := l.headline >= 0 && i > l.headline
		if after && (p.kind == article.Byline || p.kind == article.Date) {
			signed = true
		}
		if p.menu && p.kind == article.Chrome {
			p.kind = article.Site
		}
		switch {
		case i == l.headline:
			p.kind, p.sure = article.Headline, true
		case p.sure || p.kind != article.Prose:
		case equalFolded(l.text[p.Start:p.End], l.title) && p.words > 2:
			p.kind = article.Headline
		case p.name && i == 0 && !after && l.titledName(p):
			p.kind, p.sure = article.Site, true
		case p.name && i == 0 && !after && l.outlet == "" && l.headline > 0:
			p.kind = article.Site // a writer or a paper: nothing tells
		case p.name:
			p.kind, signed = article.Byline, signed || after
		case p.role:
			p.kind = article.Byline
		case p.sections, p.upper && p.words <= 4 && !after, !p.ended && l.sinceYear(i) && l.namesPaper(p):
			p.kind = article.Site
		case p.prose:
			// A paragraph before the byline: a standfirst as long as a sentence.
		case !after && l.headline >= 0:
			if !p.sentence || i > 0 && l.parts[i-1].kind == article.Site && p.Len() < 100 {
				p.kind = article.Site // a slogan, a greeting
			}
		case after && !signed && p.words > 3:
			p.kind = article.Headline
		case after && !p.ended && !p.quotes && p.words <= 4 && !p.upper:
			p.kind = article.Chrome
		case l.headline < 0 && p.words <= 3 && !p.ended:
			p.kind = article.Site
		}
	}
}

// namesPaper reports whether p holds a word for a paper.
func (l *layouter) namesPaper(p *part) bool {
	l.vocabulary.read(&l.reading, l.text, l.scanned, p.Span)
	return l.reading.count(wordPaper) > 0
}

// titledName reports whether p, a name on the first line, is the outlet's
// rather than the writer's: The Something, or a name above the headline of a
// piece that has a byline below it.
func (l *layouter) titledName(p *part) bool {
	if word, _ := word.LettersAt(l.text, p.Start); strings.EqualFold(word, "the") && !p.phrase {
		return true
	}
	for i := max(l.headline, 0); i < l.body; i++ {
		if q := &l.parts[i]; q.kind == article.Byline || q.name && i > 0 {
			return l.headline > 0
		}
	}
	return false
}

// described reports whether p, the first line, is the outlet's name and, behind a comma,
// what it is in small letters: La Portée, le magazine des musiciens.
func (l *layouter) described(p *part) bool {
	const most, articles = 10, 1 // words of the line; before the word for a paper
	if p.sure || p.ended || p.quotes || p.words > most || equalFolded(l.text[p.Start:p.End], l.title) {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	comma := p.Start + strings.IndexByte(l.text[p.Start:p.End], ',')
	behind := slices.IndexFunc(r.words, func(w token) bool { return w.start > comma })
	if comma < p.Start || behind < 1 {
		return false
	}
	what := r.words[behind:]
	if slices.ContainsFunc(what, func(w token) bool { return w.shape&shapeLower == 0 }) {
		return false
	}
	return slices.ContainsFunc(what[:min(len(what), articles+1)], func(w token) bool { return w.is(wordPaper) })
}

// paperName reports whether part i is a name as outlets have: few words, all
// capitalised, one of them such as Times or Gazette, or a domain.
func (l *layouter) paperName(p *part, i int) bool {
	if i > 3 || p.ended || p.quotes || p.words > 6 || equalFolded(l.text[p.Start:p.End], l.title) && p.words > 4 {
		return false
	}
	r, text := &l.reading, l.text
	l.vocabulary.read(r, text, l.scanned, p.Span)
	if domainName(text, r.words) != "" {
		return true
	}
	paper := false
	for i, w := range r.words {
		switch {
		case i > 0 && (text[r.words[i-1].end] == ',' || text[r.words[i-1].end] == ':'), text[w.start:w.end] == "for": // a writer's name and the paper's, a rubric and a title
			return false
		case w.is(wordAgency), i == len(r.words)-1 && w.is(wordRole) && !w.is(wordPaper):
			return false
		case w.is(wordPaper):
			paper = true
		case w.shape&shapeLower != 0 && !w.is(wordParticle|wordFunction):
			return false
		}
	}
	return paper && r.capital > 1
}

// domainName returns the domain among words, such as Example.com, or "".
func domainName(text string, words []token) string {
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if b.start == a.end+1 && text[a.end] == '.' && b.is(wordTLD) && a.shape&shapeNumber == 0 && a.end-a.start > 1 {
			return text[a.start:b.end]
		}
	}
	return ""
}
