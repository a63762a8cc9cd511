package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHosts(t *testing.T) {
	g := Default()
	type page struct{ name, address string }
	const bare = "carrickherald.example"
	for about, tt := range map[string]struct {
		pages []page
		want  string
	}{
		"one page says whose it is": {[]page{{"Carrick Herald", "https://www.carrickherald.example/a"}, {"", "https://carrickherald.example/b"}}, "Carrick Herald"},
		"several say the same":      {[]page{{"The Carrick Herald", "https://carrickherald.example/a"}, {"Carrick Herald", "https://m.carrickherald.example/b"}}, "Carrick Herald"},
		"by a cache":                {[]page{{"Carrick Herald", "https://www-carrickherald-example.cdn.ampproject.org/c/s/carrickherald.example/a"}}, "Carrick Herald"},
		"a longer name":             {[]page{{"Carrick Herald and Post", "https://carrickherald.example/a"}}, "Carrick Herald and Post"},
		"two names":                 {[]page{{"Carrick Herald", "https://carrickherald.example/a"}, {"Ness Echo", "https://carrickherald.example/b"}}, ""},
		"two like it":               {[]page{{"Carrick Herald", "https://carrickherald.example/a"}, {"Carrick Herald Sport", "https://carrickherald.example/b"}}, ""},
		"a name unlike it":          {[]page{{"Opinion", "https://carrickherald.example/a"}}, ""},
		"who wrote it":              {[]page{{"Ada Lorne", "https://carrickherald.example/a"}}, ""},
		"an agency":                 {[]page{{"Reuters", "https://carrickherald.example/a"}}, ""},
		"none":                      {[]page{{"", "https://carrickherald.example/a"}}, ""},
		"another host":              {[]page{{"Carrick Herald", "https://carrickherald.example.org/a"}}, ""},
		"without an address":        {[]page{{"Carrick Herald", ""}}, ""},
	} {
		h := Hosts{}
		for _, p := range tt.pages {
			name, domain := g.Home(p.name, p.address)
			h.Add(g.Hosted(name, domain, p.address))
		}
		require.Equal(t, tt.want, h[bare], about)
	}
	require.True(t, calledAfter("the-carrick-herald-online.example", "The Carrick Herald"))
	require.False(t, calledAfter("newsofcarrick.example", "News"))
	require.False(t, calledAfter("herald.example", "Ness"))
	require.True(t, calledAfter("ness.example", "The Ness"))
}
