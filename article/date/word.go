package date

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// word reads a token that begins with a letter.
func (p *parser) word() bool {
	var buf [24]byte
	folded, end := foldWord(buf[:0], p.s[p.i:])
	if len(folded) == 0 {
		return false
	}
	w := string(folded) // the switches below do not make it escape
	start := p.i
	p.i += end
	labelled, clocked := p.labelled, p.clocked
	p.labelled, p.clocked = false, false
	if month := monthOf(w); month != 0 {
		if p.month != 0 {
			return false
		}
		p.month = month
		return true
	}
	switch kindOf(w) {
	case march:
		ok := !p.tuesday
		p.tuesday = true
		return ok
	case weekday:
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
	}
	// The names of zones are read after a time of day only, where "est" and
	// "west" can be nothing else.
	if offset, rule, ok := zoneOf(w); ok && p.timed != article.NoTime {
		if c := p.at(p.i); offset == 0 && !rule && !p.zoned && (c == '+' || c == '-') && p.digitAt(p.i+1) {
			return p.zoneOffset() // GMT+0200
		}
		return p.setZone(offset, rule)
	}
	return false
}

// foldWord appends the letters that s begins with to dst, in lower case and
// without accents, and returns how many bytes of s they take. A word that is
// too long or has letters of another script folds to nothing.
func foldWord(dst []byte, s string) (folded []byte, end int) {
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		r = unicode.ToLower(r)
		if r >= utf8.RuneSelf {
			i := strings.IndexRune("áàâãäåçéèêëíìîïñóòôõöúùûü", r)
			if i < 0 {
				return nil, 0
			}
			// Each of these letters takes two bytes.
			r = rune("aaaaaaceeeeiiiinooooouuuu"[i/2])
		}
		if len(dst) == cap(dst) {
			return nil, 0
		}
		dst = append(dst, byte(r))
		end += size
	}
	return dst, end
}

// monthOf returns the number of a month, 0 if w names none. "mar" is missing,
// which is also Tuesday in three languages.
func monthOf(w string) int {
	switch w {
	case "january", "jan", "enero", "ene", "janvier", "janv", "januar", "janner", "jaenner", "gennaio", "gen", "genn", "janeiro":
		return 1
	case "february", "feb", "febr", "febrero", "fevrier", "fevr", "fev", "februar", "feber", "febbraio", "febb", "fevereiro":
		return 2
	case "march", "marzo", "mars", "marz", "maerz", "mrz", "marco":
		return 3
	case "april", "apr", "abril", "abr", "avril", "avr", "aprile":
		return 4
	case "may", "mayo", "mai", "maggio", "mag", "magg", "maio":
		return 5
	case "june", "jun", "junio", "juin", "juni", "giugno", "giu", "junho":
		return 6
	case "july", "jul", "julio", "juillet", "juil", "juli", "luglio", "lug", "luglo", "julho":
		return 7
	case "august", "aug", "agosto", "ago", "aout":
		return 8
	case "september", "sept", "sep", "septiembre", "setiembre", "set", "septembre", "settembre", "sett", "setembro":
		return 9
	case "october", "oct", "octubre", "octobre", "oktober", "okt", "ottobre", "ott", "outubro", "out":
		return 10
	case "november", "nov", "noviembre", "novembre", "novembro":
		return 11
	case "december", "dec", "diciembre", "dic", "decembre", "dezember", "dez", "dicembre", "dezembro":
		return 12
	}
	return 0
}

// A wordKind says what a word of a date that is neither a month nor a zone does.
type wordKind uint8

const (
	unknown wordKind = iota
	march            // "mar"
	weekday
	filler // says nothing that its neighbours do not
	label  // announces the date that follows
	change // announces the date of a later change
)

func kindOf(w string) wordKind {
	switch w {
	case "mar":
		return march
	case "monday", "mon", "lunes", "lun", "lundi", "montag", "mo", "lunedi", "segunda", "seg",
		"tuesday", "tue", "tues", "martes", "mardi", "dienstag", "di", "martedi", "terca", "ter",
		"wednesday", "wed", "weds", "miercoles", "mie", "mercredi", "mer", "mittwoch", "mi", "mercoledi", "quarta", "qua",
		"thursday", "thu", "thur", "thurs", "jueves", "jue", "jeudi", "jeu", "donnerstag", "do", "giovedi", "gio", "quinta", "qui",
		"friday", "fri", "viernes", "vie", "vendredi", "ven", "freitag", "fr", "venerdi", "sexta", "sex",
		"saturday", "sat", "sabado", "sab", "samedi", "sam", "samstag", "sonnabend", "sa", "sabato",
		"sunday", "sun", "domingo", "dom", "dimanche", "dim", "sonntag", "so", "domenica", "feira":
		return weekday
	case "on", "at", "of", "the", "de", "del", "dos", "da", "el", "la", "las", "los", "le", "les", "il", "lo", "al", "alle", "ore",
		"a", "as", "em", "am", "den", "der", "dem", "vom", "um", "uhr", "h", "hs", "hrs", "horas", "heures", "dia", "time", "standard", "daylight":
		return filler
	case "published", "posted", "date", "dated", "first", "publicado", "publicada", "fecha", "publie", "publiee", "veroffentlicht",
		"veroeffentlicht", "erschienen", "datum", "pubblicato", "pubblicata", "data":
		return label
	case "updated", "modified", "last", "actualizado", "actualizada", "modifie", "mis", "maj", "aktualisiert", "aggiornato", "aggiornata",
		"modificato", "atualizado", "atualizada":
		return change
	}
	return unknown
}

// zoneOf returns the offset of a zone in seconds east of UTC; rule says that
// daylight time, an hour further east, holds in the North American summer.
// Abbreviations that several countries use for different zones are left out
// (IST), but for those that feeds use in the American sense (CST, EST).
func zoneOf(w string) (offset int, rule, ok bool) {
	const hour = 3600
	switch w {
	case "z", "utc", "gmt", "ut", "wet":
		return 0, false, true
	case "bst", "west", "cet", "mez", "wat":
		return hour, false, true
	case "cest", "mesz", "eet", "sast", "cat":
		return 2 * hour, false, true
	case "eest", "msk", "eat":
		return 3 * hour, false, true
	case "pkt":
		return 5 * hour, false, true
	case "sgt", "hkt", "awst":
		return 8 * hour, false, true
	case "jst", "kst":
		return 9 * hour, false, true
	case "aest":
		return 10 * hour, false, true
	case "aedt":
		return 11 * hour, false, true
	case "nzst":
		return 12 * hour, false, true
	case "nzdt":
		return 13 * hour, false, true
	case "brt", "adt":
		return -3 * hour, false, true
	case "ast", "edt":
		return -4 * hour, false, true
	case "est", "cdt":
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
