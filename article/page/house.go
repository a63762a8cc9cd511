package page

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"wiretrace/lang"
)

// Words of bylines that are no person's: agencies, in lower case, whole lines that say that agencies or desks wrote, and what stands
// in capitals in their place and is neither.
var (
	pictureHouses = listed("picture-house")

	houseLines = listed("house-line")
	houseKinds = listed("house-kind")
	notHouses  = append(listed("no-house"), pictureHouses...)
	houses     = sync.OnceValue(func() map[string]bool {
		all := make(map[string]bool)
		for w := range lang.Any().Words("agency") {
			all[w] = true
		}
		for _, w := range listed("house") {
			all[w] = true
		}
		for _, w := range notHouses {
			delete(all, w)
		}
		return all
	})
)

// isHouse reports whether the name in a byline is that of an agency or a desk, which may be one word: AFP, dpa/lnw,
// Reuters and AP, Agencias. A word in capitals is one too: no list knows every agency. What is written otherwise has to be known,
// since one word of it alone may be a label, a section or half a name.
func isHouse(name string) bool {
	const longest, mostWords = 60, 8 // bytes
	if len(name) > longest || hasDigits(name) || strings.HasSuffix(name, ".") {
		return false
	}
	if slices.Contains(houseLines, strings.ToLower(name)) {
		return true
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" /,;&+|·•—–()", r) })
	if len(parts) == 0 || len(parts) > mostWords {
		return false
	}
	known, alone := false, len(parts) == 1 || strings.ContainsAny(name, "/,&+")
	for _, w := range parts {
		known = known || namesHouse(w, alone)
	}
	if !known {
		return len(parts) == 1 && isAcronym(name)
	}
	return !slices.ContainsFunc(parts, func(w string) bool { return !besideHouse(w, alone) })
}

// namesHouse reports whether a word is the name of an agency. The small words that some have for a name (apa, tt, ap) are other words of
// some language, unless they stand alone.
func namesHouse(w string, alone bool) bool {
	const shortest = 5 // bytes of a name that is no other word
	if !houses()[strings.ToLower(w)] {
		return false
	}
	switch w {
	case "dpa", "sda", "epd":
		return true
	}
	return alone || capitalised(w) && (len(w) >= shortest || strings.ToUpper(w) == w)
}

// besideHouse reports whether a word may stand beside the name of an agency in a byline: a name, another agency, a small word between
// them, what kind of house it is, or, where the parts stand alone, the sign of a desk as in dpa/lnw.
func besideHouse(w string, alone bool) bool {
	const longest = 4 // characters of the sign of a desk
	lower := strings.ToLower(w)
	if capitalised(w) || houses()[lower] || slices.Contains(houseKinds, lower) {
		return true
	}
	return nameParticle(lower) || joinsNames(lower) || alone && utf8.RuneCountInString(w) <= longest
}

// withoutHouse returns a byline without the agency behind the writer, in brackets or behind a mark that parts writer and section on
// other pages, and that agency: Ada Crane (AFP), Ada Crane | Reuters.
func withoutHouse(s string) (writer, house string) {
	if writer, house, ok := strings.Cut(s, " ("); ok && writer != "" {
		if house, behind, closed := strings.Cut(house, ")"); closed && isKnownHouse(house) {
			if name, paper, ok := strings.Cut(writer, "| The "); ok { // Ada Crane | The Harbor Echo (TNS)
				return strings.TrimSpace(name), "The " + paper // who wrote it, not who sells it
			}
			return writer + behind, house
		}
	}
	for _, sep := range [...]string{" | ", "|", " • ", " · ", " / ", " — ", " – "} {
		writer, house, ok := strings.Cut(s, sep)
		if !ok || writer == "" {
			continue
		}
		if house, _, _ = strings.Cut(house, sep); isKnownHouse(strings.TrimSpace(house)) {
			return writer, strings.TrimSpace(house)
		}
	}
	return s, ""
}

// partHouse returns the text s of a byline with a comma before an agency in an element of its own that style sheets set apart from the writer
// before it: Ada Crane|Reuters.
func partHouse(n *html.Node, s string) string {
	const longest, most = 60, 40 // bytes, nodes
	i := 0
	for c := next(n, n, false); c != nil && i < most; c = next(n, c, false) {
		i++
		if c.Type != html.ElementNode || c.PrevSibling == nil || c.PrevSibling.Type != html.ElementNode {
			continue
		}
		house := textOf(c, longest)
		k := strings.Index(s, house)
		if k <= 0 || house == "" || !isKnownHouse(house) && !isKnownHouse(textOf(c.PrevSibling, longest)) {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(s[:k]); unicode.IsLetter(before) {
			return s[:k] + ", " + s[k:]
		}
	}
	return s
}

// isKnownHouse reports whether s is the name of an agency that the lists know; a word in capitals behind a writer may be a place.
func isKnownHouse(s string) bool {
	return isHouse(s) && !(isAcronym(s) && !houses()[strings.ToLower(s)]) && !slices.Contains(houseLines, strings.ToLower(s))
}

// sellsPictures reports whether a byline is the name of a house that sells pictures, as Getty Images, and of nobody else.
func sellsPictures(name string) bool {
	const most = 3 // words
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	return len(words) > 0 && len(words) <= most && slices.Contains(pictureHouses, words[0])
}

// isAcronym reports whether s is two to six capital letters, and no word that pages set in capitals.
func isAcronym(s string) bool {
	const fewest, most = 2, 6 // letters
	n := utf8.RuneCountInString(s)
	if n < fewest || n > most || slices.Contains(notHouses, strings.ToLower(s)) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// pictured reports whether a byline stands in the caption of a picture, or is named as the credit of one: whose name it has took that.
func pictured(n *html.Node) bool {
	const farthest, longest = 4, 300 // elements; bytes of their names
	if own := strings.ToLower(attr(n, "class") + " " + attr(n, "id")); len(own) < longest && pictureNames().In(own) {
		return true
	}
	for i := 0; n != nil && i < farthest; n, i = n.Parent, i+1 {
		if n.Data == "figure" || n.Data == "figcaption" {
			return true
		}
		if named := strings.ToLower(attr(n, "class")); len(named) < longest && captionNames().In(named) {
			return true
		}
	}
	return false
}

// Parts of the classes of who took a picture, and of what is around that.
var (
	pictureNames = phrases("photo", "image", "picture", "foto", "bild", "imagen", "video", "media", "copyright")
	captionNames = phrases("caption", "figure", "gallery", "photo-", "photo_", "slideshow", "lightbox")
)
