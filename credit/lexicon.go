package credit

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// The section cues of a language is a table of three columns, tab-separated: a
// class, words or phrases of that class with commas between them, and flags.
// "set NAME a, b" names a list, for which {NAME} stands in the phrases of later
// lines. Words are matched in lower case; those written with diacritics are
// also matched without them, as many scrapes have lost them, where four letters
// or more are left to tell them apart.

// A lexicon is the cues of one language, compiled. It is not changed after it
// was parsed.
type lexicon struct {
	language   string
	words      map[string]lexeme // while it is made
	table      lexemeTable
	telling    word.Bits      // words of cPress, cTitle and cFirstTitle, "editing", and those of contracts
	contracts  bool           // names may follow words of cContracted that have their article: du Figaro
	suffixes   []string       // ends of one-word names of outlets: zeitung
	ahead      trie           // phrases read forwards: verbs, tails, adverbials
	back       trie           // phrases read backwards: what stands before an outlet
	inverted   bool           // verbs stand before their subject freely: informó EFE
	verblast   bool           // verbs end their sentence
	nouns      bool           // nouns are capitalised
	caseless   bool           // its script has no capital letters
	bare       bool           // a noun for an outlet stands before its name without a determiner: donosi portal X, meldt vakblad X
	regional   bool           // regions stand behind the names of stations as no other name does: NRK Vestland
	declined   bool           // names have cases, and no articles: «Известиям» рассказал
	headfirst  bool           // what somebody is stands before the name of the outlet: rzecznik PAP
	place      *outlet.Outlet // stands for the outlet of a text of which none is known: of the country where most such texts are printed; may be nil
	ids        uint16         // last id given to a word
	foreign    bool           // of the languages of which only credits are known
	runs       []runCue       // phrases of a script that does not divide words
	origin     originWords    // of the lines that say where a text appeared first
	heArticle  []string       // words with an article in them that no word of shePaper can follow
	shePaper   []string       // last words of the names of outlets that are feminine
	oblique    []string       // nouns for outlets and their people in cases that no subject has
	plain      []string       // names of outlets that sentences begin with as words
	issues     []string       // words with which names of papers begin that say when they are printed: sunday
	allies     []string       // behind our, those of another outlet with whom this one works: partners
	gatherings []string       // words behind these that name no paper: school
}

// lexicons are the cues of each language, in the order of the languages. Each
// is parsed when an article first asks for it.
var lexicons = sync.OnceValue(func() (all []func() *lexicon) {
	for _, l := range lang.All() {
		all = append(all, sync.OnceValue(func() *lexicon { return compile(l) }))
	}
	return all
})

// pressLexicons are the cues of the languages of which nothing else is known, by
// their codes.
var pressLexicons = sync.OnceValue(func() map[string]func() *lexicon {
	all := map[string]func() *lexicon{}
	for _, code := range lang.PressCodes() {
		all[code] = sync.OnceValue(func() *lexicon {
			x := compile(lang.Press(code))
			x.foreign = true
			return x
		})
	}
	return all
})

// compile returns the cues of l.
func compile(l *lang.Language) *lexicon {
	x := newLexicon(l.Code)
	for _, from := range [...]*lang.Language{lang.Any(), l} {
		if err := x.parse(from.Lines("cues")); err != nil {
			panic("credit: " + err.Error()) // the data is part of the program: a test reads the same
		}
	}
	var err error
	if x.origin, err = parseOrigin(l.Lines("origin")); err != nil {
		panic("credit: " + err.Error())
	}
	x.heArticle, x.shePaper = slices.Collect(l.Words("he-article")), slices.Collect(l.Words("she-paper"))
	x.oblique, x.plain = slices.Collect(l.Words("outlet-oblique")), slices.Collect(l.Words("plain-name"))
	x.issues, x.gatherings = slices.Collect(l.Words("issue")), slices.Collect(l.Words("gathering"))
	x.allies = slices.Collect(l.Words("ally"))
	x.table = newLexemeTable(x.words)
	x.index()
	x.words = nil
	return x
}

