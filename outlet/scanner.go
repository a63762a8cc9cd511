package outlet

import (
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A Mention is one place in a text where an outlet is named. A name alone is
// no credit.
type Mention struct {
	article.Span         // the name with a "the" before it, without 's
	Outlet       *Outlet // nil for a short form that nothing in the text resolves
	Short        bool    // a form that several outlets share: "the Post", "ABC"
	Common       bool    // one word that means something else as well, without a cue: Science, Time
	Compound     bool    // part of a longer word: "Reuters/Ipsos", "dpa-Informationen"
	Form         string  // as written: the words of the span, or the whole compound

	// While Find works:
	form     *form
	articled bool // a definite article stands before it
	other    bool // no mention: the form means something else from here on
	titled   bool // other, and with a form of address: "Mr. Bloomberg"
}

// A Watcher is told of words that Find passes on its way through a text, so
// that whoever looks for more than the outlets of the gazetteer need not go
// through them again. It is told in the order of the text; i is a byte.
type Watcher interface {
	// Wanted returns the words to be told of though they begin with a small
	// letter: SmallWords and others. It is called before all other methods.
	Wanted() word.Bits
	// Simple is told of a simple word that is wanted or does not begin with a small
	// letter.
	Simple(text string, w *word.Word)
	// Other is told of all other words.
	Other(text string, w *word.Word)
	// Named is told where the words of a form begin, after Simple or Other.
	Named(i int)
	// Host is told of the dot of a host, none of whose words is told otherwise.
	Host(i int)
}

// A scanner finds forms in one text.
type scanner struct {
	g       *Gazetteer
	x       *formIndex
	near    *nearWords
	home    *Outlet
	watcher Watcher // may be nil
	text    string
	all     []word.Word // of the text, those before the span left out
	lo, hi  int         // the span at hand
	from    int         // where the name found last began
	done    int         // where it ended
	shown   *Outlet     // with a name that might be a person's, which the text showed last to be an outlet; may be nil

	words [maxFormWords]textWord // from the candidate on, as far as read
	n     int                    // how many are read
}

// A textWord is one word of the text.
type textWord struct {
	start, end int
	hash       uint64
}

// hash returns the hash of the word text[i:end].
func (s *scanner) hash(i, end int) uint64 {
	if w, ok := word.PlainAt(s.text, i); ok && i+w.N == end {
		return w.Hash
	}
	return word.Hash(s.text[i:end])
}

// around returns the code points that touch text[i:end] within the span, or 0.
func (s *scanner) around(i, end int) (before, after rune) {
	if i > s.lo {
		before, _ = utf8.DecodeLastRuneInString(s.text[s.lo:i])
	}
	if end < s.hi {
		after, _ = utf8.DecodeRuneInString(s.text[end:s.hi])
	}
	return before, after
}

// isWordRune reports whether r belongs to a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
