package scale

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func limits(t *testing.T, lists ...string) Limits {
	t.Helper()
	var l Limits
	for _, list := range lists {
		require.NoError(t, l.Set(list))
	}
	return l
}

func TestCheck(t *testing.T) {
	s := &Score{
		Articles: 10_000, Copies: Found{100, 99}, Linked: Found{100, 97},
		False: map[string]int{"partial": 2}, Event: 7,
	}
	for _, test := range []struct {
		name        string
		least, most Limits
		want        string // error
	}{
		{"no limits", nil, nil, ""},
		{"kept", limits(t, "copies=.99,linked=0.9"), limits(t, "false=2"), ""},
		{"nothing planted", limits(t, "shown=1", "retold=1"), nil, ""},
		{"too little found", limits(t, "copies=.99", "linked=.98"), nil, "passages of 30 words or more linked: 0.9700, at least 0.98 is asked for"},
		{"too much claimed", nil, limits(t, "false=1"), "false links on 10,000 articles: 2.0000, at most 1 is asked for"},
		{
			"both", limits(t, "copies=1"), limits(t, "false=0"),
			"copies in the cluster of their source: 0.9900, at least 1 is asked for; false links on 10,000 articles: 2.0000, at most 0 is asked for",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := s.Check(test.least, test.most)
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, test.want)
		})
	}
}

func TestLimitsAsFlags(t *testing.T) {
	l := limits(t, "linked=.98,copies=.9", "copies=.99")
	require.Equal(t, Limits{"copies": .99, "linked": .98}, l)
	require.Equal(t, "copies=0.99,linked=0.98", l.String())
	for list, want := range map[string]string{
		"":                  `unknown measure ""`,
		"pages=1":           `unknown measure "pages"`,
		"copies":            `limit of copies: "" is no number`,
		"copies=many":       `limit of copies: "many" is no number`,
		"copies=1,linked=x": `limit of linked: "x" is no number`,
	} {
		require.EqualError(t, new(Limits).Set(list), want)
	}
}
