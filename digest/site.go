package digest

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// The letters of a host's first label by which a text is searched for the name, and the words of that
// name, at least and at most.
const (
	calledLetters = 8
	calledLeast   = 2
	calledMost    = 5
)

// A Site is where an article stands, as far as it tells of an outlet that the gazetteer does not know:
// other articles of that host are of the same one. Without a host it tells nothing.
type Site struct {
	Host string
	Name string // of the outlet; empty if the article does not tell it
}

// Site says where the article digested last stands.
func (m *Maker) Site() Site { return m.site }

// siteOf returns where an article with the digest d stands. If no more than the host is known of its outlet,
// its text may name that: The Marsham Times, on marshamtimes.example. words are all of the text's.
func (m *Maker) siteOf(d *Digest, a *article.Article, words []word.Word) Site {
	if d.Outlet != "" && d.Outlet == d.Domain && m.gazetteer.ByHost(d.Domain) == nil {
		if name := calledHere(a, d.Domain, words); name != "" {
			return Site{d.Domain, name}
		}
	}
	host, name := m.gazetteer.Hosted(d.Outlet, d.Domain, a.URL)
	return Site{host, name}
}

// calledHere returns the name by which a text names the site that it is on, of which no more than the
// host is known: The Marsham Times, on marshamtimes.example. Papers write their own names where they
// say whom somebody told something. words are all of the text's. It is empty if the text does not.
func calledHere(a *article.Article, host string, words []word.Word) string {
	label := outlet.HostLabel(host)
	if name := calledInDateline(a.Text, label, words); name != "" {
		return name
	}
	if len(label) < calledLetters {
		return ""
	}
	for i := range words {
		if end := calledFrom(a.Text, words[i:min(len(words), i+calledMost)], label); end > 0 {
			return strings.Join(strings.Fields(a.Text[words[i].Start:end]), " ")
		}
	}
	return ""
}

// A service of one word signs its own texts in the dateline: within so many bytes of the start, by
// so many letters at least.
const (
	datelineReach   = 80
	datelineLetters = 5
)

// calledInDateline returns the word in brackets behind the place of a text's first line and before a dash
// that is the label of its host: ELKO, Nev. (Cableline) —, on cableline.example. Papers that print it have
// the same dateline, and so credit whom they have it from. It is empty if there is none.
func calledInDateline(text, label string, words []word.Word) string {
	if len(label) < datelineLetters {
		return ""
	}
	for i := range words {
		w := &words[i]
		if w.End > datelineReach {
			break
		}
		s := text[w.Start:w.End]
		if !word.Capital(s) || word.Letters(s) != label || w.Start == 0 || text[w.Start-1] != '(' {
			continue
		}
		after, ok := strings.CutPrefix(text[w.End:], ")")
		if after = strings.TrimLeft(after, " \u00a0."); ok && strings.IndexAny(after, "—–-") == 0 {
			return s
		}
	}
	return ""
}

// calledFrom returns where the words end with which words begins, each with a capital, that are the
// label written apart; 0 if there are none.
func calledFrom(text string, words []word.Word, label string) (end int) {
	for n := range words {
		w := &words[n]
		s := text[w.Start:w.End]
		if !word.Capital(s) || n > 0 && !besides(text, &words[n-1], w) {
			return 0
		}
		rest, ok := strings.CutPrefix(label, word.Letters(s))
		if !ok || rest == label {
			return 0
		}
		if rest == "" {
			if n+1 < calledLeast {
				return 0
			}
			return int(w.End)
		}
		label = rest
	}
	return 0
}

// besides reports whether nothing stands between two words that ends a name. Those of some scripts overlap.
func besides(text string, w, next *word.Word) bool {
	return w.End <= next.Start && strings.Trim(text[w.End:next.Start], " \u00a0-’'&") == ""
}
