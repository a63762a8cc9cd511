package layout

import (
	"strings"

	"wiretrace/article"
)

// layLists makes furniture of the headlines of other pieces, which follow a
// label such as "Most read", and of lines between two prompts.
func (l *layouter) layLists() {
	const longestList = 12
	for i := range l.parts {
		p := &l.parts[i]
		if p.short() && equalFolded(l.text[p.Start:p.End], l.title) && p.words > 3 {
			p.kind = article.Headline
		}
		if p.short() && i > 0 && i+1 < len(l.parts) && i != l.headline && p.Len() < 120 && p.words > 0 && !p.quotes && l.text[p.End-1] != ':' {
			a, b := &l.parts[i-1], &l.parts[i+1]
			if a.sure && b.sure && a.kind == article.Chrome && b.kind == article.Chrome && !p.sentence && !(p.ended && p.words >= 6) {
				p.kind = article.Chrome
			}
		}
		if !p.label {
			continue
		}
		for k := i + 1; k < min(len(l.parts), i+1+longestList); k++ {
			q := &l.parts[k]
			if q.sure {
				if q.kind == article.Chrome || q.kind == article.Date {
					continue
				}
				break
			}
			if q.kind != article.Prose || q.prose || q.sentence || q.words < 3 || q.upper && q.words < 6 || q.Len() > 140 || k == l.headline || l.text[q.End-1] == ':' {
				break
			}
			q.kind = article.Chrome
		}
	}
}

// layFoot tells what stands behind the running text.
func (l *layouter) layFoot() {
	last, prose := -1, 0 // the last paragraph of the running text
	for i := range l.parts {
		if p := &l.parts[i]; p.prose && p.kind == article.Prose {
			prose++
		}
	}
	for i := len(l.parts) - 1; i >= 0; i-- {
		p := &l.parts[i]
		if p.kind == article.Prose && !p.sure && (p.prose || p.sentence) {
			if i > l.body && i >= len(l.parts)-8 && (l.biography(p) || l.aboutOutlet(p)) {
				p.kind, p.sure = article.Byline, true
				continue
			}
			last = i
			break
		}
	}
	if prose < 3 {
		return
	}
	const longestRun = 8 // more lines than that are a list of the piece's own
	run := 0
	for i := last + 1; i < len(l.parts); i++ {
		if l.parts[i].short() {
			run++
		}
	}
	for i := last + 1; i < len(l.parts); i++ {
		p := &l.parts[i]
		switch {
		case !p.short():
		case p.name || p.role:
			p.kind = article.Byline
		case p.ended || p.quotes || p.Len() > 120 || l.text[p.Start] == '(' || l.text[p.End-1] == ':':
		case run <= longestRun:
			p.kind = article.Chrome
		}
	}
}

// biography reports whether p says who wrote the piece: a name, a verb, and
// the word for somebody who writes.
func (l *layouter) biography(p *part) bool {
	if p.Len() > 500 {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, p.Span)
	names := 0
	for names < len(r.words) && (r.words[names].shape&shapeCapital != 0 && !r.words[names].is(wordFunction) || names > 0 && r.words[names].is(wordParticle)) {
		names++
	}
	if names < 2 || names > 6 || names == len(r.words) {
		return false
	}
	verb := r.words[names]
	switch strings.ToLower(l.text[verb.start:verb.end]) {
	case "covers", "writes":
		return p.Len() < 200
	case "is", "are", "es", "est", "ist", "è", "é", "reported", "contributed", "works":
	case "can":
		return strings.Contains(l.text[p.Start:p.End], "reached at") || strings.Contains(l.text[p.Start:p.End], "@")
	default:
		return false
	}
	if text := l.text[verb.start:verb.end]; text == "contributed" || text == "reported" {
		return p.Len() < 160
	}
	for _, w := range r.words[names+1 : min(len(r.words), names+14)] {
		if w.is(wordRole) && w.shape&shapeLower != 0 && writes(l.text[w.start:w.end]) {
			return true
		}
	}
	return false
}

// writes reports whether role is somebody who writes, not any chief or director.
func writes(role string) bool {
	switch role {
	case "writer", "reporter", "correspondent", "columnist", "editor", "journalist", "critic", "blogger", "contributor", "commentator",
		"periodista", "corresponsal", "redactor", "redactora", "columnista", "journaliste", "correspondant", "correspondante", "rédacteur", "rédactrice",
		"redakteur", "redakteurin", "korrespondent", "korrespondentin", "autor", "autorin", "giornalista", "corrispondente", "jornalista", "repórter", "colunista":
		return true
	}
	return false
}

// aboutOutlet reports whether p is a sentence about the outlet itself.
func (l *layouter) aboutOutlet(p *part) bool {
	if p.Len() > 200 || l.outlet == "" && l.headline < 0 {
		return false
	}
	s := l.text[p.Start:p.End]
	for i := range l.parts[:l.body] {
		if q := &l.parts[i]; q.kind == article.Site && q.words > 1 && q.words < 7 && beginsWithName(s, l.text[q.Start:q.End]) {
			return true
		}
	}
	return l.outlet != "" && beginsWithName(s, l.outlet)
}

// beginsWithName reports whether s begins with name, with an article or
// without, and goes on with is, was, reserves, welcomes or the like.
func beginsWithName(s, name string) bool {
	s = strings.TrimPrefix(s, "The ")
	name = strings.TrimPrefix(name, "The ")
	if len(name) < 4 || len(s) < len(name)+4 || !strings.EqualFold(s[:len(name)], name) {
		return false
	}
	rest := s[len(name):]
	return strings.HasPrefix(rest, " is a ") || strings.HasPrefix(rest, " is an ") || strings.HasPrefix(rest, " is part ") || strings.HasPrefix(rest, " is owned ") ||
		strings.HasPrefix(rest, " is published ") || strings.HasPrefix(rest, " welcomes ") || strings.HasPrefix(rest, " reserves ")
}
