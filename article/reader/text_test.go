package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheAddressAboveACopiedArticle(t *testing.T) {
	const address = "https://www.example.com/2025/03/12/ferry"
	for _, c := range []struct{ name, text, want string }{
		{"alone in the first line", address + "\nFerry stopped\n\nThe ferry was stopped.", address},
		{"behind a word", "\nLink: " + address + "  \r\nFerry stopped", address},
		{"within a line", "See " + address + " for more.\nThe ferry was stopped.", ""},
		{"below", "Ferry stopped\n" + address, ""},
		{"of a picture", "https://www.example.com/ferry.jpg\nFerry stopped", ""},
		{"of no site", "http://localhost/a\nFerry stopped", ""},
		{"front matter goes before", "---\nurl: https://example.org/a\n---\n" + address + "\nFerry", "https://example.org/a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &Record{File: "a.txt", Name: "a.txt", Data: []byte(c.text), form: textForm(), o: &Options{}}
			articles, problems := r.Parse()
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, c.want, articles[0].URL)
			require.Equal(t, c.text, articles[0].Text, "the text stays as it is")
		})
	}
}
