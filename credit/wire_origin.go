package credit

import (
	"iter"
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Above a text or below it a line may say where it appeared first, or of what it is the
// translation: Dieser Text erschien zuerst unter dem Titel »T« in der Zeitschrift X. Aus dem
// Englischen von Jane Roe. Its parts may stand in any order, so no list of phrases holds all such
// lines. What they have in common is that every word is one of a few kinds, and that is asked for:
// a sentence with a word of any other kind is no such line.

// An originClass is what a word can be in such a line.
type originClass uint32

const (
	oPiece       originClass = 1 << iota // what the text is: Artikel
	oTalk                                // what it may be called if "this" stands before: Interview
	oThis                                // points to the text at hand: dieser
	oThe                                 // an article
	oFirst                               // zuerst, originalmente
	oAppear                              // erschienen, publié
	oTranslated                          // übersetzt, traduit
	oTranslation                         // Übersetzung, traduction
	oTongue                              // aus dem Englischen: a language
	oTitled                              // before the title that it had there
	oIn                                  // preposition before where it appeared: im, dans
	oFrom                                // before whose it was: aus
	oOf                                  // the same, or before who wrote or translated it: de
	oBy                                  // before who wrote, printed or translated it: von
	oOutlet                              // noun between a preposition and a name, besides those of cPress: Ausgabe
	oFill                                // all else that such a line may have
	oAt                                  // of the prepositions oIn, those that no article follows before a house: bei
	oLeave                               // before whoever gave leave to print it: Genehmigung
	oNever                               // in the names of what is no paper: Verlag, York
)

// originWords are the words of such lines in one language. The zero value has none.
type originWords struct {
	known word.Bits
	of    map[uint64]originClass // by word.FoldHash
}

var originNames = map[string]originClass{
	"piece": oPiece, "talk": oTalk, "this": oThis, "the": oThe, "first": oFirst, "appear": oAppear, "translated": oTranslated, "translation": oTranslation,
	"tongue": oTongue, "titled": oTitled, "in": oIn, "at": oIn | oAt, "from": oFrom, "of": oOf, "by": oBy, "outlet": oOutlet, "fill": oFill, "leave": oLeave, "never": oNever,
}

// parseOrigin returns the words of the lines of a section origin: a class, a tab, words.
func parseOrigin(lines iter.Seq[lang.Line]) (w originWords, err error) {
	for line := range lines {
		name, words, ok := strings.Cut(line.Text, "\t")
		c := originNames[name]
		if !ok || c == 0 {
			return w, line.Errorf("no class and words: %q", line.Text)
		}
		if w.of == nil {
			w.of, w.known = map[uint64]originClass{}, word.NewBits(1<<11)
		}
		for t := range strings.FieldsSeq(words) {
			for _, spelled := range [...]string{t, stripMarks(t)} {
				if h, end := word.FoldHash(spelled, 0, len(spelled)); end == len(spelled) {
					if spelled == t || w.of[h]&c == 0 && len(spelled) > 3 {
						w.of[h] |= c
					}
					w.known.Put(h)
				}
			}
		}
	}
	return w, nil
}

// class returns what the word with the given hash can be, 0 if it is none of them.
func (w *originWords) class(h uint64) originClass {
	if w.of == nil || !w.known.Has(h) {
		return 0
	}
	return w.of[h]
}

// originWord returns what token k can be in a line of this kind.
func (s *reading) originWord(k int) originClass {
	t := &s.tokens[k]
	if t.name >= 0 {
		return 0
	}
	h, _ := word.FoldHash(s.a.Text, t.start, t.end)
	return s.x.origin.class(h)
}

// lastWord is originWord of the last word of token k, which may be a whole name.
func (s *reading) lastWord(k int) originClass {
	t := s.text(k, k)
	t = t[strings.LastIndexAny(t, " -")+1:]
	h, _ := word.FoldHash(t, 0, len(t))
	return s.x.origin.class(h)
}

// mayBeOrigin reports whether a word for appearing or translating stands in the text at span.
func (s *reading) mayBeOrigin(span article.Span) bool {
	if s.x.origin.of == nil {
		return false
	}
	for _, w := range s.words[word.From(s.words, span.Start):] {
		if int(w.Start) >= span.End {
			break
		}
		if s.x.origin.class(w.Hash)&(oAppear|oTranslated|oTranslation|oTongue) != 0 {
			return true
		}
	}
	return false
}

// originAt appends the credits of the block b, near the head of the article or its foot, if it is a
// line of this kind or has such sentences, and reports whether it has. Its mentions are m to end.
func (s *reading) originAt(dst []Credit, b article.Block, m, end int) ([]Credit, bool) {
	const longest = 800 // bytes: what is known of the author may stand before it
	if b.Len() > longest || !s.mayBeOrigin(b.Span) {
		return dst, false
	}
	s.tokenize(b.Span, m)
	all := s.originSentences()
	found := false
	for i := range all.sentences {
		p := &all.sentences[i]
		if !p.credits(&all) || b.Kind == article.Prose && s.proseBehind(b.End) && !all.lone {
			continue
		}
		found = true // also where it is the article's own outlet, of which nothing is to be said
		span := article.Span{Start: s.tokens[p.l].start, End: s.tokens[p.r-1].end}
		for _, src := range p.outlets {
			if p.others {
				break
			}
			if src.outlet == nil {
				src = s.remember(src.name)
			}
			dst = s.lineOf(dst, src, span, CueCreditLine)
		}
		for k := m; k < end; k++ {
			s.spent[k] = s.spent[k] || span.Contains(s.mentions[k].Span)
		}
	}
	return dst, found
}

// An originBlock is the sentences of a block that may say where the text appeared first.
type originBlock struct {
	sentences  []origin // those of which all words may stand in such a line
	lone       bool     // all are
	translated bool     // one says that the text is a translation
	elsewhere  bool     // so much is known of the article's outlet that it is none of those named
}

// originSentences reads the sentences of the tokens at hand.
func (s *reading) originSentences() (b originBlock) {
	b.lone, b.elsewhere = true, true
	for l, r := 0, 0; l < len(s.tokens); l = r {
		r = l + 1
		for r < len(s.tokens) && !s.beginsOrigin(r) {
			r++
		}
		p := origin{s: s, l: l, r: r}
		if !p.read() {
			b.lone = false
			continue
		}
		b.translated = b.translated || p.seen&(oTranslated|oTranslation|oTongue) != 0
		for _, src := range p.outlets {
			b.elsewhere = b.elsewhere && (src.outlet == nil || s.knownElsewhere(src.outlet))
		}
		b.sentences = append(b.sentences, p)
	}
	return b
}

// beginsOrigin reports whether a sentence begins with token k: not with the month in am 3. März.
func (s *reading) beginsOrigin(k int) bool {
	t := &s.tokens[k]
	if t.gap&gDot != 0 && t.gap&gSpace != 0 && t.capital && s.originWord(k)&(oThis|oFirst|oAppear|oTranslated|oTranslation) != 0 {
		return true // er lebt in Ulm. Dieser Text
	}
	return t.gap&gEnd != 0 && !(s.tokens[k-1].number && t.is(cMonth)) && s.originWord(k-1)&oOutlet == 0 // Nr. 3
}

// credits reports whether p, a sentence of b, says from which outlet the text is.
func (p *origin) credits(b *originBlock) bool {
	if len(p.outlets) == 0 {
		return false
	}
	this := p.seen&oThis != 0 && p.seen&(oPiece|oTalk) != 0
	whose := b.lone && p.seen&oTalk == 0
	switch {
	case p.seen&oAppear == 0:
		return p.seen&(oTranslated|oTranslation) != 0 && p.from && p.sure && (this || whose) && b.elsewhere
	case p.from:
		return b.translated && (this || whose)
	}
	return p.appeared(b, this, whose)
}

// appeared reports whether p says where the text appeared: this one, as its words say, or the one above
// the line, of which alone it tells.
func (p *origin) appeared(b *originBlock, this, whose bool) bool {
	begins := p.s.originWord(p.l)&(oPiece|oAppear|oFirst) != 0
	if p.seen&oFirst != 0 {
		return (this || whose || begins && p.seen&(oPiece|oTalk) == 0) && (p.sure || this)
	}
	if !p.sure || !b.elsewhere {
		return false
	}
	return this || b.lone && whose && (b.translated || begins && p.seen&oPiece != 0)
}

// An origin is a sentence that may say where the text appeared first, as far as it is read.
type origin struct {
	s    *reading
	l, r int // tokens, half-open

	seen    originClass // of all its words
	last    originClass // of the last that says what was done, or of what
	prep    originClass // of the preposition before what comes next
	noun    bool        // a noun for an outlet stands between
	outlets []source
	from    bool // it was translated from there, or is an article of that outlet
	sure    bool // its name can be no other thing's
	doubt   bool // a name is one that only a line that says all of it makes an outlet's
	others  bool // it names the article's own outlet, a part of it, or none
}

// read reads the sentence and reports whether all its words may stand in such a line.
func (p *origin) read() bool {
	const most = 90 // words
	if p.r-p.l > most {
		return false
	}
	for k := p.l; k < p.r; {
		n := p.step(k)
		if n == 0 {
			return false
		}
		k += n
	}
	// Dieser Text erschien zuerst bei Flussfunk: nothing but who published it can stand there.
	const whole = oThis | oFirst | oAppear
	return !p.doubt || p.seen&whole == whole && p.seen&(oPiece|oTalk) != 0
}

// step reads what begins with token k and returns how many tokens that is, 0 if it may not stand there.
func (p *origin) step(k int) int {
	s := p.s
	t := &s.tokens[k]
	if n := p.quoted(k); n > 0 {
		if p.prep != 0 && p.last&oTitled == 0 {
			return p.name(k, n, true)
		}
		p.last &^= oTitled
		return n // the title it had there
	}
	if t.gap&gOpen != 0 && len(p.outlets) > 0 {
		if n := p.bracketed(k); n > 0 {
			return n
		}
	}
	c := s.originWord(k)
	switch {
	case t.gap&gColon != 0 && p.last&(oTranslated|oTranslation|oTongue) != 0:
		p.prep = oBy // Traducción: Jane Roe
	case t.name >= 0:
		return p.name(k, 1, false)
	}
	if n := p.nameRun(k, c); n > 0 {
		return p.name(k, n, false)
	}
	return p.word(k, c)
}

// word reads token k, which begins no name. Its class is c.
func (p *origin) word(k int, c originClass) int {
	t := &p.s.tokens[k]
	seen := p.seen
	p.seen |= c
	switch {
	case c&(oIn|oFrom|oOf|oBy) != 0:
		if c&oOf != 0 && p.noun && p.prep&oIn != 0 {
			return 1 // dans l'édition du 3 mars du Monde
		}
		p.prep, p.noun = c&(oIn|oFrom|oOf|oBy), false
	case c&oTongue != 0 && p.prep&^oIn == 0: // en anglais; in der amerikanischen Zeitschrift
		p.seen = seen
	case c&(oPiece|oTalk|oAppear|oTranslated|oTranslation|oTongue|oTitled) != 0:
		p.last, p.prep = c, 0
	case c&oFirst != 0:
		p.prep = 0
	case c&oLeave != 0:
		p.prep = oOf
	case c&oOutlet != 0, t.is(cPress) && !t.is(cThe):
		p.noun = true
	case c&(oThis|oThe|oFill) != 0, t.number, t.is(cMonth | cDay):
	case p.prep != 0 && !t.capital && t.is(cAdj|cDemonym):
	default:
		return 0
	}
	return 1
}

// name reads the n tokens from k on as the name of an outlet or of somebody; marked says that they
// stand in quotation marks.
func (p *origin) name(k, n int, marked bool) int {
	s := p.s
	known := s.knownName(k, n)
	switch {
	case p.prep == 0:
		return 0
	case p.ofWhom(), known == nil && p.prep&(oBy|oOf) != 0:
		if marked {
			return 0
		}
		return n // who wrote it or translated it
	}
	p.from = p.prep&(oFrom|oOf) != 0
	p.prep = 0
	name := s.text(k, k+n-1)
	src := source{name: name}
	if known != nil {
		if !marked && !p.noun && s.lastWord(k+n-1)&oNever != 0 {
			return 0 // in New York
		}
		src, p.sure = sourceOf(known), true
	} else if !p.unknown(k, n, marked) {
		return 0
	}
	p.others = p.others || s.isOwn(name)
	if src.outlet != nil {
		p.others = p.others || s.isHome(src.outlet)
	} else {
		p.others = p.others || s.partOfOwn(name)
	}
	p.noun = false
	p.outlets = append(p.outlets, src)
	return n
}

// ofWhom reports whether the preposition before a name says who wrote or translated the text.
func (p *origin) ofWhom() bool {
	return p.prep&oBy != 0 && p.last&oAppear == 0 || p.prep&oOf != 0 && p.last&(oPiece|oTalk|oTranslated) == 0
}

// knownName returns the outlet that the n tokens from k on name, or nil.
func (s *reading) knownName(k, n int) *outlet.Outlet {
	if n == 1 && s.tokens[k].name >= 0 {
		return s.mentions[s.tokens[k].name].Outlet
	}
	if name := s.text(k, k+n-1); len(name) <= longestName {
		return s.gazetteer.ByName(name)
	}
	return nil
}

// unknown reports whether the n tokens from k on, which nobody knows, may be the name of an outlet,
// and notes whether they can be nothing else, a town, or can be none, as a publisher of books.
func (p *origin) unknown(k, n int, marked bool) bool {
	s := p.s
	name := s.text(k, k+n-1)
	host := n > 1 && s.tokens[k+n-1].gap == gDot
	if len(name) > longestName || !word.Capital(name) && !marked && !host {
		return false
	}
	for i := k; i < k+n; i++ {
		if s.originWord(i)&oNever != 0 {
			p.sure, p.others = true, true
			return true
		}
	}
	p.sure = marked || p.noun || host || n > 1 && outlet.PaperLike(name) || s.station(k+n-1)
	if !p.sure && s.x.nouns {
		p.doubt = true
		return k-2 >= p.l && s.originWord(k-1)&oAt != 0 && s.originWord(k-2)&(oFirst|oAppear) != 0
	}
	return p.sure || n > 1
}

// partOfOwn reports whether a name has that of the article's own outlet within it, as its editions
// and letters to subscribers have.
func (s *reading) partOfOwn(name string) bool {
	words := strings.Fields(word.FoldName(name))
	return len(s.own) > 0 && !slices.ContainsFunc(s.own, func(w string) bool {
		return !slices.Contains(words, w) && !s.gazetteer.IsArticle(w)
	})
}

// nameRun returns how many tokens from k on, a word of class c, are a name or a host behind a
// preposition, or 0. Where every noun has a capital letter, one for an outlet is no part of its name.
func (p *origin) nameRun(k int, c originClass) int {
	const most = 6
	s := p.s
	t := &s.tokens[k]
	if k == p.l || p.prep == 0 || t.is(cMonth|cDay) {
		return 0
	}
	if n := p.hostRun(k); n > 1 {
		return n
	}
	if !t.capital || s.x.nouns && (c&^oNever != 0 || t.is(cPress)) {
		return 0
	}
	l, r, ok := s.properName(k, most)
	if !ok || l != k || r >= p.r || r == l && c&^oNever != 0 {
		return 0
	}
	return r - l + 1
}

// hostRun returns how many tokens from k on dots join: HarborReview.org.
func (p *origin) hostRun(k int) int {
	n := 1
	for k+n < p.r && p.s.tokens[k+n].gap == gDot && p.s.tokens[k+n].name < 0 {
		n++
	}
	return n
}

// bracketed returns how many tokens from k on stand in brackets that say more of the outlet, its
// town, its country or the day, or 0.
func (p *origin) bracketed(k int) int {
	const most = 5
	for n := 1; n <= most && k+n <= p.r; n++ {
		last := k+n == p.r
		if last || p.s.tokens[k+n].gap&gClose != 0 {
			return n
		}
	}
	return 0
}

// quoted returns how many tokens from k on stand in quotation marks of which the first opens before
// token k, or 0.
func (p *origin) quoted(k int) int {
	const most = 24 // words
	s := p.s
	text := s.a.Text
	if s.tokens[k].gap&(gQuote|gApos) == 0 {
		return 0
	}
	open := lastRune(text[:s.tokens[k].start])
	if open == ' ' || open == '\u00a0' || open == '\u202f' {
		if open = lastRune(strings.TrimRight(text[:s.tokens[k].start], " \u00a0\u202f")); open != '«' {
			return 0
		}
	}
	closes := map[rune]string{'„': "“”\"", '“': "”“", '"': "\"", '«': "»", '»': "«", '‘': "’", '‚': "‘’", '‹': "›", '›': "‹"}[open]
	if closes == "" {
		return 0
	}
	for n := 1; n <= most && k+n <= p.r; n++ {
		behind := s.tokens[k+n-1].end
		next := len(text)
		if k+n < len(s.tokens) {
			next = s.tokens[k+n].start
		}
		if strings.ContainsAny(text[behind:min(next, behind+8)], closes) {
			return n
		}
	}
	return 0
}
