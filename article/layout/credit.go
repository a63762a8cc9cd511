package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// creditTail is how many bytes at the end of a paragraph are searched for the
// credit of a photograph.
const creditTail = 140

// credited reports whether the paragraph at s ends with the credit of a
// photograph, which makes it a caption.
func (l *layouter) credited(s article.Span) bool {
	text := l.text
	if s.Len() > longCaption || s.Len() < 4 {
		return false
	}
	tail := text[max(s.Start, s.End-creditTail):s.End]
	if !hasCredit(tail) {
		return false
	}
	end := s.End
	stopped := text[end-1] == '.'
	if stopped {
		end--
	}
	if end > s.Start && text[end-1] == ')' {
		open := strings.LastIndexByte(text[max(s.Start, end-creditTail):end-1], '(')
		if open < 0 {
			return false
		}
		open += max(s.Start, end-creditTail)
		l.buf = l.vocabulary.tokenize(l.buf[:0], text, l.scanned, open+1, end-1)
		return parenthesis(text, open+1, end-1, s.Len() <= shortLine && !tellsMuch(text[s.Start:open]), l.buf)
	}
	if stopped || text[end-1] == ']' {
		return false
	}
	from := max(s.Start, s.End-creditTail)
	for from < s.End && !utf8.RuneStart(text[from]) {
		from++
	}
	if from > s.Start {
		k := strings.IndexByte(text[from:s.End], ' ')
		if k < 0 {
			return false
		}
		from += k
	}
	l.buf = l.vocabulary.tokenize(l.buf[:0], text, l.scanned, from, s.End)
	if k := strings.LastIndexByte(text[from:s.End], ')'); k >= 0 && signature(l.buf, from+k) {
		return l.credited(article.Span{Start: s.Start, End: from + k + 1})
	}
	return creditWords(text, l.buf) || s.Len() <= shortLine && namesPhotographer(text, l.buf)
}

// tellsMuch reports whether s, before an agency in brackets, has three sentences or more: a caption has one or
// two, and an agency signs its part of a text so where the paper goes on with its own.
func tellsMuch(s string) bool {
	const most, shortest = 2, 4 // sentences of a caption; bytes of a word that is no abbreviation
	sentences := 1
	for at := 0; ; {
		k := strings.Index(s[at:], ". ")
		if k < 0 {
			return sentences > most
		}
		at += k
		w := s[strings.LastIndexByte(s[:at], ' ')+1 : at]
		if at += len(". "); len(w) >= shortest && word.Capital(s[at:]) {
			sentences++
		}
	}
}

// namesPhotographer reports whether the words end with who took the picture: Foto: Jane
// Roe, © Jane Roe, or the name behind a full stop and a slash.
func namesPhotographer(text string, words []token) bool {
	const longest = 7 // words
	n := len(words)
	for i := n - 1; i > 0 && i >= n-longest; i-- {
		w, before := words[i], &words[i-1]
		gap := text[before.end:w.start]
		if w.shape&shapeCapital == 0 && !w.is(wordParticle|wordAgency|wordPaper|wordPhoto) && gap != "." {
			return false
		}
		if before := text[before.start:before.end]; before == "©" || gap == ". / " || gap == " © " || pictureWord(strings.ToLower(before)) && introduces(gap) {
			return true
		}
	}
	return false
}

// introduces reports whether gap, behind a word for a picture, stands before a name.
func introduces(gap string) bool {
	return gap == ". " || strings.HasPrefix(strings.TrimSpace(gap), ":")
}

// pictureWord reports whether word, in lower case, stands before the photographer's name.
func pictureWord(word string) bool {
	switch word {
	case "photo", "photos", "picture", "pictures", "photograph", "image", "images", "foto", "fotos", "bild", "bilder", "fotografía", "imagen", "imagem", "immagine", "fot", "zdjęcie", "beeld", "bilde", "billede", "fotoğraf", "фото", "archivfoto", "archivbild", "symbolbild", "archieffoto", "arkivfoto":
		return true
	}
	return false
}

// signature reports whether the words behind byte at are a name and an agency, as
// some sites repeat them behind a credit: (AP Photo/Ann Lee) Ann Lee AP.
func signature(words []token, at int) bool {
	const longest = 5 // words
	n := 0
	for n < len(words) && words[len(words)-1-n].start > at {
		n++
	}
	if n < 2 || n > longest || !words[len(words)-1].is(wordAgency) {
		return false
	}
	for _, w := range words[len(words)-n:] {
		if w.shape&shapeCapital == 0 && !w.is(wordParticle) {
			return false
		}
	}
	return true
}

// hasCredit reports whether tail holds a mark or word that credits have, so
// that most paragraphs need no closer look.
func hasCredit(tail string) bool {
	last := tail[len(tail)-1]
	if last == ':' {
		return false // ... within a mile of the coast (via Reuters/The Herald): what follows is theirs
	}
	if last == '.' || last == '"' || last == '?' || last == '!' {
		if len(tail) < 2 || tail[len(tail)-2] != ')' {
			return false
		}
	}
	within := func(sign string) bool { return strings.Contains(tail, sign) }
	behind := func(sign string) bool { return strings.HasSuffix(tail, sign) }
	return last == ')' || slices.ContainsFunc(creditWithin[:], within) || slices.ContainsFunc(creditBehind[:], behind)
}

