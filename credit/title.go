package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Title puts before dst, the credits of the text of a, those of a.Title, a title given outside
// the text, that dst has not: Bridge to close, Herald reports; Herald: bridge to close; Bridge
// to close (Herald). They have no place in the text: their span is empty, at its start.
//
// Titles are short of words, and what they say of an outlet in their midst may be the news
// itself. So those count alone that begin or end with whom they credit.
func (r *Reader) Title(dst []Credit, a *article.Article) []Credit {
	const longest, lead = 240, 600 // bytes
	title := strings.TrimSpace(a.Title)
	if title == "" || len(title) > longest || strings.ContainsAny(title, "\n\r") {
		return dst
	}
	at := strings.Index(a.Text[:min(len(a.Text), lead)], title)
	rest := a.Text
	if at >= 0 { // its sentences were read with the text
		if !strings.HasSuffix(title, ")") && !strings.ContainsAny(title, "-–—:") {
			return dst
		}
		rest = a.Text[at+len(title):]
	}
	field := *a
	field.Text, field.Title, field.Byline, field.Signals, field.Preamble = title, "", "", nil, 0
	whole := article.Span{Start: 0, End: len(title)}
	laid := article.Layout{Blocks: []article.Block{{Span: whole, Kind: article.Headline}}, Sentences: []article.Span{whole}}
	s := r.scratch.Get().(*reading)
	defer r.scratch.Put(s)
	s.begin(r, &field, &laid, word.Words(nil, title))
	defer s.end()
	found := []Credit(nil)
	var credits []Credit
	if at < 0 {
		credits = s.sentences(nil)
	}
	for _, c := range s.titleDash(s.titleBracket(credits)) {
		known := false
		for _, d := range dst {
			known = known || d.Outlet == c.Outlet
		}
		if !known && c.Kind != outlet.Platform && s.framesTitle(&c) && !about(rest, &c) {
			if c.Span = (article.Span{}); at >= 0 {
				c.Span = article.Span{Start: at, End: at + len(title)}
			}
			found = append(found, c)
		}
	}
	return append(found, dst...)
}

// about reports whether text, which credits c with nothing, names its outlet, so that a title that
// only puts it before a colon or in brackets tells whom the text is about: The Herald: a history.
func about(text string, c *Credit) bool {
	return (c.Cue == ":" || c.Cue == CueBrackets || c.Cue == CueDash) && strings.Contains(text, trimThe(c.Outlet))
}

// framesTitle reports whether the title begins with c and a colon, or ends with it behind a sign
// or a word: , Herald reports; according to the Herald; not: what the Herald reports.
func (s *reading) framesTitle(c *Credit) bool {
	title := s.a.Text
	if c.Cue == ":" || c.Cue == CueBrackets || c.Cue == CueDash {
		return true
	}
	if strings.Trim(title[c.End:], " \u00a0.!\"”’'") != "" {
		return false
	}
	before := strings.TrimRight(title[:c.Start], " \u00a0")
	signed := before != "" && strings.ContainsRune(",:;–—-|\"”’'", lastRune(before))
	return signed || strings.HasPrefix(strings.ToLower(title[c.Start:]), c.Cue) && c.Start > 0
}

// titleBracket appends the credit of the outlet in the bracket that ends a title.
func (s *reading) titleBracket(dst []Credit) []Credit {
	title := s.a.Text
	i := strings.LastIndexByte(title, '(')
	if i <= 0 || !strings.HasSuffix(title, ")") || !strings.HasSuffix(title[:i], " ") {
		return dst
	}
	o := s.inBracket(title[i+1 : len(title)-1])
	if o == nil || o.Sort == outlet.SortBroadcaster || s.gazetteer.Guards(o.Name) { // a show of the station, or another word
		return dst
	}
	return append(dst, sourceOf(o).credit(article.Span{Start: i, End: len(title)}, CueBrackets))
}

// titleDash appends the credit of the outlet that stands alone behind the last dash or colon of a title: Bridge to
// close - The Guardian. Sites put their own name there, so that it tells nothing where the article's outlet is not known.
func (s *reading) titleDash(dst []Credit) []Credit {
	title := s.a.Text
	at, behind := -1, ""
	cue := CueDash
	for _, dash := range [...]string{" - ", " – ", " — ", ": "} {
		if i := strings.LastIndex(title, dash); i > at {
			at, behind = i, title[i+len(dash):]
			cue = CueDash
			if dash[0] == ':' {
				cue = ":"
			}
		}
	}
	if at <= 0 || s.home == nil && cue == CueDash {
		return dst
	}
	o := s.inBracket(behind)
	if o == nil || o.Sort == outlet.SortBroadcaster || s.gazetteer.Guards(o.Name) || s.home != nil && ofOneHouse(o, s.home) {
		return dst
	}
	return append(dst, sourceOf(o).credit(article.Span{Start: at, End: len(title)}, cue))
}

// ofOneHouse reports whether two outlets have one owner, or one owns the other.
func ofOneHouse(a, b *outlet.Outlet) bool {
	return a.Owner != "" && (a.Owner == b.Owner || a.Owner == b.Name) || b.Owner == a.Name
}

// inBracket returns the outlet whose name is all that a bracket holds, but for what it says of it
// behind a dash, or nil: L'Équipe - in French.
func (s *reading) inBracket(inner string) *outlet.Outlet {
	if name, note, ok := cutDash(inner); ok && !strings.ContainsAny(note, "()") && !word.Capital(note) {
		inner = name
	}
	inner = strings.TrimSpace(inner)
	if inner == "" || len(inner) > longestName || !word.Capital(inner) {
		return nil
	}
	at := s.home
	if at == nil || at.Country == "" && s.x.place != nil {
		at = s.x.place
	}
	o := s.gazetteer.ByName(inner)
	if o == nil {
		o = s.gazetteer.Short(strings.TrimSuffix(inner, "+"), at)
	}
	if o == nil || s.isHome(o) || o.Kind == outlet.Platform {
		return nil
	}
	return o
}

// cutDash parts t at its first dash with space around it.
func cutDash(t string) (before, after string, ok bool) {
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if before, after, ok = strings.Cut(t, dash); ok {
			return before, after, true
		}
	}
	return t, "", false
}
