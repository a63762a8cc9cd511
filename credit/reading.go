package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A source is an outlet as this article names it.
type source struct {
	outlet  *outlet.Outlet // nil if the gazetteer has none
	name    string         // canonical, or as written
	sort    outlet.Sort    // empty if unknown
	country string
}

func (s source) kind() outlet.Kind {
	if s.outlet == nil {
		return outlet.Unknown
	}
	return s.outlet.Kind
}

func (s source) credit(span article.Span, cue string) Credit {
	return Credit{Span: span, Outlet: s.name, Domain: s.outlet.Domain(), Kind: s.kind(), Cue: cue}
}

// A reading is the state of reading one article.
type reading struct {
	*Reader
	gazetteer *outlet.Gazetteer // that of the Reader, or what it is in the language
	a         *article.Article
	l         *article.Layout
	words     []word.Word // of the text
	x         *lexicon
	home      *outlet.Outlet // the article's own outlet, if the gazetteer has it
	members   []article.Span // what lines tell of who belongs to the house that made the text
	page      *outlet.Outlet // the outlet of the site on which its page stands
	own       []string       // the words of its name, folded
	outlets   map[string]ownOutlet
	mentions  []outlet.Mention
	hints     hints
	spent     []bool      // by mention: stands in a wire line
	indexed   creditIndex // of the wire lines, marks and runs found so far
	released  creditIndex // of the credits to issuers of releases found so far
	within    []article.Span

	// Of the sentence at hand.
	tokens []token
	heads  []head
	rels   []relation

	// Of the article so far.
	credited []source       // credited outlets, the last one last; what pronouns refer to
	begun    bool           // its first sentence that names an outlet was read
	about    *outlet.Outlet // the outlet that the news is about, if it is
	sued     []string       // the outlets against which the news tells of a case
	met      bool           // a stranger was found to be an outlet
	shapes   []source       // outlets found by their shape, under their full name

	// Of the issuers of releases.
	small  string            // the text in small letters; "" until it is asked for
	inFull map[string]string // by noun, the name in full as lookInFull found it
}

