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
	var all, wrong, marks, rare int
	mark := false // the byte before is a consonant, or a mark on one
	for i, c := range data {
		if c < 0x80 {
			mark = false
			continue
		}
		all++
		switch {
		case c >= 0xa1 && c <= 0xce: // consonants
			mark = true
			continue
		case c == 0xd1 || c >= 0xd4 && c <= 0xda || c >= 0xe7 && c <= 0xee: // on a consonant
			marks++
			if !mark {
				wrong++
			}
			continue
		case c == 0xd0 || c == 0xd2 || c == 0xd3: // behind one
			marks++
			if !mark {
				wrong++
			}
		case c >= 0xe0 && c <= 0xe4: // before one
			marks++
			if i+1 < len(data) && (data[i+1] < 0xa1 || data[i+1] > 0xce) {
				wrong++
			}
		case c == 0xcf, c == 0xdf, c == 0xe5, c == 0xe6, c >= 0xef && c <= 0xfb: // signs and figures
			rare++
		case !isPrintSign(c):
			wrong++
		}
		mark = false
	}
	return all >= least && wrong*50 <= all && rare*20 <= all && marks*4 >= all
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
	const least, leastKinds = 6, 3 // letters that are not ASCII, and different ones
	for _, name := range balticSets {
		text := decodedAs(name, data)
		code := lang.Of(text)
		letters := balticLetters[code]
		if letters == "" {
			continue
		}
		own, foreign := 0, 0
		kinds := map[rune]bool{}
		for _, r := range text {
			switch small := unicode.ToLower(r); {
			case r < 0x80:
			case strings.ContainsRune(letters, small):
				own++
				kinds[small] = true
			case r == unicode.ReplacementChar || unicode.IsLetter(r) || unicode.IsControl(r) || strings.ContainsRune("¦¤¬±¹²³¼½¾", r):
				foreign++
			}
		}
		if own >= least && len(kinds) >= leastKinds && foreign*50 <= own && (code != "et" || kinds['š'] || kinds['ž']) {
			return name
		}
	}
	return ""
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
