package job

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
)

// What a comparison panicked in the midst of compares no other pair.
func TestAMatcherThatPanickedIsNotUsedAgain(t *testing.T) {
	m := newMachine(&Options{Threads: 1})
	t.Cleanup(m.release)
	var broken *cluster.Matcher
	require.Panics(t, func() {
		_ = m.withMatcher(func(matcher *cluster.Matcher) error {
			broken = matcher
			panic("half made")
		})
	})
	for range 10 {
		require.NoError(t, m.withMatcher(func(matcher *cluster.Matcher) error {
			require.NotSame(t, broken, matcher)
			return nil
		}))
	}
}
