package page

import (
	"strings"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// withoutPrompts leaves out the paragraphs before and behind the running text in
// which the site speaks to its readers: that they may subscribe, share, comment,
// write to the author. What says whose the text is stays.
func withoutPrompts(ps []paragraph) []paragraph {
	const looked = 8 // paragraphs at either end
	running := func(q *paragraph) bool { return len(q.text) >= shortestProse && !q.item }
	first := 0
	for first < min(len(ps), looked) && !running(&ps[first]) {
		first++
	}
	last := len(ps) - 1
	for last > max(first, len(ps)-looked) && (!running(&ps[last]) || isPrompt(ps[last].text)) {
		last--
	}
	kept := make([]paragraph, 0, len(ps))
	for i, q := range ps {
		if (i <= first || i > last) && isPrompt(q.text) && !tellsSource(q.text) {
			continue
		}
		kept = append(kept, q)
	}
	if len(kept) == 0 {
		return ps
	}
	return kept
}

// originalAt lists how lines begin that lead to a piece where it stood first.
var originalAt = phrases(listed("original-at")...)

// tellsSource reports whether a short paragraph says where the piece stood first, be it beside words on the
// licence under which it is printed, by which it would be the site's: Republished from The Herald under a Creative
// Commons licence. Read the original article.
func tellsSource(s string) bool {
	if len(s) > longestNotice {
		return false
	}
	s = strings.ToLower(s)
	return phraseOf(s) >= 0 || originalAt().In(s)
}

func isPrompt(s string) bool { return isShortcode(s) || layout.KindAlone(s) == article.Chrome }

// isShortcode reports whether s is what a system that has lost its plug-in shows of a
// button or form: [button link="https://example.com/"]Send[/button].
func isShortcode(s string) bool {
	name, _, ok := strings.Cut(strings.TrimPrefix(s, "["), " ")
	return ok && s[0] == '[' && strings.HasSuffix(s, "[/"+name+"]")
}

// isCaption reports whether s describes a picture, and the credit of its
// photographer stands behind it.
func isCaption(s string) bool {
	if layout.KindAlone(s) == article.Caption {
		return true
	}
	open := strings.LastIndexByte(s, '(')
	return open > 0 && strings.HasSuffix(s, ")") && strings.ContainsAny(s[open:], "/ ") && layout.KindAlone(s[open:]) == article.Caption
}