// creditWithin and creditBehind are the signs of credits, within the end of a paragraph
// and behind it.
var (
	creditWithin = [...]string{"/", "|", "hoto", "redit", " via ", "HOTO", "©", ": ", "ot. "}
	creditBehind = [...]string{"AFP", "EFE", "EPA", "Images"}
)

// parenthesis reports whether text[from:to], words between brackets, is the credit
// of a photograph: (Name/Agency), (Photo: Name), and (Agency) in a short paragraph.
func parenthesis(text string, from, to int, short bool, words []token) bool {
	if len(words) == 0 || len(words) > 16 {
		return false
	}
	var agency, photo, paper, lower int
	for _, w := range words {
		switch {
		case w.is(wordAgency) && w.shape&shapeCapital != 0:
			agency++
		case w.is(wordPhoto):
			photo++
		case w.is(wordPaper):
			paper++
		case w.shape&shapeLower != 0 && !w.is(wordParticle|wordBy|wordRole) && text[w.start:w.end] != "via" && text[w.start:w.end] != "for":
			lower++
		}
	}
	inside := text[from:to]
	slash := strings.ContainsAny(inside, "/|")
	switch {
	case agency == len(words):
		return short
	case lower > 1:
		return photo > 0 && (slash || strings.Contains(inside, ":")) && lower < len(words)/2
	case slash && agency+photo+paper > 0, agency > 0 && photo > 0, agency > 0 && strings.Contains(inside, "via"):
		return true
	}
	return photo > 0 && len(words) > 1
}

// creditWords reports whether the words at the end of a paragraph are the
// credit of a photograph without brackets: Name/Agency, AGENCY/Name,
// CreditName, Name | Agency, NameAGENCY.
func creditWords(text string, words []token) bool {
	n := len(words)
	if n == 0 {
		return false
	}
	if namesWithSlash(text, words) {
		return true
	}
	lower := 0
	for i := n - 1; i >= max(0, n-9); i-- {
		w := words[i]
		word := text[w.start:w.end]
		if w.shape&shapeLower != 0 && !w.is(wordParticle|wordPhoto|wordChrome) && word != "via" && word != "for" {
			lower++
		}
		if lower > 0 {
			return false
		}
		if word == "Credit" && i < n-1 || strings.HasPrefix(word, "Credit") && len(word) > 7 && unicode.IsUpper(rune(word[6])) {
			return true
		}
		if i >= n-2 && gluedAgency(word) {
			return true
		}
		if w.is(wordAgency) && w.shape&shapeCapital != 0 || w.is(wordPaper) && i >= n-2 {
			if i+1 < n && separates(text, w.end, words[i+1].start) {
				return true
			}
			// Name / Agency: the mark may stand before "The Agency" or "AP Photo".
			for k := i; k > max(0, i-3); k-- {
				if separates(text, words[k-1].end, words[k].start) {
					return true
				}
				if !words[k-1].is(wordParticle|wordFunction|wordPhoto|wordPaper) && text[words[k-1].start:words[k-1].end] != "via" {
					break
				}
			}
			if i > 0 && text[words[i-1].start:words[i-1].end] == "via" && w.is(wordAgency) {
				return true
			}
		}
	}
	return false
}

// namesWithSlash reports whether the words end with a name, a slash and
// another name, and a sentence before them or nothing.
func namesWithSlash(text string, words []token) bool {
	const longest = 7 // words
	slash := false
	for i := len(words) - 1; i >= 0 && i >= len(words)-longest; i-- {
		w := words[i]
		if w.shape&shapeCapital == 0 && !w.is(wordParticle) {
			return false
		}
		if i == 0 {
			break
		}
		switch gap := text[words[i-1].end:w.start]; {
		case gap == "/":
			slash = true
		case strings.HasPrefix(gap, ".") && words[i-1].end-words[i-1].start > 1:
			return slash && len(words)-i >= 3
		case gap != " " && gap != ", " && gap != ". ":
			return false
		}
	}
	return false
}

// separates reports whether text[from:to], between two words, holds the mark
// that credits put between names.
func separates(text string, from, to int) bool {
	gap := text[from:to]
	return len(gap) <= 4 && strings.ContainsAny(gap, "/|") || strings.Contains(gap, "©")
}

// gluedAgency reports whether an agency's capitals follow a name without a space, as in RouxAFP.
func gluedAgency(word string) bool {
	for _, agency := range []string{"AFP", "EFE", "EPA", "AP", "Reuters", "Getty"} {
		if name, ok := strings.CutSuffix(word, agency); ok && name != "" {
			r, _ := utf8.DecodeLastRuneInString(name)
			return unicode.IsLower(r)
		}
	}
	return false
}
