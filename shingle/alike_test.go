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
	for _, word := range []string{"сор", "Москва", "ΝΑΤΟ", "вай-фай", "iPhoneом"} {
		got := Words(nil, word)
		require.NotEmpty(t, got)
		require.NotEqual(t, Words(nil, "cop")[0].Hash, got[0].Hash, word)
	}
}
