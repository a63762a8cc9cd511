package reader

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Behind a title stands the site in what search services and feeds hand out, and many other things.
func TestTitleWithoutSite(t *testing.T) {
	for _, c := range []struct{ title, outlet, url, want, wantOutlet string }{
		{"Ferry slip to close - The Harbour Post", "", "https://www.harbourpost.co.uk/slip", "Ferry slip to close", "The Harbour Post"},
		{"Ferry slip to close | Harbour Post", "harbourpost.co.uk", "", "Ferry slip to close", "Harbour Post"},
		{"Ferry slip to close – Harbour Post", "The Harbour Post", "", "Ferry slip to close", "The Harbour Post"},
		{"Ferry slip to close - harbourpost.co.uk", "Harbour Post", "https://harbourpost.co.uk/slip", "Ferry slip to close", "Harbour Post"},
		{"Ferry slip to close - Harbour Post", "The Pond Post", "https://pondpost.example/slip", "Ferry slip to close - Harbour Post", "The Pond Post"},
		{"Ferry slip to close - a blow to the isle", "", "https://www.harbourpost.co.uk/slip", "Ferry slip to close - a blow to the isle", ""},
		{"Weather - Harbour Post", "Harbour Post", "", "Weather - Harbour Post", "Harbour Post"},
	} {
		a := article.Article{Title: c.title, Outlet: c.outlet, URL: c.url}
		withoutSite(&a)
		require.Equal(t, c.want, a.Title, c.title)
		require.Equal(t, c.wantOutlet, a.Outlet, c.title)
	}
}
