package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A word that the printer divided is one word, and what the editor reads in two ways is read once.
func TestEditionsAreReadOnce(t *testing.T) {
	for in, want := range map[string]string{
		`the <choice><sic>fery</sic><corr>ferry</corr></choice> to the isle`:                        `the ferry to the isle`,
		`<choice><abbr>M<hi>rs</hi></abbr><expan>Mistress</expan></choice> Field`:                   `Mistress Field`,
		`<choice><orig>olde</orig><unclear>odd</unclear></choice> slip`:                             `olde slip`,
		`the dock<lb break="no"/>yard`:                                                              `the dockyard`,
		"the dock-\n  <lb break=\"no\" n=\"4\"/>\n  yard":                                           `the dockyard`,
		`the har<pb n="3" break="no"/><fw type="header">THE EXAMPLE. 3</fw>bour is`:                 `the harbour is`,
		`at the slip<pb n="3"/>of stone`:                                                            `at the slip of stone`,
		`at the slip<lb/>of stone`:                                                                  `at the slip<lb/>of stone`,
		`in 1919<note place="foot">Kept in <hi>box</hi> 4.</note> and had no answer`:                `in 1919 and had no answer`,
		`<subst><del>ten</del><add>nine</add></subst> piles`:                                        `nine piles`,
		`<app><lem>nine</lem><rdg wit="#b">ten</rdg></app> <choice><sic>pils</sic></choice>`:        `nine pils`,
		`plain <hi>words</hi> &amp; nothing else`:                                                   `plain <hi>words</hi> &amp; nothing else`,
		`<choice><sic>a <choice><sic>x</sic><corr>y</corr></choice></sic><corr>b</corr></choice> c`: `b c`,
	} {
		require.Equal(t, want, string(readOnce([]byte(in))), in)
	}
	deep := strings.Repeat("<choice><corr>", 1<<15)
	require.NotPanics(t, func() { readOnce([]byte(deep)) })
}
