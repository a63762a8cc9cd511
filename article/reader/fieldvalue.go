package reader

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"wiretrace/article"
)

// shortestAddress returns the address of a page without what counts visits, if another that the record
// gives is that: the one that the page declares beside the one that was asked for.
func shortestAddress(address string, others []string) string {
	if len(others) < 2 || !strings.ContainsAny(address, "?#") {
		return address
	}
	page, _ := article.PageAddress(address)
	for _, other := range others {
		if len(other) < len(address) && host(other) == host(address) {
			if same, _ := article.PageAddress(other); same == page && page != "" {
				address = other
			}
		}
	}
	return address
}

// slugRank is added to the rank of a title that is what an agency calls a piece in its desks: BC-EU--Harbor.
const slugRank = 6

// isSlug reports whether a title is such a name.
func isSlug(v string) bool {
	return strings.Contains(v, "--") && !strings.ContainsAny(v, " \t\n") || strings.HasPrefix(v, "BC-") && !strings.Contains(v, " ")
}

// withoutOutlet returns a title without the name of its outlet at its end, where programs took it from the title of a page:
// "Harbour stays open | The Example".
func withoutOutlet(title, outlet string) string {
	of, ok := strings.CutSuffix(title, outlet)
	if !ok || outlet == "" || of == "" {
		return title
	}
	const fewest = 3 // words of a title
	for _, mark := range [...]string{" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: "} {
		if head, ok := strings.CutSuffix(of, mark); ok && len(strings.Fields(head)) >= fewest {
			return strings.TrimRight(head, " ")
		}
	}
	return title
}

// endsSentence reports whether a text ends where a sentence does, and was not cut.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \n\"'”’»)")
	return !strings.HasSuffix(s, "...") && strings.TrimRight(s, ".!?。") != s
}

// begins reports whether the lead of a text stands in its beginning already,
// with or without entities, or is a teaser that was cut.
func begins(text, lead string) bool {
	lead = strings.Join(strings.Fields(lead), " ")
	if strings.HasSuffix(lead, "...") || strings.HasSuffix(lead, "…") {
		return true
	}
	const near = 2000
	if len(text) > len(lead)*2+near {
		text = text[:len(lead)*2+near]
	}
	return strings.Contains(strings.Join(strings.Fields(unescapeEntities(text)), " "), lead)
}

// isFragment reports whether a value is the HTML of a text and not of a page.
func isFragment(v string) bool {
	const near = 1 << 10 // bytes
	head := strings.ToLower(v[:min(len(v), near)])
	for _, tag := range [...]string{"<!doctype", "<html", "<head", "<body", "<meta"} {
		if strings.Contains(head, tag) {
			return false
		}
	}
	return strings.Contains(head, "<p")
}

// inOneLine returns a byline of several lines in one, as agencies and papers write name and house below each other.
func inOneLine(v string) string {
	if !strings.Contains(v, "\n") || strings.ContainsAny(v, "<[{") {
		return v
	}
	var parts []string
	for line := range strings.Lines(v) {
		if line = strings.Trim(line, " \t\r\n,;"); line != "" && !introducesWriter(line) {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, ", ")
}

// signedBy returns the names of a byline that is written as pages show it, By Ada
// Crane, or as a link in a notebook, [[Ada Crane]]. "Von" and "di" are left, which
// begin names too.
func signedBy(v string) string {
	for _, by := range [...]string{"By ", "BY ", "by ", "Par ", "PAR ", "Por ", "POR "} {
		if rest, ok := strings.CutPrefix(v, by); ok {
			if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
				v = rest
			}
		}
	}
	if link, ok := strings.CutPrefix(v, "[["); ok {
		if name, ok := strings.CutSuffix(link, "]]"); ok && !strings.Contains(name, "[[") {
			return name
		}
	}
	return v
}

// withoutMailbox returns the name of a writer who is given as RSS does, with the
// address of a mailbox: ada@example.com (Ada Crane). An address alone names nobody.
func withoutMailbox(v string) string {
	if mailbox, name, ok := strings.Cut(v, "("); ok && strings.Contains(mailbox, "@") && strings.HasSuffix(name, ")") {
		return strings.TrimSpace(strings.TrimSuffix(name, ")"))
	}
	if name, mailbox, ok := strings.Cut(v, " <"); ok && strings.Contains(mailbox, "@") && strings.HasSuffix(mailbox, ">") {
		return strings.TrimSpace(name)
	}
	if strings.Contains(v, "@") && strings.Contains(v, ".") && !strings.Contains(v, " ") && v[0] != '@' {
		return ""
	}
	return v
}

// shorten makes a value of the input fit for a message of one line.
func shorten(s string) string {
	const limit = 60
	if len(s) > limit {
		s = strings.ToValidUTF8(s[:limit], "") + "..."
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// nothing reports whether v is how a program writes that it has no value.
func nothing(v string) bool {
	switch v {
	case "None", "none", "null", "NULL", "nan", "NaN", "NaT", "N/A", "n/a", "undefined", "[]", "{}", "-":
		return true
	}
	return false
}

// isURL reports whether s is the address of a page.
func isURL(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// host returns the host of a URL without "www.".
func host(url string) string {
	_, h, _ := strings.Cut(url, "://")
	if i := strings.IndexAny(h, "/?#"); i >= 0 {
		h = h[:i]
	}
	if i := strings.LastIndexByte(h, '@'); i >= 0 {
		h = h[i+1:]
	}
	if i := strings.IndexByte(h, ':'); i >= 0 {
		h = h[:i]
	}
	return strings.TrimPrefix(strings.ToLower(h), "www.")
}

func hasSuffixFold(b []byte, suffix string) bool {
	return len(b) >= len(suffix) && bytes.EqualFold(b[len(b)-len(suffix):], []byte(suffix))
}

// languageNames are what records call their languages, in full or by codes of
// three letters that are not the library's.
var languageNames = map[string]string{
	"english": "en", "spanish": "es", "español": "es", "castellano": "es", "french": "fr", "français": "fr", "fre": "fr", "german": "de", "deutsch": "de", "ger": "de",
	"italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "dut": "nl", "russian": "ru", "arabic": "ar", "chinese": "zh", "chi": "zh", "japanese": "ja",
	"anglais": "en", "englisch": "en", "inglés": "en", "allemand": "de", "französisch": "fr", "francés": "fr", "nederlands": "nl", "niederländisch": "nl",
}

// languageCode returns the ISO 639-1 code of what a record calls its language
// (en, en-US, en_US.UTF-8, eng, ger, English), empty if it is not understood.
func languageCode(v string) string {
	v = strings.ToLower(v)
	if i := strings.IndexAny(v, "-_.,; "); i >= 0 {
		v = v[:i]
	}
	if code := languageNames[v]; code != "" {
		return code
	}
	if len(v) != 2 && len(v) != 3 {
		return ""
	}
	if len(v) == 2 && v[0] >= 'a' && v[0] <= 'z' && v[1] >= 'a' && v[1] <= 'z' {
		return v
	}
	base, err := language.ParseBase(v)
	if err != nil || len(base.String()) != 2 {
		return ""
	}
	return base.String()
}