// begin makes s ready to read a.
func (s *reading) begin(r *Reader, a *article.Article, l *article.Layout, words []word.Word) {
	s.Reader, s.a, s.l, s.words = r, a, l, words
	s.x = lexiconOf(a)
	s.useGazetteer()
	s.home, s.own, s.members = nil, nil, s.members[:0]
	s.page = s.gazetteer.ByHost(a.URL)
	switch {
	case a.Outlet != "":
		o := s.outletNamed(a.Outlet)
		s.home, s.own = o.home, o.words
		if s.home == nil && a.URL != "" {
			name, _ := s.gazetteer.Home(a.Outlet, a.URL)
			s.home = s.gazetteer.ByName(name)
		}
	case a.URL != "":
		s.home = s.page
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
	s.begun, s.about, s.sued = false, nil, s.sued[:0]
	s.small, s.inFull = "", nil
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

// mostKnown bounds what is remembered of an article's outlets. No article
// names as many; what hostile text repeats must cost no more than that.
const mostKnown = 64

// An ownOutlet is what the name of an article's outlet tells.
type ownOutlet struct {
	home  *outlet.Outlet // nil if the gazetteer has none
	words []string       // of the name, folded
}

// mostOutlets bounds the names that are remembered from article to article,
// which are short.
const mostOutlets = 512

// outletNamed looks up the name or host that an article gives for its outlet.
// The same few stand in many articles.
func (s *reading) outletNamed(name string) ownOutlet {
	if o, ok := s.outlets[name]; ok {
		return o
	}
	o := ownOutlet{home: s.gazetteer.ByHost(name), words: strings.Fields(word.FoldName(name))}
	if o.home == nil {
		o.home = s.gazetteer.Edition(name)
	}
	if len(name) > 200 {
		return o
	}
	if len(s.outlets) >= mostOutlets || s.outlets == nil {
		s.outlets = make(map[string]ownOutlet)
	}
	s.outlets[strings.Clone(name)] = o
	return o
}

// end lets go of what belongs to the caller.
func (s *reading) end() {
	s.Reader, s.a, s.l, s.words, s.home, s.page, s.own = nil, nil, nil, nil, nil, nil, nil
	clear(s.mentions)
	clear(s.heads)
	clear(s.credited)
	clear(s.shapes)
}

// text returns the text of tokens i to j, j included.
func (s *reading) text(i, j int) string {
	return s.a.Text[s.tokens[i].start:s.tokens[j].end]
}

func sourceOf(o *outlet.Outlet) source {
	return source{outlet: o, name: o.Name, sort: o.Sort, country: o.Country}
}

// A head is an outlet in a sentence: the noun phrase that names it or refers
// back to it.
type head struct {
	source
	l, r     int  // first and last token of the noun phrase: the Spanish daily El País
	at       int  // token at which the name itself begins
	own      bool // the article's own outlet
	ref      bool // refers to an outlet named before: the newspaper
	stranger bool // counts only where none but an outlet can stand
	shaky    bool // found by a shape that other names share
	platform bool
}

// A relation is what ties an outlet of a sentence to a cue.
type relation struct {
	cue      string
	use      use
	from, to int  // first and last token of cue and name together
	saidFrom int  // like from, or before it the verb that tells who spoke in the outlet's document: wrote in an essay in Time
	saidTo   int  // like to, or behind it the word for the document or that verb: in a CNN poll; 0 if noteSaid noted nothing
	people   bool // a verb of which people of the outlet are the subject
	together bool // the article's own outlet did it with this one
	weak     bool // also stands where nothing is credited: needs an outlet known for sure
}

// A compound is what follows the name of an outlet within one noun phrase.
type compound struct {
	end   int  // last token of it
	doc   bool // the outlet's report, the CNN poll
	poll  bool
	talk  bool // the document is an interview
	event bool // or what an outlet holds, at which many a thing is done
	scoop bool // the document is what only reporters make
	staff bool // the outlet's people or things that do not report
	role  bool // the outlet's reporters
	name  bool // somebody's name, or a part of the outlet's: CNN's Jane Roe, BBC Scotland
}

// ahead returns the longest phrase that begins at token i and has one of the
// uses of u, and how many tokens it covers; 0 if there is none.
func (s *reading) ahead(i int, u use) (best cuePhrase, n int) {
	node := uint16(0)
	for k := i; k < len(s.tokens); k++ {
		t := &s.tokens[k]
		if t.lex.id == 0 || t.name >= 0 || k > i && t.gap&gHard != 0 {
			break
		}
		if node = s.x.ahead.after(node, t.lex.id); node == 0 {
			break
		}
		if q := s.x.ahead.cues[node]; q.use&u != 0 {
			best, n = q, k-i+1
		}
	}
	return best, n
}

// behind returns the longest phrase that ends at token i and has one of the
// uses of u, and its first token. Words of time may stand within it: revealed
// on Thursday by.
func (s *reading) behind(i int, u use) (best cuePhrase, from int, ok bool) {
	return s.behindFrom(i, i, backState{was: -1}, u)
}

// A backState is how far a cue has been read backwards.
type backState struct {
	node    uint16 // in the tree of cues
	skipped int    // words that say when, between those of the cue
	was     int    // the token skipped last
}

// behindFrom is behind for the words from token k back, where those from there to token i were read to st. A
// word that says when may be one of another cue: disclosed this week by, published this by.
func (s *reading) behindFrom(k, i int, st backState, u use) (best cuePhrase, from int, ok bool) {
	const most = 5
	if k < 0 || s.tokens[k].name >= 0 || k < i && s.tokens[k+1].gap&gHard != 0 {
		return best, from, ok
	}
	if id := s.tokens[k].lex.id; id != 0 {
		if next := s.x.back.after(st.node, id); next != 0 {
			if best, from, ok = s.behindFrom(k-1, i, backState{next, st.skipped, st.was}, u); ok {
				return best, from, ok
			}
			if q := s.x.back.cues[next]; q.use&u != 0 {
				return q, k, true
			}
		}
	}
	if st.node != 0 && st.skipped < most && s.ofTime(k, st.was) {
		return s.behindFrom(k-1, i, backState{st.node, st.skipped + 1, k}, u)
	}
	return best, from, ok
}

// isHome reports whether o is the article's own outlet. So is the one on whose site its page
// stands: archives give the owner for the outlet, or who wrote the piece; and the agency of that house.
func (s *reading) isHome(o *outlet.Outlet) bool {
	if o == nil {
		return false
	}
	return o == s.home || o == s.page || s.home == nil && s.isOwn(o.Name) || s.home.Signs(o) || s.page.Signs(o)
}

// ofTime reports whether token k may stand between the words of a cue since it says when, as
// does the article or preposition before the token was that did: revelados el domingo por.
func (s *reading) ofTime(k, was int) bool {
	t := &s.tokens[k]
	switch {
	case t.is(cNegation):
		return false
	case t.is(cAdv | cMonth), t.number:
		return true
	}
	return !t.capital && (s.x.headfirst && t.is(cDay) || was == k+1 && t.is(cThe|cPrep))
}

// isOwn reports whether name is the article's own outlet: all its words are
// among those of the outlet's name, or its page stands in the part of a site that
// is called so.
func (s *reading) isOwn(name string) bool {
	if len(name) > 100 {
		return false
	}
	words := strings.Fields(word.FoldName(name))
	if s.ownPart(words) || s.ownChannel(words) {
		return true
	}
	n := 0
	for _, w := range words {
		if w != "the" && !slices.Contains(s.own, w) {
			return false
		}
		n++
	}
	return n > 0 && len(s.own) > 0
}

// ownChannel reports whether the words are what a station calls itself by the number of its channel, alone or
// with a word for stations or its network: 12 News, Channel 12, FOX21. American stations with a call sign call no
// rival by its number.
func (s *reading) ownChannel(words []string) bool {
	number := ""
	if len(words) == 1 {
		network := strings.TrimRight(words[0], "0123456789")
		if number = words[0][len(network):]; number != "" && slices.Contains(s.own, network) {
			return slices.Contains(s.own, number)
		}
	}
	number = ""
	for _, w := range words {
		switch {
		case number == "" && len(w) <= 2 && strings.Trim(w, "0123456789") == "":
			number = w
		case w != "news" && w != "channel" && w != "tv":
			return false
		}
	}
	return number != "" && (slices.Contains(s.own, number) || slices.ContainsFunc(s.own, func(w string) bool { return outlet.CallSign(strings.ToUpper(w)) }))
}

// ownPart reports whether a folder of the page's address is called by these words, two or
// more: The Brody File at cbn.com/thebrodyfile/archive. One word may be that of a section.
func (s *reading) ownPart(words []string) bool {
	const least = 2
	if len(words) < least {
		return false
	}
	_, rest, _ := strings.Cut(s.a.URL, "://")
	_, path, _ := strings.Cut(rest, "/")
	name := strings.Join(words, "")
	for path != "" {
		folder, below, more := strings.Cut(path, "/")
		if !more {
			return false // the page itself, whose name tells its title
		}
		folder = strings.ReplaceAll(strings.ToLower(folder), "-", "")
		if folder == name || folder == "the"+name {
			return true
		}
		path = below
	}
	return false
}

func trimThe(s string) string {
	for _, the := range [...]string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(s, the); ok && rest != "" {
			return rest
		}
	}
	return s
}

// folded returns token i in lower case.
func (s *reading) folded(i int) string { return strings.ToLower(s.text(i, i)) }

// longestName is the length in bytes of the longest line that is looked up as
// an agency's name.
const longestName = 40

// The longest byline and the longest credit line, in bytes.
const (
	longestByline = 140
	longestLine   = 400
)

// remind makes src the outlet credited last.
func (s *reading) remind(src source) {
	if n := len(s.credited); n > 0 && s.credited[n-1] == src {
		return
	}
	if len(s.credited) == mostKnown {
		s.credited = append(s.credited[:0], s.credited[mostKnown/2:]...)
	}
	s.credited = append(s.credited, src)
}
