package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wiretrace/article"
)

// tidy leaves out what is said elsewhere: headline, byline and date, which are
// fields of their own, and the line under the headline, where they stand before
// the running text.
func tidy(ps []paragraph, d *describer, p *Page) []paragraph {
	var levels [7]int // how many headings there are of each level
	for i := range ps {
		levels[ps[i].level]++
	}
	kept := ps[:0]
	headed, prose := false, false
	for _, q := range ps {
		if !prose {
			lines := strings.Split(q.text, "\n")
			n := 0
			for n < len(lines) && n < 4 {
				if d.isHeadline(lines[n], p.Title.Value) {
					headed = true
				} else if !(headed && q.level > 0 && levels[q.level] == 1) && !d.isSigned(lines[n], p) {
					break
				}
				n++
			}
			if n == len(lines) {
				continue
			}
			if n > 0 {
				q.text = strings.Join(lines[n:], "\n")
			}
		}
		if q.level == 0 && len(q.text) >= shortestRun {
			prose = true
		}
		kept = append(kept, q)
	}
	return once(withoutPrinters(d, withoutSigns(withoutWhole(withoutCut(withoutThumbs(withoutComments(kept)))))))
}

// withoutPrinters leaves out of the last paragraphs the lines that a page for printing has below its text: when it was
// printed, its address, and beside them whose the site is.
func withoutPrinters(d *describer, ps []paragraph) []paragraph {
	const looked = 3 // paragraphs
	printed := false
	for i := max(1, len(ps)-looked); i < len(ps); i++ {
		if len(ps[i].text) > 3*longestSignature {
			continue
		}
		var kept []string
		for line := range strings.SplitSeq(ps[i].text, "\n") {
			switch {
			case tellsPrinting(line), printed && (isPrinters(line) || isLabelledAddress(line) || d.ownsRights(line)):
				printed = true
			default:
				kept = append(kept, line)
			}
		}
		ps[i].text = strings.Join(kept, "\n")
	}
	return slices.DeleteFunc(ps, func(q paragraph) bool { return q.text == "" })
}

// isLabelledAddress reports whether a line is an address behind a word: "URL: https://example.com/a".
func isLabelledAddress(line string) bool {
	label, address, ok := strings.Cut(line, ": ")
	return ok && len(label) <= longestLabel && isURL(address) && !strings.Contains(address, " ")
}

// ownsRights reports whether a line says that the rights are those of the site itself.
func (d *describer) ownsRights(line string) bool {
	_, owner, ok := strings.Cut(line, "©")
	if !ok || len(line) > longestSignature {
		return false
	}
	owner, _, _ = strings.Cut(strings.TrimLeft(owner, " 0123456789-–,"), ".")
	return fits(owner, d.own, d.at)
}

// withoutCut leaves out paragraphs that end in dots and stand behind in full, as before a part of the
// text that is folded away.
func withoutCut(ps []paragraph) []paragraph {
	const shortest, nearest = 30, 3 // bytes; paragraphs
	kept := ps[:0]
	for i, q := range ps {
		begin := strings.TrimRight(q.text, ".… ")
		cut := false
		for _, r := range ps[i+1 : min(len(ps), i+1+nearest)] {
			cut = cut || len(begin) >= shortest && len(begin) < len(q.text) && len(r.text) > len(q.text) && strings.HasPrefix(r.text, begin)
		}
		if !cut || !strings.HasSuffix(q.text, "…") && !strings.HasSuffix(q.text, "...") {
			kept = append(kept, q)
		}
	}
	return kept
}

// withoutComments leaves out what stands behind the heading of readers' comments, and the
// labels of advertisements.
func withoutComments(ps []paragraph) []paragraph {
	size := 0
	kept := ps[:0]
	for _, q := range ps {
		if size >= leastText && headsComments(q.text) {
			break
		}
		if labelsAdvertisement(q.text) || countsSlides(q.text) {
			continue
		}
		size += len(q.text)
		kept = append(kept, q)
	}
	return kept
}

// countsSlides reports whether a line says which of how many slides or pictures stands there, and nothing else: 1 / 6, 3 of 12.
func countsSlides(s string) bool {
	const longest, mostDigits = 16, 3
	if len(s) > longest || s == "" || !isDigit(s[0]) {
		return false
	}
	first := strings.TrimLeft(s, "0123456789")
	last := strings.TrimRight(first, "0123456789")
	if len(s)-len(first) > mostDigits || len(first)-len(last) > mostDigits || len(last) == len(first) {
		return false
	}
	switch between := strings.ToLower(strings.TrimSpace(last)); between {
	case "/", "|", "of", "von", "sur", "de", "di", "van", "av", "af", "z", "из":
		return between != last // 24/7 is none
	}
	return false
}

// withoutThumbs leaves out the numbers of the pictures below a gallery: paragraphs that are 1, 2, 3, one behind the other.
func withoutThumbs(ps []paragraph) []paragraph {
	const fewest = 3
	kept := ps[:0]
	for i := 0; i < len(ps); {
		n := 0
		for i+n < len(ps) && ps[i+n].text == strconv.Itoa(n+1) {
			n++
		}
		if n >= fewest {
			i += n
			continue
		}
		kept = append(kept, ps[i])
		i++
	}
	return kept
}

