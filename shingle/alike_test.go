package shingle

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLettersThatLookLikeOthersMaskNoWord(t *testing.T) {
	for masked, plain := range map[string]string{
		"grаnd": "grand", "ріаnо": "piano", "Hоtеl": "Hotel", "lосksmіths": "locksmiths", "Mαrguerite": "Marguerite", "hоllоwеd-оut": "hollowed-out",
		"unсhаrасtеrіstісаllу": "uncharacteristically",
	} {
		got, want := Words(nil, masked), Words(nil, plain)
		require.Len(t, got, len(want), masked)
		for i := range want {
			if masked == "hоllоwеd-оut" && i == 1 {
				continue // оut
			}
			require.Equal(t, want[i].Hash, got[i].Hash, masked)
			require.Equal(t, want[i].Stem, got[i].Stem, masked)
		}
	}
	for masked, plain := range map[string]string{"кoлoкoл": "колокол", "Haдпиcь": "Надпись", "пepeплaвлeнным": "переплавленным", "шкoльник": "школьник", "Hикoльcкoй": "Никольской"} {
		require.Equal(t, Words(nil, plain)[0].Hash, Words(nil, masked)[0].Hash, masked)
	}
	for _, word := range []string{"сор", "Москва", "ΝΑΤΟ", "вай-фай", "iPhoneом"} {
		got := Words(nil, word)
		require.NotEmpty(t, got)
		require.NotEqual(t, Words(nil, "cop")[0].Hash, got[0].Hash, word)
	}
}

// A word that is elided before another, or a possessive, is divided as if no letter were masked, and
// the folded form of what is left as it is divides no further.
func TestMaskedLettersBesideAnApostrophe(t *testing.T) {
	for text, want := range map[string][]string{
		"l'оmbre":   {"l", "ombre"}, // о
		"dеll'arte": {"dell", "arte"},
		"l’оbjet":   {"l", "objet"},
		"О'Neill":   {"o'neill"}, // О
		"dоn't":     {"don't"},
		"John'ѕ":    {"john"}, // ѕ
		"ТАСС's":    {"тасс"},
		"τ'αλλο":    {"τ'αλλο"},
		"η'a":       {"η'a"}, // n'a would be two words
		"ᾘ`a":       {"η'a"},
	} {
		var got []string
		for _, w := range Words(nil, text) {
			got = append(got, string(Fold(nil, text, w)))
		}
		require.Equal(t, want, got, text)
	}
}
