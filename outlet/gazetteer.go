package outlet

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"wiretrace/lang/word"
)

// A Gazetteer knows outlets by name, by host and in running text. It is never
// changed once made but for what ByAccount looks up, so any number of goroutines may use it at once.
type Gazetteer struct {
	outlets []*Outlet           // in the order of their names
	rows    []*row              // what outlets was made of, same order
	names   map[string]*Outlet  // folded name or alias
	shared  map[string][]holder // folded form that several share
	hosts   map[string]*Outlet
	forms   *formIndex
	near    *nearWords
	agency  word.Bits // first words of what ByName takes for an agency's name
	tongues tongues
	runs    map[rune][]run // names in scripts that do not divide words, by their first sign, the longest first
	larger  []string       // names that hold an outlet's name and mean something else

	accountsOnce sync.Once // of accounts, which few texts ask for
	accounts     map[string]*Outlet
}

// MayBeAgency reports whether ByName may find an agency by name: it says yes
// to some that are none.
func (g *Gazetteer) MayBeAgency(name string) bool {
	i := word.SkipGap(name, 0)
	end := word.End(name, i)
	first := word.Hash(name[i:end])
	if first == markArticle { // which FoldName leaves out
		i = word.SkipGap(name, end)
		first = word.Hash(name[i:word.End(name, i)])
	}
	return g.agency.Has(first)
}

// ByAccount returns the outlet whose name an account on a platform is, its words run together:
// packetweekly of Packet Weekly, or of The Packet Weekly. It is nil if none is or several are.
func (g *Gazetteer) ByAccount(account string) *Outlet {
	g.accountsOnce.Do(func() {
		g.accounts = make(map[string]*Outlet, len(g.outlets))
		for _, o := range g.outlets {
			whole := strings.ReplaceAll(word.FoldName(o.Name), " ", "")
			if _, several := g.accounts[whole]; several {
				o = nil
			}
			g.accounts[whole] = o
		}
	})
	return g.accounts[strings.TrimPrefix(strings.ToLower(account), "the")]
}

// Outlets returns the outlets in the order of their names. The slice is the
// caller's.
func (g *Gazetteer) Outlets() []*Outlet { return slices.Clone(g.outlets) }

// Words that outlets add to their name or leave out, after it and before it.
var (
	nameTails = []string{" news", " newspaper", " magazine", " news agency", " agency", " online", " com", " tv", " wire", " newswire", " newswires", " zeitung"}
	nameHeads = []string{"agencia ", "agence ", "agenzia ", "agentur ", "diario ", "periodico ", "journal ", "quotidiano ", "jornal ", "newspaper ", "news agency ", "a ", "la ", "il ", "el ", "le ", "o ", "der ", "die ", "das ", "l "}
)

// ByName returns the outlet that s names, in full or by an alias, or nil.
// Case, diacritics, punctuation, a leading "the" and words such as "News" or
// "magazine" that are often left out do not matter. A form that several
// outlets share gives the one that it means without more context, if any.
func (g *Gazetteer) ByName(s string) *Outlet {
	if len(s) > 200 {
		return nil
	}
	f := word.FoldName(s)
	if o := g.byFolded(f); o != nil {
		return o
	}
	if o := g.byFolded(strings.ReplaceAll(f, " and ", " ")); o != nil { // "&" is no word
		return o
	}
	for _, tail := range nameTails {
		if head, ok := strings.CutSuffix(f, tail); ok {
			if o := g.byFolded(head); o != nil {
				return o
			}
		}
	}
	for _, head := range nameHeads {
		if tail, ok := strings.CutPrefix(f, head); ok {
			if o := g.byFolded(tail); o != nil {
				return o
			}
		}
	}
	return nil
}

// Other reports whether name, which may look like an outlet's, is known to mean
// something else: the Federal Register.
func (g *Gazetteer) Other(name string) bool { return slices.Contains(g.larger, name) }

// Short returns the outlet that the short form of a name means where a text of the press of home's
// country names it behind an article, or nil: the Mail. home may be nil.
func (g *Gazetteer) Short(form string, home *Outlet) *Outlet {
	text := "told the " + form
	ms := g.Find(nil, text, nil, home)
	if len(ms) != 1 || ms[0].End != len(text) || ms[0].Start > len("told the ") {
		return nil
	}
	return ms[0].Outlet
}

func (g *Gazetteer) byFolded(f string) *Outlet {
	if f == "" {
		return nil
	}
	if o := g.names[f]; o != nil {
		return o
	}
	hs := g.shared[f]
	if len(hs) == 1 {
		return hs[0].outlet
	}
	for _, h := range hs {
		if h.stars == 2 {
			return h.outlet
		}
	}
	return nil
}

// ByHost returns the outlet that publishes at a host or a URL, or nil. The
// longest registered suffix of the host decides, so that "edition.cnn.com" is
// CNN.
func (g *Gazetteer) ByHost(hostOrURL string) *Outlet {
	for h := hostOf(hostOrURL); h != ""; {
		if o := g.hosts[h]; o != nil {
			return o
		}
		_, rest, ok := strings.Cut(h, ".")
		if !ok {
			break
		}
		h = rest
	}
	return nil
}

// Canonical returns the name and the main host of the outlet that s gives as
// a name or as a host. The name of an unknown outlet is s without white space
// around it, or its host without "www.", and then the domain is that host.
func (g *Gazetteer) Canonical(s string) (name, domain string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", ""
	}
	host := hostOf(s)
	if host != "" {
		if o := g.ByHost(host); o != nil {
			return o.Name, o.Domain()
		}
	}
	if o := g.Edition(s); o != nil {
		return o.Name, o.Domain()
	}
	if host != "" {
		return host, host
	}
	return s, ""
}

// parted returns a name whose words were run together with spaces between them:
// The New Yorker of TheNewYorker, AP News of APNews. It returns nothing if the
// name has white space or a mark, or is one word.
func parted(name string) string {
	const longest = 60 // bytes
	if len(name) > longest || strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		return ""
	}
	letters := []rune(name)
	var b strings.Builder
	words := 1
	for i, c := range letters {
		begins := i > 0 && unicode.IsUpper(c) && (!unicode.IsUpper(letters[i-1]) || i+1 < len(letters) && unicode.IsLower(letters[i+1]))
		if begins {
			b.WriteByte(' ')
			words++
		}
		b.WriteRune(c)
	}
	if words == 1 {
		return ""
	}
	return b.String()
}

// Edition returns the outlet of a name as collections give it, which may run its
// words together, "TheNewYorker", may name an edition or a section after it, "CNN (Web News)", "New York Times - News", or
// say within it that it is the one on the web, "Fox Online News"; nil if it is unknown.
// A name that has the word itself, "Spiegel Online", is its own.
func (g *Gazetteer) Edition(name string) *Outlet {
	if o := g.ByName(name); o != nil {
		return o
	}
	if o := g.ByName(parted(name)); o != nil {
		return o
	}
	for _, sep := range [...]string{" (", " - ", " | "} {
		if before, _, ok := strings.Cut(name, sep); ok {
			if o := g.ByName(before); o != nil {
				return o
			}
		}
	}
	for _, cut := range [...]string{" Online", " Online News"} {
		if before, after, ok := strings.Cut(name, cut); ok && (after == "" || after == " News") {
			if o := g.ByName(before + after); o != nil {
				return o
			}
		}
	}
	return nil
}
