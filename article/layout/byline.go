package layout

import (
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
	case r.fromOutlet(text):
		name = 1
	default:
		return 0, false
	}
	if first := r.words[name]; first.shape&shapeLower != 0 && first.is(wordParticle|wordFunction) && r.count(wordRole) == 0 {
		return 0, false // Von der ..., Di lì ...
	}
	return name, r.names(text, name, n, true)
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

// roleLine reports whether the paragraph names what a writer is, without a name.
func (r *reading) roleLine() bool {
	n := len(r.words)
	if n == 0 || n > 6 || r.ended || !r.whole || r.count(wordRole) == 0 {
		return false
	}
	return r.count(wordRole|wordSection|wordAgency|wordPaper|wordParticle)*3 >= n*2 && r.count(wordFunction&^wordParticle) <= 1
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
