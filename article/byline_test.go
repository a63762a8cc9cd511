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

		"Wilma Trask, Min Read, Wed March, Published":             "Wilma Trask",
		"Una Corbett, https://www.facebook.com/unacorbett.writes": "Una Corbett",
		"Hester Marsh, About The Author":                          "Hester Marsh",
		"Giles Amberley, giles amberley":                          "Giles Amberley",
		"Jörn Pohlmann, Veröffentlicht, 12.03.2025, Uhr":          "Jörn Pohlmann",
		"About the author":                                        "",
		"Ada Crane, ada@islander.example":                         "Ada Crane",
		"Ada Crane, @adacrane":                                    "Ada Crane",
		"@adacrane":                                               "@adacrane",
		"April May, June Day":                                     "April May, June Day",
		"Ada Crane, Staff Writer":                                 "Ada Crane, Staff Writer",
		"Crane, Ada":                                              "Crane, Ada",
		"Ada Crane, Jo Field, Reuters":                            "Ada Crane, Jo Field, Reuters",
		"Will Read, Mark Sunday":                                  "Will Read, Mark Sunday",
	} {
		require.Equal(t, want, WithoutPlatforms(in), in)
	}
}
