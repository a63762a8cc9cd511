package date

import (
	_ "embed" // the words of more languages
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
)

// word reads a token that begins with a letter.
func (p *parser) word() bool {
	var buf [longestWord]byte
	folded, end := foldWord(buf[:0], p.s[p.i:])
	if len(folded) == 0 {
		return false
	}
	start := p.i
	p.i += end
	labelled, clocked := p.labelled, p.clocked
	p.labelled, p.clocked = false, false
	m := meanings()[string(folded)]
	if m.kind == change && string(folded) == "maj" && p.month == 0 && p.aloneLen > 0 {
		m = meaning{month, 5} // Polish and Swedish; in French, a change
	}
	switch m.kind {
	case month, thaiMonth, solarMonth, march, monthNumber:
		return p.monthWord(string(folded), m)
	case weekday:
		p.weekday = m.n
		return true
	case filler:
		p.clocked = clocked
		return true
	case label:
		p.labelled = true
		return start == 0 || labelled
	case change:
		p.done = p.dated()
		return p.done
	case morning, afternoon:
		if p.timed != article.NoTime {
			return p.halfDay(m.kind == afternoon)
		}
		p.half = m.kind
		return true
	case era:
		p.era = m.n
		return true
	case eraStart:
		p.year = m.n
		return true
	}
	if p.timed != article.NoTime && p.at(p.i) == '/' && p.zoneName(string(folded)) {
		return true
	}
	// The names of zones are read after a time of day only, where "est" and
	// "west" can be nothing else.
	if offset, rule, ok := zoneOf(string(folded)); ok && p.timed != article.NoTime {
		if offset == 0 && !rule && !p.zoned {
			if p.at(p.i) == ' ' && strings.IndexByte("+-", p.at(p.i+1)) >= 0 && p.digitAt(p.i+2) {
				p.i++ // UTC +02:00
			}
			if c := p.at(p.i); (c == '+' || c == '-') && p.digitAt(p.i+1) {
				return p.zoneOffset() // GMT+0200
			}
		}
		return p.setZone(offset, rule)
	}
	return p.timed != article.NoTime && openZone(string(folded))
}

// openZone reports whether a word behind a time of day is a zone that does not tell which: an
// abbreviation of several countries, as IST of India, Ireland and Israel, or of one that has a
// summer time. The time stays without a zone.
func openZone(w string) bool {
	switch w {
	case "ist", "gst", "bdt", "aet", "act", "nzt", "uk", "local":
		return true
	}
	return false
}

// zoneName passes over the rest of the name that the database of zones has for one, such as
// Asia/Kolkata, and reports whether area begins such a name. What it stands for changes with
// that database, so the time stays without a zone; but for UTC, and for what follows US/, whose
// names are read as words.
func (p *parser) zoneName(area string) bool {
	switch area {
	case "us":
		p.i++
		return true
	case "africa", "america", "antarctica", "arctic", "asia", "atlantic", "australia", "brazil", "canada", "chile", "etc", "europe", "indian", "mexico", "pacific":
	default:
		return false
	}
	start := p.i + 1
	for p.i++; letter(p.at(p.i)) || strings.IndexByte("_/-+", p.at(p.i)) >= 0 || p.digitAt(p.i); p.i++ {
	}
	if name := p.s[start:p.i]; area == "etc" && (name == "UTC" || name == "GMT" || name == "Zulu") {
		return p.setZone(0, false)
	}
	return p.i > start
}

// NamesWeekday reports whether a word of s is the name of a day of the week.
func NamesWeekday(s string) bool {
	var buf [longestWord]byte
	for i := 0; i < len(s); {
		folded, end := foldWord(buf[:0], s[i:])
		if meanings()[string(folded)].kind == weekday {
			return true
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += max(end, size)
	}
	return false
}

// monthWord takes the name of a month, or the word before its number.
func (p *parser) monthWord(word string, m meaning) bool {
	p.before = p.aloneLen
	switch m.kind {
	case march:
		ok := !p.tuesday
		p.tuesday = true
		return ok
	case monthNumber:
		p.monthNext = true
		return p.month == 0
	case thaiMonth, solarMonth:
		p.calendar = m.kind
	}
	if word == "listopada" && p.ordinal {
		m.n = 10 // Croatian, whose days have a point, October; Polish, November
	}
	if p.month != 0 && p.month != m.n { // two names of one, as some papers have it
		return false
	}
	p.month = m.n
	return true
}

// longestWord is the length in bytes of the longest folded word that is looked up.
const longestWord = 48

// accents are letters with accents, each with the letter it stands for behind it; the last are
// letters of Arabic that Persian is often typed with.
const accents = "áaàaâaãaäaåaāaăaąaçcćcčcďdđdéeèeêeëeēeėeęeěeģgğgíiìiîiïiīiįiıiķkļlłlñnńnņnňnóoòoôoõoöoőoøořrśsšsşsșsťtţtțtúuùuûuüuūuůuűuųuýyźzżzžzάαέεήηίιϊιΐιόούυώωيیكک"

// unaccented is what accents say.
var unaccented = sync.OnceValue(func() map[rune]rune {
	letters := map[rune]rune{}
	all := []rune(accents)
	for i := 0; i+1 < len(all); i += 2 {
		letters[all[i]] = all[i+1]
	}
	return letters
})

// foldWord appends the letters that s begins with to dst, in lower case and
// without accents, and returns how many bytes of s they take. Points within Thai
// words belong to them: มี.ค. A word that is too long folds to nothing.
func foldWord(dst []byte, s string) (folded []byte, end int) {
	thai := false
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if r == '.' && thai {
			after, _ := utf8.DecodeRuneInString(s[end+1:])
			if !unicode.Is(unicode.Thai, after) {
				break
			}
		} else if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		r = unicode.ToLower(r)
		if r >= utf8.RuneSelf {
			if plain, ok := unaccented()[r]; ok {
				r = plain
			}
			thai = unicode.Is(unicode.Thai, r)
		}
		if len(dst)+utf8.UTFMax > cap(dst) {
			return nil, 0
		}
		dst = utf8.AppendRune(dst, r)
		end += size
	}
	return dst, end
}

