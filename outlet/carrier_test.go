package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCarries(t *testing.T) {
	for _, test := range []struct {
		name, address string
		want          bool
	}{
		{"Yahoo News UK", "https://uk.news.yahoo.com/ferry-090000123.html", true},
		{"Yahoo", "", true},
		{"Yahoo!ニュース", "https://news.yahoo.co.jp/articles/1", true},
		{"AOL", "https://www.aol.co.uk/ferry.html", true},
		{"MSN", "https://www.msn.com/en-gb/news/ferry/ar-1", true},
		{"", "https://apple.news/A1", true},
		{"Pier Post", "https://pierpost.example/yahoo/ferry", false},
		{"Pier Post", "", false},
		{"The Yahoo Herald", "", false},
		{"MSNBC", "https://www.msnbc.com/ferry", false},
		{"Apple Valley News", "https://applevalley.news/ferry", false},
		{"", "", false},
	} {
		require.Equal(t, test.want, Carries(test.name, test.address), "%s %s", test.name, test.address)
	}
}
