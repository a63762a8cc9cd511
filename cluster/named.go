package cluster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// signedFor reports whether the byline of d names an outlet of chain, beside people of its own house as well:
// Jane Roe, Harlow Herald, and Jo Lind, The Docket.
func signedFor(d *digest.Digest, chain []string) bool {
	return slices.ContainsFunc(chain, func(name string) bool { return nameIn(d.Meta.Byline, name) >= 0 })
}

// mentioned returns the outlet of chain that the text of i names anywhere but below a picture, "" if it names
// none: nobody is said to keep silent of whom he names, be it in words that are not known to credit.
func (r *resolver) mentioned(i int, chain []string) string {
	m := &r.members[i]
	if m.Text == nil {
		return ""
	}
	text := m.Text()
	for _, name := range chain {
		word := hostWord(name)
		for _, b := range m.Layout.Blocks {
			if b.Kind == article.Caption || b.Start < 0 || b.End > len(text) {
				continue
			}
			if s := text[b.Start:b.End]; nameIn(s, name) >= 0 || nameIn(s, word) >= 0 {
				return name
			}
		}
	}
	return ""
}

// leastHostWord is how many letters the label of a host has at least that names its outlet.
const leastHostWord = 5

// hostWord returns the name that the host of an outlet of which nothing else is known makes, with a
// capital: Cableline of cableline.example. It is empty for a name that is no host, and for a short one.
func hostWord(name string) string {
	label := outlet.HostLabel(name)
	if len(label) < leastHostWord || strings.Contains(name, " ") || !strings.Contains(name, ".") {
		return ""
	}
	return strings.ToUpper(label[:1]) + label[1:]
}

// nameIn returns where a name of an outlet, without its article, stands in s as whole words; -1 if nowhere.
func nameIn(s, name string) int {
	name = strings.TrimPrefix(name, outlet.Article)
	for from := 0; name != ""; {
		at := strings.Index(s[from:], name)
		if at < 0 {
			break
		}
		if at += from; wholeWords(s, at, at+len(name)) {
			return at
		}
		from = at + len(name)
	}
	return -1
}

// wholeWords reports whether s[start:end] begins and ends no part of a longer word.
func wholeWords(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	part := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !part(before) && !part(after)
}
