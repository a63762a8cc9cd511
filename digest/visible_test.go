package digest

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/lang/word"
	"wiretrace/shingle"
)

const hyphenated = "\u200bFerry slip to close for eleven months\n\nBy Constance Albright\n\n\u200b\n\nThe harbour board of Wexcombe voted on Tuesday evening to close the ferry slip, according to Reuters.\n\n" +
	"The chairman told The Guardian that the wooden piles had rotted since the storm. “Nobody can stand on them without getting wet,” said Margaret Blomfield, who has worked there for sixteen years.\ufeff\n"

// TestWhatShowsNothingIsReadOver holds that a text with soft hyphens within its words is read as
// the same text without them, and that what is found stands where it does in the text.
func TestWhatShowsNothingIsReadOver(t *testing.T) {
	plain := strings.NewReplacer("\u200b", "", "\ufeff", "").Replace(hyphenated)
	want := mustMake(t, &article.Article{ID: "a", Text: plain})
	require.Len(t, want.Credits, 2)
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		last := ' '
		for _, r := range hyphenated {
			if unicode.IsLetter(last) && unicode.IsLetter(r) && rapid.IntRange(0, 3).Draw(rt, "hide") == 0 {
				b.WriteString(rapid.SampledFrom([]string{"\u00ad", "\u200b", "\u2060\ufeff", "\u200c"}).Draw(rt, "what"))
			}
			b.WriteRune(r)
			last = r
		}
		text := b.String()
		maker := newMaker()
		got := maker.Make(&article.Article{ID: "a", Text: text})
		require.Len(rt, maker.Words(), want.Words)
		require.Len(rt, maker.ProseWords(), want.Prose)
		for i, w := range shingle.Words(nil, plain) {
			require.Equal(rt, plain[w.Start:w.End], word.Visible(text[maker.Words()[i].Start:maker.Words()[i].End]))
		}
		require.Equal(rt, want.Meta.Title, got.Meta.Title)
		require.Equal(rt, want.Meta.Byline, got.Meta.Byline)
		require.Equal(rt, []any{want.Hash, want.Fingerprints, want.Words, want.Prose, want.Quoted}, []any{got.Hash, got.Fingerprints, got.Words, got.Prose, got.Quoted})
		require.Len(rt, got.Credits, len(want.Credits))
		for i, c := range got.Credits {
			require.Equal(rt, want.Credits[i].Outlet, c.Outlet)
			require.Equal(rt, plain[want.Credits[i].Start:want.Credits[i].End], word.Visible(text[c.Start:c.End]))
		}
		require.Len(rt, got.Quotes, len(want.Quotes))
		for i, q := range got.Quotes {
			require.Equal(rt, want.Quotes[i].Speaker, q.Speaker)
			require.Equal(rt, plain[want.Quotes[i].Start:want.Quotes[i].End], word.Visible(text[q.Start:q.End]))
		}
		at := 0
		for _, block := range got.Layout.Blocks {
			require.GreaterOrEqual(rt, block.Start, at, "in order, without overlap")
			require.Empty(rt, strings.TrimSpace(text[at:block.Start]), "they leave out white space only")
			at = block.End
		}
		require.Empty(rt, strings.TrimSpace(text[at:]))
		for _, s := range got.Layout.Sentences {
			require.LessOrEqual(rt, s.End, len(text))
		}

		credits, blocks := slices.Clone(got.Credits), slices.Clone(got.Layout.Blocks)
		_, changed := newMaker().Credit(got, text, func(*credit.Credit) bool { return true })
		require.False(rt, changed, "read anew they are the same")
		require.Equal(rt, credits, got.Credits)
		require.Equal(rt, blocks, got.Layout.Blocks)
	})
}
