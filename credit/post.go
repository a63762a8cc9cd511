package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// posts appends the credits of the embedded posts in which a reporter tells what
// the paper has:
//
//	Bridge shut, say engineers. @packet https://... - Ann Dole (@adole)
//	My story for @packet: engineers say ... - Ann Dole (@adole)
//	Our scoop in tomorrow's Packet: ... - Ann Dole (@adole)
//
// The account of the outlet closes the post, but for links, and is not the one
// that signs it, or else words before it or before the outlet's name say whose the story is.
// What else posts say is their writers', not the article's source.
func (s *reading) posts(dst []Credit) []Credit {
	for _, b := range s.l.Blocks {
		if b.Kind != article.Post {
			continue
		}
		text, _, signed := strings.Cut(s.a.Text[b.Start:b.End], "(@")
		if signed {
			if k := max(strings.LastIndex(text, "—"), strings.LastIndex(text, "–"), strings.LastIndex(text, " - ")); k >= 0 {
				text = text[:k]
			}
		}
		at, account := closingAccount(text)
		o := s.ofAccount(account)
		if o == nil {
			at, account, o = s.ownStory(text)
		}
		if o != nil && !s.isHome(o) && o.Kind != outlet.Platform {
			from := b.Start + at
			dst = append(dst, sourceOf(o).credit(article.Span{Start: from, End: from + len(account)}, CuePost))
		}
	}
	return dst
}

// ofAccount returns the outlet that an account, with its @, is of, or nil.
func (s *reading) ofAccount(account string) *outlet.Outlet {
	account, ok := strings.CutPrefix(account, "@")
	if !ok || account == "" {
		return nil
	}
	if o := s.gazetteer.ByHost(account + ".com"); o != nil {
		return o
	}
	if o := s.gazetteer.ByName(account); o != nil {
		return o
	}
	return s.gazetteer.ByAccount(account)
}

// ownStories are the words with which reporters say where their story stands: my story for.
var ownStories = sync.OnceValue(func() *word.Phrases {
	var all []string
	for _, l := range lang.All() {
		all = slices.AppendSeq(all, l.Phrases("post-own"))
	}
	return word.NewPhrases(all)
})

// ownStory returns the outlet that the writer of a post names right behind such words, how it is
// written and where in the post.
func (s *reading) ownStory(text string) (at int, written string, o *outlet.Outlet) {
	const reach = 16 // bytes behind them: tomorrow's
	ownStories().Find(text, func(_, _, end int) bool {
		for at = end; at < len(text) && at-end < reach && !word.Capital(text[at:]) && text[at] != '@'; {
			at = word.SkipGap(text[:min(len(text), end+reach)], word.End(text, at))
			if k := strings.LastIndexByte(text[:at], '@'); k >= end {
				at = k
			}
		}
		written, o = s.outletAt(text[at:])
		return o != nil
	})
	return at, written, o
}

// outletAt returns the outlet whose account or name, of at most six words, t begins with, and how it is written.
func (s *reading) outletAt(t string) (written string, o *outlet.Outlet) {
	const most = 6
	if end := strings.IndexAny(t, ",.:;!?()\n"); end >= 0 {
		t = t[:end]
	}
	words := strings.SplitN(t, " ", most+1)
	words = words[:min(len(words), most)]
	if strings.HasPrefix(t, "@") {
		return words[0], s.ofAccount(words[0])
	}
	for n := len(words); n > 0; n-- {
		if name := strings.Join(words[:n], " "); word.Capital(words[n-1]) {
			if o := s.gazetteer.ByName(name); o != nil {
				return name, o
			}
		}
	}
	return "", nil
}

// closingAccount returns the account with which a post ends, with its @, and where
// it stands; links may follow. The post must say something before it.
func closingAccount(text string) (at int, account string) {
	const least = 20 // bytes of what it says
	for {
		text = strings.TrimRight(text, " \u00a0\n.")
		at = strings.LastIndexAny(text, " \u00a0\n") + 1
		last := text[at:]
		if !strings.Contains(last, "://") && !strings.HasPrefix(last, "pic.twitter.com/") {
			if at >= least && strings.HasPrefix(last, "@") {
				account = strings.TrimRight(last, ".,:;!?)")
			}
			return at, account
		}
		text = text[:at]
		if at == 0 {
			return 0, ""
		}
	}
}
