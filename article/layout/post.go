package layout

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// longestPost is the length in characters of the longest paragraph taken for an
// embedded post: 280 of words, as platforms cut what they embed, two links, the
// signature and its date. A longer one is prose that runs on into a post.
const longestPost = 480

// longestShared is the same in bytes of one that says itself that somebody shared it: captions of pictures may
// have 2,200 characters.
const longestShared = 5000

// sharedWords are what such a post ends with before its writer's name.
var sharedWords = sync.OnceValue(func() *word.Phrases {
	var all []string
	for _, l := range lang.All() {
		all = slices.AppendSeq(all, l.Phrases("post-shared"))
	}
	return word.NewPhrases(all)
})

// shared reports whether s ends as a platform signs what it embeds: A post shared by Jane Roe (@roe).
func shared(s string) bool {
	const longest = 160 // bytes of such a signature
	tail := strings.TrimSpace(s[max(0, len(s)-longest):])
	at := strings.LastIndex(tail, "(@")
	return len(s) <= longestShared && at >= 0 && strings.IndexByte(tail[at:], ')') > 2 && sharedWords().In(tail)
}

// classifyPost decides whether p is an embedded post or its signature, by
// what embeds carry: "— Name (@account) May 3, 2024", a link to a picture.
func (l *layouter) classifyPost(p *part, r *reading) bool {
	s := l.text[p.Start:p.End]
	if shared(s) {
		p.kind, p.sure = article.Post, true
		return true
	}
	if len(s) < 8 || len(s) > longestPost && utf8.RuneCountInString(s[:min(len(s), utf8.UTFMax*longestPost+1)]) > longestPost {
		return false
	}
	tail := s[max(0, len(s)-110):]
	at := -1
	if strings.IndexByte(tail, '@') >= 0 {
		at = strings.LastIndex(tail, "(@")
	}
	if at >= 0 && strings.IndexByte(tail[at:], ')') > 2 {
		dash := dashBefore(tail[:at])
		switch {
		case dash < 0:
			return false
		case len(tail) == len(s) && dash == 0: // the line begins with the dash
			p.signed = len(s)-at < 60
		}
		p.kind, p.sure = article.Post, true
		return true
	}
	if k := dashStart(s); k > 0 {
		if at := strings.Index(s[:min(len(s), 90)], "(@"); at > 0 {
			p.kind, p.sure = article.Post, true
			return true
		}
	}
	last := tail[strings.LastIndexByte(tail, ' ')+1:]
	if strings.IndexByte(last, '/') >= 0 && (strings.Contains(last, "pic.twitter.com/") || strings.Contains(last, "//t.co/")) {
		p.kind, p.sure = article.Post, true
		return true
	}
	return false
}

// dashBefore returns where the last dash before a signature's name stands in s, or -1.
func dashBefore(s string) int {
	const longest = 70                         // bytes, of the dash and what stands behind it
	from := max(0, len(s)-longest-len(" -- ")) // of a long paragraph no more is looked through
	t := s[from:]
	k := from + max(strings.LastIndex(t, "—"), strings.LastIndex(t, "–"), strings.LastIndex(t, " - ")+1, strings.LastIndex(t, " -- ")+1)
	if strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "-- ") {
		k = max(k, 0)
	} else if k == 0 && !strings.HasPrefix(s, "—") && !strings.HasPrefix(s, "–") {
		return -1
	}
	if k >= 0 && len(s)-k > longest {
		return -1
	}
	return k
}

// dashStart returns the length of the dash s begins with, or 0.
func dashStart(s string) int {
	if strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") {
		return len("—")
	}
	if strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "-- ") {
		return 1
	}
	return 0
}

// layPosts makes posts of the paragraphs that a signature alone follows.
func (l *layouter) layPosts() {
	for i := 1; i < len(l.parts); i++ {
		if !l.parts[i].signed {
			continue
		}
		for k := i - 1; k >= max(0, i-3); k-- {
			p := &l.parts[k]
			s := l.text[p.Start:p.End]
			if p.kind != article.Prose && !(p.kind == article.Chrome && p.phrase) || p.Len() > longestPost*5/4 || strings.HasSuffix(s, ":") {
				break
			}
			p.kind, p.sure = article.Post, true
			// A post's first line is seldom short, and seldom begins in the middle.
			if r, _ := utf8.DecodeRuneInString(s); p.Len() > 40 && !(r >= 'a' && r <= 'z') {
				break
			}
		}
	}
}
