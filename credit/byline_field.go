package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Byline puts before dst, the credits of the text of a, those of a.Byline, a
// byline given outside the text: Associated Press; Jane Roe, Associated Press; By
// JANE ROE AP Business Writer; The Associated Press | Jane Roe. They have no
// place in the text: their span is empty, at its start. A line of the text that
// says where it first appeared beats a byline that names another outlet, which is
// often the network of both.
//
// The field is read as a text of one line, so that a byline counts the same
// wherever it stands. Field and text often repeat each other: an outlet that a
// byline or dateline of dst names is left out.
func (r *Reader) Byline(dst []Credit, a *article.Article) []Credit {
	line := strings.TrimSpace(a.Byline)
	if line == "" || len(line) > longestByline || strings.ContainsAny(line, "\n\r") || forename(line) {
		return dst
	}
	field := *a
	field.Text, field.Title, field.Byline, field.Signals, field.Preamble = line, "", "", nil, 0
	whole := article.Span{Start: 0, End: len(line)}
	laid := article.Layout{Blocks: []article.Block{{Span: whole, Kind: article.Byline}}}
	s := r.scratch.Get().(*reading)
	defer r.scratch.Put(s)
	s.begin(r, &field, &laid, word.Words(nil, line))
	defer s.end()
	found, lines := []Credit(nil), s.affiliations(s.marks(s.wires(nil), 0), line)
	origins := s.origins(nil, a.Text, dst)
	for _, c := range lines {
		known := len(origins) > 0 && !slices.Contains(origins, c.Outlet)
		for _, d := range dst {
			known = known || d.Outlet == c.Outlet && (d.Cue == CueByline || d.Cue == CueDateline)
		}
		if !known {
			c.Span, c.Cue = article.Span{}, CueByline
			found = append(found, c)
		}
	}
	return append(found, dst...)
}

// forename reports whether a byline is somebody's given name, alone or with an initial, written as names are:
// Ana B. The agency of these letters has them in capitals.
func forename(line string) bool {
	first, initial, _ := strings.Cut(line, " ")
	return len(initial) <= 2 && word.Capital(first) && !word.AllCapital(first) && forenames()[strings.ToLower(first)]
}

// forenames are given names in small letters.
var forenames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, section := range [...]string{"men", "women"} {
		for w := range lang.Any().Words(section) {
			all[w] = true
		}
	}
	return all
})

// affiliations appends the outlets that are named in full behind a writer: Jane Roe, The
// Independent; Jane Roe, Bollard. In running text that name of an ordinary word needs more beside it.
func (s *reading) affiliations(dst []Credit, line string) []Credit {
	parts := strings.FieldsFunc(line, func(c rune) bool { return c == ',' || c == ';' || c == '|' })
	for k, name := range parts {
		name = strings.TrimSpace(name)
		if k == 0 || !strings.HasPrefix(name, outlet.Article) && !s.oneWordHouse(parts[0], name) {
			continue
		}
		o := s.gazetteer.ByName(name)
		named := func(c Credit) bool { return o != nil && c.Outlet == o.Name }
		if o == nil || o.Name != name || slices.ContainsFunc(dst, named) {
			continue
		}
		dst = s.lineOf(dst, sourceOf(o), article.Span{}, CueByline)
	}
	return dst
}

// oneWordHouse reports whether name, behind the name of a writer, is the one word that an outlet in hand is
// called by which no table has: Jane Roe, Bollard. In running text such a word needs a cue beside it.
func (s *reading) oneWordHouse(writer, name string) bool {
	if !word.Capital(name) || word.End(name, 0) != len(name) || s.x.lookup(name).class&(cRole|cStaff|cPress|cDay|cMonth) != 0 {
		return false
	}
	o := s.gazetteer.ByName(name)
	return o != nil && o.Domain() == "" && o.Country == "" && o.Kind == outlet.Publisher && s.signature(writer)
}

// origins appends the outlets in which text first appeared, as the credit lines among
// credits say: This article originally appeared on Marlow Packet.
func (s *reading) origins(dst []string, text string, credits []Credit) []string {
	for _, c := range credits {
		if c.Cue != CueCreditLine || c.Len() == 0 || c.Len() > longestLine {
			continue
		}
		line := text[c.Start:c.End]
		s.tokens, _, _ = s.x.tokenize(s.tokens[:0], line, word.Words(nil, line), article.Span{End: len(line)}, nil, 0)
		for k := range s.tokens {
			if q, n := s.ahead(k, uLine); n > 0 && q.use&uNames != 0 {
				dst = append(dst, c.Outlet)
				break
			}
		}
	}
	return dst
}