// A wordKind says what a word of a date that is no zone does.
type wordKind uint8

const (
	unknown wordKind = iota
	month
	march // "mar", which is also Tuesday in three languages
	thaiMonth
	solarMonth
	monthNumber // announces the number of a month
	weekday
	filler    // says nothing that its neighbours do not
	label     // announces the date that follows
	change    // announces the date of a later change
	morning   // the half of the day of a time before or behind it
	afternoon // the other
	era       // the year that follows counts from one of its own
	eraStart  // the first year of such a count
)

// A meaning is what a word does in dates.
type meaning struct {
	kind wordKind
	n    int // month or day of the week, from 1; the year from which an era counts
}

//go:embed words.txt
var otherWords string

// meanings are those of the words of all languages, as foldWord folds them.
// Dates are read without regard to the language of their text.
var meanings = sync.OnceValue(func() map[string]meaning {
	all := map[string]meaning{}
	// Of two meanings the first holds: sections come in the order of their kinds.
	add := func(words string, m meaning) {
		for w := range strings.FieldsSeq(words) {
			var buf [longestWord]byte
			if folded, end := foldWord(buf[:0], w); end == len(w) && all[string(folded)] == (meaning{}) {
				all[string(folded)] = m
			}
		}
	}
	add("mar", meaning{kind: march})
	for _, section := range [...]struct {
		name string
		kind wordKind
	}{{"month", month}, {"weekday", weekday}, {"date-filler", filler}, {"date-label", label}, {"date-change", change}} {
		for _, l := range lang.All() {
			n := 0
			for line := range l.Lines(section.name) {
				n++
				add(strings.ReplaceAll(line.Text, "-", " "), meaning{section.kind, n})
			}
		}
	}
	kinds := map[string]wordKind{
		"month": month, "thai": thaiMonth, "solar": solarMonth, "monthnumber": monthNumber, "weekday": weekday, "filler": filler, "label": label, "change": change,
		"morning": morning, "afternoon": afternoon, "era": era, "first": eraStart,
	}
	for line := range strings.Lines(otherWords) {
		name, rest, _ := strings.Cut(line, " ")
		kind, ok := kinds[name]
		if !ok {
			continue
		}
		for n, words := range strings.Split(rest, "|")[1:] {
			m := meaning{kind, n + 1}
			if year, names, ok := strings.Cut(strings.TrimSpace(words), " "); ok && (kind == era || kind == eraStart) {
				m.n, words = decimal(year), names
			}
			add(words, m)
		}
	}
	return all
})

// zoneOf returns the offset of a zone in seconds east of UTC; rule says that
// daylight time, an hour further east, holds in the North American summer.
// Abbreviations that several countries use for different zones are left out
// (openZone), but for those that feeds use in the American sense (CST, EST).
func zoneOf(w string) (offset int, rule, ok bool) {
	const hour = 3600
	switch w {
	case "z", "utc", "gmt", "ut", "wet":
		return 0, false, true
	case "bst", "west", "cet", "mez", "wat":
		return hour, false, true
	case "cest", "mesz", "eet", "sast", "cat":
		return 2 * hour, false, true
	case "eest", "msk", "eat", "trt", "idt":
		return 3 * hour, false, true
	case "pkt", "uzt":
		return 5 * hour, false, true
	case "npt":
		return 5*hour + hour*3/4, false, true
	case "wib", "ict":
		return 7 * hour, false, true
	case "sgt", "hkt", "awst", "wita", "pht", "myt":
		return 8 * hour, false, true
	case "jst", "kst", "wit":
		return 9 * hour, false, true
	case "acst":
		return 9*hour + hour/2, false, true
	case "aest":
		return 10 * hour, false, true
	case "acdt":
		return 10*hour + hour/2, false, true
	case "aedt":
		return 11 * hour, false, true
	case "nzst":
		return 12 * hour, false, true
	case "nzdt":
		return 13 * hour, false, true
	case "ndt":
		return -2*hour - hour/2, false, true
	case "brt", "adt", "art", "uyt", "clst":
		return -3 * hour, false, true
	case "nst":
		return -3*hour - hour/2, false, true
	case "ast", "edt", "bot", "clt":
		return -4 * hour, false, true
	case "est", "cdt", "pet":
		return -5 * hour, false, true
	case "cst", "mdt":
		return -6 * hour, false, true
	case "mst", "pdt":
		return -7 * hour, false, true
	case "pst", "akdt":
		return -8 * hour, false, true
	case "akst":
		return -9 * hour, false, true
	case "hst":
		return -10 * hour, false, true
	case "et", "eastern":
		return -5 * hour, true, true
	case "ct", "central":
		return -6 * hour, true, true
	case "mt", "mountain":
		return -7 * hour, true, true
	case "pt", "pacific":
		return -8 * hour, true, true
	}
	return 0, false, false
}
