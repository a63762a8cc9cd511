package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/outlet"
)

// posts appends the credits of the embedded posts in which a reporter tells what
// the paper has: Bridge shut, say engineers. @packet https://... - Ann Dole (@adole).
// The account of the outlet closes the post, but for links, and is not the one
// that signs it. What else posts say is their writers', not the article's source.
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
		if account == "" {
			continue
		}
		o := s.gazetteer.ByHost(account + ".com")
		if o == nil {
			o = s.gazetteer.ByName(account)
		}
		if o != nil && !s.isHome(o) && o.Kind != outlet.Platform {
			from := b.Start + at
			dst = append(dst, sourceOf(o).credit(article.Span{Start: from, End: from + len("@") + len(account)}, CuePost))
		}
	}
	return dst
}

// closingAccount returns the account with which a post ends, without its @, and where
// it stands; links may follow. The post must say something before it.
func closingAccount(text string) (at int, account string) {
	const least = 20 // bytes of what it says
	for {
		text = strings.TrimRight(text, " \u00a0\n.")
		at = strings.LastIndexAny(text, " \u00a0\n") + 1
		last := text[at:]
		if !strings.Contains(last, "://") && !strings.HasPrefix(last, "pic.twitter.com/") {
			if at >= least && strings.HasPrefix(last, "@") {
				account = strings.TrimRight(last[1:], ".,:;!?)")
			}
			return at, account
		}
		text = text[:at]
		if at == 0 {
			return 0, ""
		}
	}
}
