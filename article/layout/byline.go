package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestByline is the length in bytes of the longest line taken for a byline.
const longestByline = 160

// byline reports whether the paragraph says who wrote the piece, and from
// which word on the name stands.
func (r *reading) byline(text string) (name int, ok bool) {
	n := len(r.words)
	if !r.whole || r.Len() > longestByline && r.Len() <= shortLine || n < 2 || r.quotes {
		return 0, false
	}
	switch {
	case r.words[0].is(wordBy) && (r.words[0].shape&shapeLower != 0 || by(text, r.words[0])):
		name = 1
	case n > 2 && r.words[1].is(wordBy) && bylineVerb(text[r.words[0].start:r.words[0].end]):
		name = 2
	case n > 3 && strings.EqualFold(text[r.words[0].start:r.words[1].end], "from cnn's"):
		name = 2
	case n > 3 && r.words[0].is(wordSection) && by(text, r.words[1]): // News By Ada Crane
		name = 2
	case r.fromOutlet(text):
		name = 1
	default:
		return 0, false
	}
	if r.presentsWriter(text, name) {
		return name, true
	}
	if first := r.words[name]; first.shape&shapeLower != 0 && first.is(wordParticle|wordFunction) && r.count(wordRole) == 0 {
		return 0, false // Von der ..., Di lì ...
	}
	return name, r.names(text, name, n, true)
}

// presentsWriter reports whether behind the name, which begins at a word, a comma stands and then who
// that is and what of that person writes: By Ada Crane, who covers ports for the Pioneer.
func (r *reading) presentsWriter(text string, name int) bool {
	const most = 4 // words of the name
	if r.ended {
		return false
	}
	for i := name; i < min(len(r.words)-2, name+most); i++ {
		w := r.words[i]
		if w.shape&shapeCapital == 0 && !w.is(wordParticle) {
			return false
		}
		if i == name || strings.TrimSpace(text[w.end:r.words[i+1].start]) != "," {
			continue
		}
		switch text[r.words[i+1].start:r.words[i+1].end] {
		case "who", "a", "an", "our", "der", "die", "qui", "que", "che":
		default:
			return false
		}
		return slices.ContainsFunc(r.words[i+2:], func(w token) bool {
			return w.is(wordRole) || slices.Contains(writingVerbs[:], text[w.start:w.end])
		})
	}
	return false
}

// signedAndDated reports whether the paragraph is the names of people and the day behind them:
// Ada Crane and Jo Field 28-03-26, 06:00.
func (r *reading) signedAndDated(text string) bool {
	const most = 8 // words of names
	if !r.whole || r.ended || r.quotes || r.Len() > mediumLine || r.digits == 0 {
		return false
	}
	d := r.dates(text)
	if !d.full || d.first < 2 || d.first > most || d.last != len(r.words)-1 {
		return false
	}
	return r.peopleAlone(text, d.first)
}

// peopleAlone reports whether the first n words are the names of people and nothing else.
func (r *reading) peopleAlone(text string, n int) bool {
	capitals := 0
	for i, w := range r.words[:n] {
		switch {
		case w.is(wordMonth | wordWeekday | wordWhen | wordSection | wordChrome):
			return false
		case w.shape&shapeCapital != 0 && w.shape&shapeUpper == 0:
			capitals++
		case i > 0 && i+1 < n && (w.is(wordParticle) || joinsNames(text[w.start:w.end])):
		default:
			return false
		}
	}
	return capitals >= 2
}

// joinsNames reports whether word stands between the names of two people.
func joinsNames(word string) bool {
	switch word {
	case "and", "en", "och", "og", "und", "i", "ja", "ve":
		return true
	}
	return false
}

// fromOutlet reports whether the line says, as Brazilian papers do, for which outlet and
// from where it was written: Do UOL, em São Paulo.
func (r *reading) fromOutlet(text string) bool {
	const most = 8 // words
	first := text[r.words[0].start:r.words[0].end]
	if first != "Do" && first != "Da" || len(r.words) > most || r.ended || r.numbers > 0 {
		return false
	}
	place := -1
	for i, w := range r.words[1:] {
		switch {
		case text[w.start:w.end] == "em" && text[r.words[i].end] == ',':
			place = i + 1
		case w.shape&shapeCapital == 0 && !w.is(wordParticle):
			return false
		}
	}
	return place > 1 && place+1 < len(r.words)
}

// by reports whether w is the word before a name, as it begins a line.
func by(text string, w token) bool {
	switch text[w.start:w.end] {
	case "By", "BY", "Por", "POR", "Par", "PAR", "Von", "VON", "Di", "Da", "DI", "Door", "DOOR", "Av", "AV", "Af", "AF":
		return true
	}
	return false
}

// bylineVerb reports whether word may stand before "by" in a byline.
func bylineVerb(word string) bool {
	switch strings.ToLower(word) {
	case "written", "reported", "posted", "published", "story", "analysis", "words", "text", "review", "opinion", "interview", "commentary",
		"escrito", "publicado", "publié", "écrit", "rédigé", "geschrieben", "veröffentlicht", "scritto", "pubblicato", "texto", "texte", "testo", "authored", "essay", "column":
		return true
	}
	return false
}