// index fills the sets of words by class.
func (x *lexicon) index() {
	x.telling = word.NewBits(1 << 13)
	x.telling.Put(editing)
	for i, h := range x.table.hashes {
		l := &x.table.lexemes[i] // of an empty place, no class
		if l.class&(cPress|cTitle|cFirstTitle|cOrigin|cAir|cNetwork) != 0 {
			x.telling.Put(h)
		}
		if l.class&cContracted != 0 && x.language == "fr" {
			x.telling.Put(h)
			x.contracts = true
		}
	}
}

func newLexicon(language string) *lexicon {
	return &lexicon{
		language: language, words: make(map[string]lexeme, 2048),
		ahead: trie{next: make(map[uint32]uint16, 1024), cues: make([]cuePhrase, 1)},
		back:  trie{next: make(map[uint32]uint16, 2048), cues: make([]cuePhrase, 1)},
	}
}

// parse adds the lines of one section to x. Errors name the line.
func (x *lexicon) parse(lines iter.Seq[lang.Line]) error {
	sets := map[string][]string{}
	for line := range lines {
		if err := x.parseLine(line.Text, sets); err != nil {
			return line.Errorf("%w", err)
		}
	}
	return nil
}

func (x *lexicon) parseLine(line string, sets map[string][]string) error {
	col := strings.Split(line, "\t")
	if len(col) < 2 || len(col) > 3 {
		return fmt.Errorf("%d columns, want 2 or 3", len(col))
	}
	flags := ""
	if len(col) == 3 {
		flags = col[2]
	}
	phrases := splitList(col[1])
	switch col[0] {
	case "set":
		if len(col) != 3 {
			return fmt.Errorf("set without words")
		}
		sets[col[1]] = splitList(col[2])
		return nil
	case "suffix":
		x.suffixes = append(x.suffixes, phrases...)
		return nil
	case "phrase":
		return x.addRun(phrases, flags)
	case "option":
		return x.setOption(col[1], flags)
	}
	if c, ok := classNames[col[0]]; ok {
		return x.addWords(c, col[0], phrases, flags)
	}
	return x.addPhrases(col[0], phrases, flags, sets)
}

// setOption sets what holds for a language as a whole.
func (x *lexicon) setOption(name, value string) error {
	switch name {
	case "country":
		x.place = &outlet.Outlet{Country: value}
	case "verblast":
		x.verblast = true
	case "inverted":
		x.inverted = true
	case "nouns":
		x.nouns = true
	case "caseless":
		x.caseless = true
	case "declined":
		x.declined = true
	case "regional":
		x.regional = true
	case "headfirst":
		x.headfirst = true
	case "bare":
		x.bare = true
	default:
		return fmt.Errorf("unknown option %q", name)
	}
	return nil
}

// addWords adds words of the class c, which the file calls name. The flags are
// the sort of cPress, "news" before it perhaps, the country of cDemonym, the number of cMonth.
func (x *lexicon) addWords(c class, name string, words []string, flags string) error {
	l := lexeme{class: c}
	switch {
	case c == cPress && flags != "any":
		flags, l.news = strings.CutPrefix(flags, "news ")
		l.sort = outlet.Sort(flags)
		if l.sort.Kind() == outlet.Unknown {
			return fmt.Errorf("unknown sort %q", flags)
		}
	case c == cDemonym:
		l.country = flags
	case c == cMonth:
		m, err := strconv.Atoi(flags)
		if err != nil || m < 1 || m > 12 {
			return fmt.Errorf("month %q is not 1 to 12", flags)
		}
		l.month = int8(m)
	}
	for _, w := range words {
		if strings.ContainsRune(w, ' ') {
			return fmt.Errorf("class %s holds single words, not %q", name, w)
		}
		x.know(w, l)
	}
	return nil
}

// addPhrases adds phrases of the use that the file calls name, with its flags.
func (x *lexicon) addPhrases(name string, phrases []string, flags string, sets map[string][]string) error {
	u, ok := useNames[name]
	if !ok {
		return fmt.Errorf("unknown class %q", name)
	}
	for _, f := range strings.Fields(flags) {
		g, ok := useFlags[f]
		if !ok {
			return fmt.Errorf("unknown flag %q", f)
		}
		u |= g
	}
	for _, p := range phrases {
		all, err := expand(p, sets)
		if err != nil {
			return err
		}
		for _, q := range all {
			if err := x.addPhrase(q, u); err != nil {
				return err
			}
		}
	}
	return nil
}

