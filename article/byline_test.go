package article

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWithoutPlatforms(t *testing.T) {
	for in, want := range map[string]string{
		"Ines Calder, Twitter, Facebook":   "Ines Calder",
		"Twitter, Ines Calder, Kit Brandt": "Ines Calder, Kit Brandt",
		"Share on Facebook":                "",
		"Ines Calder,Kit Brandt":           "Ines Calder,Kit Brandt",
		"Partager sur Facebook":            "",
		"Teilen, Twittern, Ines Calder":    "Ines Calder",
		"Поделиться":                       "",
		"Paylaş Tweetle":                   "Paylaş Tweetle",
		"Ines Facebook Calder":             "Ines Facebook Calder",
		"":                                 "",
	} {
		require.Equal(t, want, WithoutPlatforms(in), in)
	}
}
