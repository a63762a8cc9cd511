package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestATitleTellsWhateverPartOfTheTextHasIt(t *testing.T) {
	tells := func(title string, prose ...string) bool {
		a := &report.Article{Title: title, Outlet: "The Harbour Post"}
		for _, text := range prose {
			a.Passages = append(a.Passages, report.Passage{Label: "original", Text: text})
		}
		return tellsOf(a)
	}
	for n := range 2 * proseStep {
		require.True(t, tells("Ferries delayed", strings.Repeat("x ", n/2)+strings.Repeat("y", n%2)+"ferries"), "after %d bytes", n)
	}
	require.False(t, tells("Ferries delayed", strings.Repeat("x", 3*proseLooked), "FERRIES"), "what lies further down is not looked at")
	require.True(t, tells("Ferries delayed", "one", "DELAYED"))
	require.False(t, tells("Ferries delayed", "delay", "ed"), "a word of two passages is none")
	require.False(t, tells("Ferries delayed by storm", "the storm"), "less than half")
	require.False(t, tells("Log in", "log in"), "no longer word")
	require.False(t, tells("The Harbour Post", "the harbour post"))
	require.True(t, tells("Ferries delayed"), "no prose")
}