// names reports whether words[from:to] are the names of people and outlets,
// with their roles and places if roles is set.
func (r *reading) names(text string, from, to int, roles bool) bool {
	if from >= to {
		return false
	}
	named, odd, role := 0, 0, 0
	for i := from; i < to; i++ {
		w := r.words[i]
		switch {
		case w.shape&shapeDigit != 0:
			if !roles {
				return false
			}
		case w.is(wordMonth|wordWeekday|wordWhen|wordClock|wordZone) && roles:
		case w.shape&shapeCapital != 0:
			named++
		case w.is(wordParticle):
		case w.is(wordRole|wordAgency|wordPaper|wordSection) && roles:
			role++
		case (w.is(wordFunction) || w.is(wordChrome)) && roles:
			odd++
		default:
			odd += 2
		}
	}
	if named == 0 && role < 2 {
		return false
	}
	// A full stop ends a byline only after an initial or an abbreviation.
	if r.ended && odd > 0 {
		return false
	}
	return odd == 0 || roles && odd <= 1+2*role && named > 1
}

// loneName reports whether the paragraph is nothing but the names of one or
// two people, perhaps with their role or their place.
func (r *reading) loneName(text string) bool {
	n := len(r.words)
	if n < 1 || !r.whole {
		return false
	}
	long := r.words[n-1].is(wordAgency | wordPaper) // several names and whom they write for
	if n < 2 || n > 8 && !(long && n <= 16) || r.Len() > 90 && !(long && r.Len() <= longestByline) || r.ended || r.quotes || r.numbers > 0 || r.at || r.bars > 1 || r.slashes > 0 {
		return false
	}
	if strings.ContainsAny(text[r.Start:r.End], "?!:;") {
		return false
	}
	if r.count(wordSection|wordParticle) == n || n > 3 && !long && 2*r.count(wordSection|wordChrome) >= n {
		return false // the bar of a site
	}
	if r.regionBar(text) {
		return false
	}
	named, role := 0, 0
	for i, w := range r.words {
		switch {
		case w.is(wordMonth|wordWeekday|wordWhen|wordNetwork) && w.shape&shapeLower == 0 && !w.is(wordFunction) && n > 2:
			return false
		case w.is(wordRole):
			role++
		case w.is(wordAgency) || w.is(wordPaper):
			role++
		case w.is(wordParticle) && i > 0:
		case w.shape&shapeCapital != 0:
			if w.is(wordFunction) && w.shape&shapeUpper == 0 && w.end-w.start > 1 && !(i == 0 && w.is(wordEnglish)) && !(long && i == n-3) {
				return false // New, The, In: words of a headline
			}
			named++
		case i > 1 && strings.EqualFold(text[w.start:w.end], "in"), i > 1 && strings.EqualFold(text[w.start:w.end], "for"):
		case role > 0 && named > 1 && i+1 < n && w.is(wordFunction) && r.words[i+1].shape&shapeCapital != 0: // enviada especial a Áncash
		default:
			return false
		}
	}
	return named >= 2 && named <= 5 || role > 0 && named > 0
}

// regionBar reports whether the words are the bar of a paper that lists its regions: Home
// Leeds Bradford Wakefield Harrogate.
func (r *reading) regionBar(text string) bool {
	first := r.words[0]
	return len(r.words) > 3 && r.count(wordRole) == 0 && strings.EqualFold(text[first.start:first.end], "home")
}

// roleLine reports whether the paragraph names what a writer is, without a name.
func (r *reading) roleLine(text string) bool {
	n := len(r.words)
	if n == 0 || n > 6 || r.ended || !r.whole || r.count(wordRole) == 0 {
		return false
	}
	if r.roleAtOutlet(text) {
		return true
	}
	return r.count(wordRole|wordSection|wordAgency|wordPaper|wordParticle)*3 >= n*2 && r.count(wordFunction&^wordParticle) <= 1
}

// roleAtOutlet reports whether the line is what a writer is and where: Corresponsal de EL NORTE,
// Journaliste au pôle Enquêtes.
func (r *reading) roleAtOutlet(text string) bool {
	if len(r.words) < 3 || len(r.words) > 5 || !r.words[0].is(wordRole) {
		return false
	}
	switch text[r.words[1].start:r.words[1].end] {
	case "de", "del", "da", "do", "di", "della", "au", "à", "chez", "for", "at", "with", "bei", "beim", "bij", "voor", "för", "hos":
	default:
		return false
	}
	return !slices.ContainsFunc(r.words[2:], func(w token) bool {
		return w.shape&shapeCapital == 0 && !w.is(wordRole|wordPaper|wordSection) || w.shape&shapeDigit != 0
	})
}

// signOff reports whether s is the initials that agencies put under their
// copy, such as abc/de or (jk).
func signOff(s string) bool {
	s = strings.TrimPrefix(s, "(Schluss) ") // of APA's
	if initialsWithSlashes(s) {
		return true
	}
	s = strings.Trim(s, "()")
	if len(s) < 5 || len(s) > 14 || strings.Count(s, "/") != 1 {
		return false
	}
	for _, r := range s {
		if !unicode.IsLower(r) && r != '/' && r != '-' {
			return false
		}
	}
	a, b, _ := strings.Cut(s, "/")
	return utf8.RuneCountInString(a) <= 4 && utf8.RuneCountInString(b) <= 4 && a != "" && b != ""
}

// initialsWithSlashes reports whether s is initials as PAP signs with: rcy/ mam/
func initialsWithSlashes(s string) bool {
	const least, longest = len("mam/ a/"), len("rcy/ mam/ mhr/ ")
	if len(s) < least || len(s) > longest || s[len(s)-1] != '/' {
		return false
	}
	for word := range strings.FieldsSeq(s) {
		name, ok := strings.CutSuffix(word, "/")
		if !ok || len(name) > 4 || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLower(r) }) {
			return false
		}
	}
	return true
}