// headsComments reports whether a line is the heading of readers' comments, mostly with their
// number: 25 Comments, Kommentare (3).
func headsComments(s string) bool {
	const longest = 40 // bytes
	if len(s) > longest {
		return false
	}
	counted := strings.ContainsFunc(s, unicode.IsDigit)
	switch strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })) {
	case "comments", "reader comments", "readers' comments", "readers’ comments", "comments on this story", "leserkommentare", "leserpost", "leserbriefe", "kommentare", "commentaires", "les commentaires",
		"commentaires des lecteurs", "comentarios", "comentários", "commenti", "reacties", "komentarze", "комментарии", "коментарі", "yorumlar", "kommentarer", "kommentit", "コメント", "评论", "評論", "댓글", "التعليقات", "تعليقات":
		return true
	case "comment", "kommentar", "commentaire", "comentario", "comentário", "commento", "reactie", "komentarz", "responses", "antworten", "réponses", "respuestas", "meinungen", "opiniones", "opinions", "opinioni", "opiniões", "reaktionen", "reacciones", "réactions",
		"reazioni", "reações", "mensajes", "messages", "avis", "leserstimmen", "user-kommentare", "reakties", "opinie", "mielipiteet":
		return counted
	}
	return false
}

// What says that an advertisement stands there, and that a page is for printing.
var (
	advertisementLabels = listed("advertisement")
	behindAdvertisement = listed("advertisement-behind")
	advertisementLines  = listed("advertisement-line")
	printedWords        = listed("printed")
)

// labelsAdvertisement reports whether a line says no more than that an advertisement stands
// there.
func labelsAdvertisement(s string) bool {
	const longest = 60 // bytes
	if len(s) > longest {
		return false
	}
	s = strings.ToLower(strings.Trim(s, " -–—[]()*.:"))
	for _, label := range advertisementLabels {
		rest, ok := strings.CutPrefix(s, label)
		if !ok {
			continue
		}
		if rest = strings.Trim(rest, " -–—.:"); rest == "" || slices.Contains(behindAdvertisement, rest) {
			return true
		}
	}
	return slices.Contains(advertisementLines, s)
}

// withoutWhole leaves out a paragraph that is the text once more in one piece, as it is read aloud: nearly
// all of it is other paragraphs.
func withoutWhole(ps []paragraph) []paragraph {
	const shortest, shortestPart = 400, 40 // bytes
	all := length(ps)
	for i := range ps {
		size := len(ps[i].text)
		if size < shortest || size*5 < all*2 {
			continue
		}
		parts, found := 0, 0
		for k := range ps {
			if k != i && len(ps[k].text) >= shortestPart && len(ps[k].text) < size && strings.Contains(ps[i].text, ps[k].text) {
				parts, found = parts+1, found+len(ps[k].text)
			}
		}
		if parts > 1 && found*10 >= size*8 {
			return slices.Delete(ps, i, i+1)
		}
	}
	return ps
}

// once leaves out what stands before it word for word: two or more longer paragraphs in the
// same order, as on pages that hold the text once for telephones and once for others. One alone
// may be the question that an interviewer asks everybody.
func once(ps []paragraph) []paragraph {
	const shortest = 100 // bytes
	first := make(map[string]int, len(ps))
	again := make([]int, len(ps)) // where the paragraph stood before; -1 if nowhere
	for i := range ps {
		again[i] = -1
		if len(ps[i].text) < shortest || ps[i].item {
			continue
		}
		if k, ok := first[ps[i].text]; ok {
			again[i] = k
		} else {
			first[ps[i].text] = i
		}
	}
	kept := make([]paragraph, 0, len(ps))
	for i := range ps {
		before := i > 0 && again[i-1] >= 0 && again[i] == again[i-1]+1
		behind := i+1 < len(ps) && again[i+1] == again[i]+1
		if again[i] >= 0 && (before || behind) {
			continue
		}
		kept = append(kept, ps[i])
	}
	return kept
}

// isHeadline reports whether s is a headline of the page.
func (d *describer) isHeadline(s, title string) bool {
	if sameTitle(s, title) || sameTitle(s, d.facts.title) {
		return true
	}
	for _, h := range d.headings {
		if sameTitle(s, h) {
			return true
		}
	}
	return false
}

// longestSignature is the length in bytes of the longest line that is taken for
// byline or date.
const longestSignature = 120

// isSigned reports whether s is nothing but the byline or the date of the page.
func (d *describer) isSigned(s string, p *Page) bool {
	if len(s) > longestSignature {
		return false
	}
	if t, rank := d.timeIn(s); rank >= datedBeside && t.Precision != article.NoTime {
		return true
	}
	if tellsChange(s) || isPrinters(s) {
		return true
	}
	if p.Byline.Value == "" {
		return false
	}
	return sameTitle(bylineName(s), p.Byline.Value) && len(s) < len(p.Byline.Value)+60
}

// withoutSigns leaves out the first paragraphs that are nothing but signs, as between the writer and the day: "·".
func withoutSigns(ps []paragraph) []paragraph {
	for len(ps) > 1 && !strings.ContainsFunc(ps[0].text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		ps = ps[1:]
	}
	return ps
}

// tellsChange reports whether a line says when the page was last changed and nothing else.
func tellsChange(s string) bool {
	const longest, mostWords = 60, 9 // bytes
	return len(s) <= longest && wordsIn(s) <= mostWords && hasDigits(s) && containsAny(strings.ToLower(s), changeWords) && !strings.HasSuffix(s, ".")
}

// isPrinters reports whether a line is one that a page for printing has above its text: its own
// address, or when it was printed.
func isPrinters(s string) bool {
	if isURL(s) && !strings.Contains(s, " ") {
		return true
	}
	return tellsPrinting(s)
}

// tellsPrinting reports whether a line says when or from where a page was printed.
func tellsPrinting(s string) bool { return beginsWithAny(strings.ToLower(s), printedWords) }
