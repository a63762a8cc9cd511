package lang

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func TestLanguagesAreInOrderOfRank(t *testing.T) {
	var codes []string
	for _, l := range All() {
		codes = append(codes, l.Code)
	}
	require.Equal(t, []string{"en", "es", "fr", "de", "it", "pt"}, codes[:6])
	require.Equal(t, 0, Index("en"))
	require.Equal(t, 5, Index("PT-br"))
	require.Equal(t, -1, Index("xx"))
	require.Equal(t, -1, Index("eng"))
	require.Equal(t, -1, Index(""))
}

func TestEveryLanguageHasWhatTellsItAndItsDates(t *testing.T) {
	for _, l := range All() {
		for _, name := range []string{"function", "common", "month", "weekday", "when", "abbr-title", "starter", "say", "art", "cues"} {
			require.NotEmpty(t, slices.Collect(l.Words(name)), "%s has no %s", l.Code, name)
		}
	}
}

func TestMonthsAndWeekdaysTakeALineEach(t *testing.T) {
	for _, l := range All() {
		require.Len(t, slices.Collect(l.Lines("month")), 12, l.Code)
		require.Len(t, slices.Collect(l.Lines("weekday")), 7, l.Code)
	}
}

func TestPhrasesHaveCommasBetween(t *testing.T) {
	l, err := parse("data/xx.txt", "[told-own]\ntold_, told the_,\n_by , \"\n")
	require.NoError(t, err)
	require.Equal(t, []string{"told ", "told the ", " by", "\""}, slices.Collect(l.Phrases("told-own")))
}

func TestSectionsOfOneNameAddUp(t *testing.T) {
	l, err := parse("data/xx.txt", "# Nothing.\n[rank] # order\n7\n[say]\nsays said # and more\n\n[art]\nthe\n[say]\ntold\n")
	require.NoError(t, err)
	require.Equal(t, 7, l.rank)
	require.Equal(t, []string{"says", "said", "told"}, slices.Collect(l.Words("say")))
	require.Equal(t, []string{"the"}, slices.Collect(l.Words("art")))
	lines := slices.Collect(l.Lines("art"))
	require.EqualError(t, lines[0].Errorf("no article"), "data/xx.txt:8: no article")
}

func TestErrorsNameFileAndLine(t *testing.T) {
	for text, want := range map[string]string{
		"word\n[say]\n":    "data/xx.txt:1: word before the first section",
		"[rank]\n1\n[saz]": `data/xx.txt:3: unknown section "saz"`,
		"\n[say\n":         `data/xx.txt:2: heading "[say" does not end in ]`,
		"[rank]\nfirst\n":  `data/xx.txt:2: rank "first" is no number from 1 upwards`,
		"[say]\nsays\n":    "data/xx.txt: no rank",
	} {
		_, err := read(fstest.MapFS{"data/xx.txt": {Data: []byte(text)}, "data/any.txt": {}})
		require.EqualError(t, err, want)
	}
	_, err := read(fstest.MapFS{"data/xx.txt": {Data: []byte("[rank]\n1\n")}, "data/yy.txt": {Data: []byte("[rank]\n1\n")}, "data/any.txt": {}})
	require.EqualError(t, err, "data/yy.txt: has the rank of data/xx.txt")
}

func TestEveryLanguageOfSpeechHasWhatTellsWhoSpeaks(t *testing.T) {
	require.NotEmpty(t, SpeechCodes())
	for _, code := range SpeechCodes() {
		l := Speech(code)
		require.Nil(t, Speech("xx"))
		for _, name := range []string{"say", "acc", "title", "role", "media", "men", "women"} {
			require.NotEmpty(t, slices.Collect(l.Words(name)), "%s has no %s", code, name)
		}
	}
}

func TestSayingsHaveWhatTellsWhoSpeaks(t *testing.T) {
	require.Nil(t, Sayings("xx"))
	for _, code := range []string{"ar", "ja", "ko", "zh"} {
		for _, name := range []string{"say", "title", "role", "body", "outlet", "he"} {
			require.NotEmpty(t, slices.Collect(Sayings(code).Phrases("quote-"+name)), "%s has no %s", code, name)
		}
	}
}
