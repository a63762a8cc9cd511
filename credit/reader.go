package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// Credits appends the credits of a to dst, in order of where they start, and returns
// the extended slice. l is the layout of a: credits in running text are read
// from the sentences of prose and headlines; bylines, credit lines and
// copyright lines from the other blocks, but nothing from captions. The
// outlet's own name in its own piece is no credit. What it returns aliases
// neither a.Text nor r.
//
// The time it takes is linear in the length of the text.
func (r *Reader) Credits(dst []Credit, a *article.Article, l *article.Layout) []Credit {
	return r.CreditsAmong(dst, a, l, word.Words(nil, a.Text))
}

// CreditsAmong is Credits for an article whose words are known, as word.Words finds
// them.
func (r *Reader) CreditsAmong(dst []Credit, a *article.Article, l *article.Layout, words []word.Word) []Credit {
	s := r.scratch.Get().(*reading)
	defer r.scratch.Put(s)
	s.begin(r, a, l, words)
	from := len(dst)
	dst = s.wires(dst)
	dst = s.marks(dst, from)
	lines := len(dst)
	dst = s.runs(dst)
	dst = s.sentences(dst)
	if s.met { // its name may stand before the place that shows whose it is
		s.credited = s.credited[:0]
		dst = s.sentences(dst[:lines])
	}
	dst = s.releases(dst)
	dst = s.posts(dst)
	s.end()
	slices.SortStableFunc(dst[from:], func(a, b Credit) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return dst
}

func (s *reading) begin(r *Reader, a *article.Article, l *article.Layout, words []word.Word) {
	s.Reader, s.a, s.l, s.words = r, a, l, words
	s.x = lexiconOf(a)
	s.useGazetteer()
	s.home, s.own = nil, nil
	switch {
	case a.Outlet != "":
		o := s.outletNamed(a.Outlet)
		s.home, s.own = o.home, o.words
		if s.home == nil && a.URL != "" {
			name, _ := s.gazetteer.Home(a.Outlet, a.URL)
			s.home = s.gazetteer.ByName(name)
		}
	case a.URL != "":
		s.home = s.gazetteer.ByHost(a.URL)
	}
	s.within = s.within[:0]
	for _, b := range l.Blocks {
		if b.Kind != article.Caption && b.Kind != article.Post && b.Start < b.End {
			s.within = append(s.within, b.Span)
		}
	}
	s.hints.begin(s.x, s.gazetteer)
	at := s.home
	if at == nil || at.Country == "" && s.x.place != nil {
		at = s.x.place
	}
	s.mentions = s.gazetteer.FindAmong(s.mentions[:0], a.Text, words, s.within, at, &s.hints)
	s.spent = slices.Grow(s.spent[:0], len(s.mentions))[:len(s.mentions)]
	clear(s.spent)
	s.indexed.clear()
	s.credited, s.shapes, s.met = s.credited[:0], s.shapes[:0], false
	s.begun, s.about = false, nil
}

// useGazetteer sets the gazetteer to what the Reader's is in the language of the
// article. What was looked up in another is forgotten.
func (s *reading) useGazetteer() {
	g := s.Reader.gazetteer
	if s.x.foreign {
		country := ""
		if s.x.place != nil {
			country = s.x.place.Country
		}
		g = g.In(s.x.language, country)
	}
	if g != s.gazetteer {
		s.gazetteer, s.outlets = g, nil
	}
}

// sentences appends the credits of the running text.
func (s *reading) sentences(dst []Credit) []Credit {
	m, h, block := 0, 0, 0
	for _, sent := range s.l.Sentences {
		for block < len(s.l.Blocks) && s.l.Blocks[block].End <= sent.Start {
			block++
		}
		if block == len(s.l.Blocks) {
			break
		}
		b := &s.l.Blocks[block]
		if b.Kind != article.Prose && b.Kind != article.Headline {
			continue
		}
		for m < len(s.mentions) && s.mentions[m].End <= sent.Start {
			m++
		}
		for h < len(s.hints.at) && s.hints.at[h] < sent.Start {
			h++
		}
		if b.Kind == article.Headline || s.hinted(sent, b.Span, m, h) {
			dst, m = s.readSentence(dst, sent, b.Kind, m)
		}
	}
	return dst
}

// hinted reports whether a sentence of the block b may credit somebody: m and h
// are the first mention and the first hint that do not lie before it.
func (s *reading) hinted(sent, b article.Span, m, h int) bool {
	return m < len(s.mentions) && s.mentions[m].Start < sent.End ||
		h < len(s.hints.at) && s.hints.at[h] < sent.End ||
		!s.whole(sent, b) || s.knownShape(sent)
}

// readSentence appends the credits of one sentence, in pieces if it is long, and
// returns the first mention from m on that is not passed.
func (s *reading) readSentence(dst []Credit, sent article.Span, kind article.Kind, m int) ([]Credit, int) {
	for sent.Start < sent.End {
		for m < len(s.mentions) && s.mentions[m].End <= sent.Start {
			m++
		}
		from := m
		sent.Start, m = s.tokenize(sent, m)
		if len(s.tokens) == 0 {
			break
		}
		end := s.tokens[len(s.tokens)-1].end
		if from < len(s.mentions) && s.mentions[from].Start < end || kind == article.Headline || s.shaped() {
			dst = s.sentence(dst, kind)
		}
	}
	return dst, m
}

// whole reports whether sent begins and ends in b and where words do, so that
// all its words were looked at for hints.
func (s *reading) whole(sent, b article.Span) bool {
	text := s.a.Text
	return b.Contains(sent) && (sent.Start == b.Start || word.ASCII[text[sent.Start-1]] == 0) && (sent.End == b.End || word.ASCII[text[sent.End]] == 0)
}

// knownShape reports whether the text at span names the last word of an outlet
// that was found by its shape.
func (s *reading) knownShape(span article.Span) bool {
	if len(s.shapes) == 0 {
		return false
	}
	text := s.a.Text[span.Start:span.End]
	for _, k := range s.shapes {
		if strings.Contains(text, k.name[strings.LastIndexByte(k.name, ' ')+1:]) {
			return true
		}
	}
	return false
}

// shaped reports whether a word of the sentence may make an outlet that the
// gazetteer does not have, or refer to one.
func (s *reading) shaped() bool {
	if s.knownShape(article.Span{Start: s.tokens[0].start, End: s.tokens[len(s.tokens)-1].end}) {
		return true
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		named := t.capital && (s.station(i) || t.is(cNetwork) || i > 0 && t.is(cThe) && t.hard()&^gComma == 0)
		if named || t.is(cPress|cTitle|cFirstTitle|cOrigin|cAir) || s.contracted(i) {
			return true
		}
	}
	return false
}