// know adds what l says to the word w, and to w without its diacritics unless
// another word would then be hidden or too little is left of it.
func (x *lexicon) know(w string, l lexeme) lexeme {
	w = word.Unvoweled(w)
	old := x.words[w]
	l.class |= old.class
	if l.id == 0 {
		l.id = old.id
	}
	if l.sort == "" {
		l.sort = old.sort
	}
	if l.country == "" {
		l.country = old.country
	}
	if l.month == 0 {
		l.month = old.month
	}
	l.news = l.news || old.news
	x.words[w] = l
	if bare := stripMarks(w); bare != w && len(bare) >= 4 {
		if b, ok := x.words[bare]; !ok || b.id == old.id && (b.id != 0 || b.class == old.class) {
			x.words[bare] = l
		}
	}
	return l
}

// addPhrase enters the phrase p into the tries that its use asks for.
func (x *lexicon) addPhrase(p string, u use) error {
	ids := make([]uint16, 0, 8)
	for w, rest, more := strings.Cut(p, " "); ; w, rest, more = strings.Cut(rest, " ") {
		if w == "" {
			return fmt.Errorf("empty word in phrase %q", p)
		}
		l := x.words[word.Unvoweled(w)]
		if l.id == 0 {
			x.ids++
			l = x.know(w, lexeme{id: x.ids})
		}
		if ids = append(ids, l.id); !more {
			break
		}
	}
	if u&uFirst == 0 && u&(uVerb|uSay|uShow|uTail|uPast|uSelf|uLine|uAsk|uWires|uRevised|uWhole|uService|uWitness|uTitled|uShare|uPen|uSued|uQuip|uPresent|uOffer|uIntro|uRun|uLook|uOffice|uWords|uAuthor|uReceive|uThere|uBacker|uGave|uGive|uMany|uTopic|uPartner) != 0 {
		if err := x.ahead.add(ids, p, u); err != nil {
			return err
		}
	}
	if u&(uBefore|uVerb|uSay|uTell|uNames|uSue|uPartner) != 0 && u&uAfter == 0 {
		for i, j := 0, len(ids)-1; i < j; i, j = i+1, j-1 {
			ids[i], ids[j] = ids[j], ids[i]
		}
		return x.back.add(ids, p, u)
	}
	return nil
}

// expand replaces each {set} of p by each of the set's words in turn.
func expand(p string, sets map[string][]string) ([]string, error) {
	const most = 1000
	all := []string{p}
	for strings.Contains(all[0], "{") {
		var next []string
		for _, q := range all {
			before, rest, _ := strings.Cut(q, "{")
			name, after, ok := strings.Cut(rest, "}")
			words := sets[name]
			if !ok || len(words) == 0 || strings.ContainsAny(strings.Join(words, ""), "{}") {
				return nil, fmt.Errorf("unknown set %q", name)
			}
			if len(next)+len(words) > most {
				return nil, fmt.Errorf("%q stands for more than %d phrases", p, most)
			}
			for _, w := range words {
				next = append(next, before+w+after)
			}
		}
		all = next
	}
	return all, nil
}

func splitList(s string) []string {
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// stripMarks returns w without its diacritics.
func stripMarks(w string) string {
	var b []byte
	for _, r := range w {
		b = word.FoldRune(b, r)
	}
	return string(b)
}

// lookup returns what x knows of the word w, whatever its case.
func (x *lexicon) lookup(w string) *lexeme {
	h, _ := word.FoldHash(w, 0, len(w))
	return x.table.find(h)
}

// suffixed reports whether w ends as one-word names of outlets do.
func (x *lexicon) suffixed(w string) bool {
	for _, end := range x.suffixes {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// editing is the hash of a word of the lines that name who wrote and edited a report.
var editing = word.Hash("editing")
