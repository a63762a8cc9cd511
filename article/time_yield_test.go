package article_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/date"
)

func TestFillPublished(t *testing.T) {
	at := func(s, source string) article.Time {
		v, _ := date.Parse(s)
		v.Source = source
		return v
	}
	for _, tt := range []struct {
		name                string
		known, text, wanted article.Time
	}{
		{"unknown", article.Time{}, at("2024-08-17", "text"), at("2024-08-17", "text")},
		{"the record's own stands", at("2024-08-17", "field date"), at("2024-08-17T10:00", "text"), at("2024-08-17", "field date")},
		{"a path yields", at("2024-08-19", "path"), at("2024-08-17", "text"), at("2024-08-17", "text")},
		{"a path stands where the text says nothing", at("2024-08-19", "path"), article.Time{}, at("2024-08-19", "path")},
		{"an address yields to the hour", at("2024-08-17", "url"), at("2024-08-17T10:00", "text"), at("2024-08-17T10:00", "text")},
		{"an address stands against another day", at("2024-08-17", "url"), at("2024-08-19T10:00", "text"), at("2024-08-17", "url")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := article.Article{Published: tt.known}
			a.Fill(article.Meta{Published: tt.text})
			require.Equal(t, tt.wanted, a.Published)
		})
	}
}
