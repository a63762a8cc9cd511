package reader

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"

	"wiretrace/lang"
)

// detectByLetters guesses those character sets that the library of detect does not know:
// Thai, Baltic and that of DOS for Cyrillic. It is empty if data is in none of them.
func detectByLetters(data []byte) string {
	switch {
	case isThai(data):
		return "windows-874" // TIS-620, and signs of print
	case isDOSCyrillic(data):
		return "ibm866"
	}
	return baltic(data)
}

// isThai reports whether bytes are Thai, by the order in which its signs may stand: marks above
// and below behind a consonant, vowels that are written first before one. In texts of two bytes a
// character, and in those of other alphabets, the bytes that these are stand anywhere.
func isThai(data []byte) bool {
	const least = 12 // bytes that are not ASCII
	var of [thaiKinds]int
	misplaced := 0
	onConsonant := false // the byte before is a consonant, or a mark on one
	for i, c := range data {
		kind := thaiKindOf(c)
		of[kind]++
		switch kind {
		case thaiMark, thaiVowelBehind:
			if !onConsonant {
				misplaced++
			}
		case thaiVowelBefore:
			if i+1 < len(data) && thaiKindOf(data[i+1]) != thaiConsonant {
				misplaced++
			}
		}
		onConsonant = kind == thaiConsonant || kind == thaiMark && onConsonant
	}
	all, wrong := len(data)-of[thaiASCII], of[notThai]+misplaced
	marks := of[thaiMark] + of[thaiVowelBehind] + of[thaiVowelBefore]
	return all >= least && wrong*50 <= all && of[thaiRare]*20 <= all && marks*4 >= all
}

// A thaiKind is what a byte is in Thai text, by where it may stand.
type thaiKind uint8

const (
	notThai         thaiKind = iota
	thaiASCII                // anywhere
	thaiPrintSign            // anywhere, of windows-874
	thaiConsonant            // anywhere
	thaiMark                 // on a consonant: a vowel above or below, a tone
	thaiVowelBehind          // behind a consonant and its marks
	thaiVowelBefore          // right before a consonant
	thaiRare                 // signs and figures
	thaiKinds                // how many there are
)

// thaiKindOf returns what a byte is in Thai text.
func thaiKindOf(c byte) thaiKind {
	switch c {
	case 0xd1, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xda, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xee:
		return thaiMark
	case 0xd0, 0xd2, 0xd3:
		return thaiVowelBehind
	case 0xe0, 0xe1, 0xe2, 0xe3, 0xe4:
		return thaiVowelBefore
	case 0xcf, 0xdf, 0xe5, 0xe6:
		return thaiRare
	}
	switch {
	case c < 0x80:
		return thaiASCII
	case c >= 0xa1 && c <= 0xce:
		return thaiConsonant
	case c >= 0xef && c <= 0xfb:
		return thaiRare
	case isPrintSign(c):
		return thaiPrintSign
	}
	return notThai
}

// isDOSCyrillic reports whether bytes are Cyrillic as DOS has it: small letters stand in two blocks
// between which other sets have most of theirs, and which no other language has in such numbers.
func isDOSCyrillic(data []byte) bool {
	const least = 24 // bytes that are not ASCII
	var all, first, second, other int
	for _, c := range data {
		switch {
		case c < 0x80:
			continue
		case c >= 0xa0 && c < 0xb0:
			first++
		case c >= 0xe0 && c < 0xf0:
			second++
		case c >= 0xb0 && c < 0xe0 || c > 0xf8:
			other++
		}
		all++
	}
	if all < least || first*5 < all*2 || second*7 < all || other*50 > all {
		return false
	}
	switch lang.Of(decodedAs("ibm866", data)) {
	case "ru", "uk", "be":
		return true
	}
	return false
}

// balticLetters are the letters of the Baltic languages that are not ASCII, without those that Latvian
// gave up: where it had ŗ, ISO 8859-2 has the Polish ł.
var balticLetters = map[string]string{"lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž"}

// balticSets are the character sets of the Baltic languages, the commonest first.
var balticSets = [...]string{"windows-1257", "iso-8859-13", "iso-8859-4"}

// baltic guesses the character set of a text in a Baltic language: the one in which it is in that
// language and has none but its letters. In Estonian all but two are those of the Western set.
func baltic(data []byte) string {
	for _, name := range balticSets {
		text := decodedAs(name, data)
		code := lang.Of(text)
		if letters := balticLetters[code]; letters != "" && isSpelt(text, letters, code == "et") {
			return name
		}
	}
	return ""
}

// isSpelt reports whether a text has enough of the letters of a Baltic language and hardly any other
// sign that is not ASCII. Of Estonian it must have one that the Western set lacks.
func isSpelt(text, letters string, estonian bool) bool {
	const least, leastKinds = 6, 3 // letters that are not ASCII, and different ones
	own, foreign := 0, 0
	kinds := map[rune]bool{}
	for _, r := range text {
		switch small := unicode.ToLower(r); {
		case r < 0x80:
		case strings.ContainsRune(letters, small):
			own++
			kinds[small] = true
		case isMisread(r):
			foreign++
		}
	}
	if estonian && !kinds['š'] && !kinds['ž'] {
		return false
	}
	return own >= least && len(kinds) >= leastKinds && foreign*50 <= own
}

// isMisread reports whether a sign that is no letter of a Baltic language shows that its text is in
// another character set: no text has it, or in none of them among its letters.
func isMisread(r rune) bool {
	return r == unicode.ReplacementChar || unicode.IsLetter(r) || unicode.IsControl(r) || strings.ContainsRune("¦¤¬±¹²³¼½¾", r)
}

// decodedAs returns the text of data in a character set of one byte a character.
func decodedAs(name string, data []byte) string {
	e, _ := charset.Lookup(name)
	b, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	if looksLikePage(data) { // its head and its scripts are English
		return proseOf(string(b))
	}
	return string(b)
}

// koi8 tells the Ukrainian form of KOI8 from the Russian one, which has lines for the drawing
// of boxes where the other has letters.
func koi8(data []byte) string {
	if slices.ContainsFunc([]byte("\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd"), func(c byte) bool { return bytes.IndexByte(data, c) >= 0 }) {
		return "koi8-u"
	}
	return "koi8-r"
}

// icelandic reports whether a text that looks Turkish is Icelandic or Faroese, which have ð, þ and ý
// where Turkish has letters of its own: whether it has more of æ and of vowels with an acute, which
// Turkish lacks, than of ç and ü, which they lack.
func icelandic(data []byte) bool {
	theirs, turkish := 0, 0
	for _, c := range data {
		switch c {
		case 0xe1, 0xe6, 0xe9, 0xed, 0xf3, 0xfa:
			theirs++
		case 0xe7, 0xfc:
			turkish++
		}
	}
	return theirs > turkish
}

// printSigns are the signs of print that have the same bytes in most of the sets of windows.
const printSigns = "\x80\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb"

func isPrintSign(c byte) bool { return strings.IndexByte(printSigns, c) >= 0 }
