package article

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPageAddress(t *testing.T) {
	const page = "pierpost.example/news/ferry"
	for _, test := range []struct {
		url, address string
		amp          bool
	}{
		{"https://www.pierpost.example/news/ferry", page, false},
		{"http://pierpost.example/news/ferry/#comments", page, false},
		{"https://www.pierpost.example/news/ferry?utm_source=mail&UTM_campaign=x&fbclid=1", page, false},
		{"https://m.pierpost.example/news/ferry", page, false},
		{"https://amp.pierpost.example/news/ferry", page, true},
		{"https://www.pierpost.example/news/ferry/amp/", page, true},
		{"https://www.pierpost.example/amp/news/ferry", page, true},
		{"https://www.pierpost.example/news/ferry?outputType=amp", page, true},
		{"https://www.pierpost.example/news/ferry?amp=1", page, true},
		{"https://web.archive.org/web/20250405102030/https://www.pierpost.example/news/ferry", page, false},
		{"https://web.archive.org/web/2025id_/http:/pierpost.example/news/ferry", page, false},
		{"https://archive.ph/20250405/https://amp.pierpost.example/news/ferry", page, true},
		{"https://www.pierpost.example/show?b=2&id=7&utm_medium=x", "pierpost.example/show?b=2&id=7", false},
		{"https://www.pierpost.example/show?id=7&print=1", "pierpost.example/show?id=7", false},
		{"https://www.pierpost.example/show?id=7&view=Print", "pierpost.example/show?id=7", false},
		{"https://www.pierpost.example/show?id=7&print=8", "pierpost.example/show?id=7&print=8", false},
		{"https://www.pierpost.example/show?id=7&view=gallery", "pierpost.example/show?id=7&view=gallery", false},
		{"https://www.pierpost.example/news/ferry/print/", page, false},
		{"https://www.pierpost.example/print", "pierpost.example/print", false},
		{"https://amp.example/x", "amp.example/x", false},
		{"https://www.pierpost.example/news/amplifier", "pierpost.example/news/amplifier", false},
		{"pierpost.example/news/ferry", "", false},
		{"", "", false},
	} {
		address, amp := PageAddress(test.url)
		require.Equal(t, test.address, address, test.url)
		require.Equal(t, test.amp, amp, test.url)
	}
}

func TestRelays(t *testing.T) {
	for host, want := range map[string]bool{"archive.ph": true, "www.t.co": true, "web.archive.org": true, "archive.org": false, "pierpost.example": false, "": false} {
		require.Equal(t, want, Relays(host), host)
	}
}

func TestOriginalAddress(t *testing.T) {
	const page = "https://www.pierpost.example/news/ferry?id=7"
	for _, archive := range []string{
		"https://web.archive.org/web/20250405102030/", "http://web.archive.org/web/2025/", "https://web.archive.org/web/20250405102030id_/", "https://archive.ph/20250405/",
		"https://webarchive.nationalarchives.gov.uk/ukgwa/20250405102030/", "https://wayback.archive-it.org/1234/20250405102030mp_/", "",
	} {
		require.Equal(t, page, OriginalAddress(archive+page), archive)
	}
	for _, passed := range []string{
		"https://www.google.com/amp/s/www.pierpost.example/news/ferry", "https://www.google.co.uk/amp/s/www.pierpost.example/news/ferry", "https://www-pierpost-example.cdn.ampproject.org/c/s/www.pierpost.example/news/ferry",
		"https://www-pierpost-example.translate.goog/news/ferry?_x_tr_sl=fr&_x_tr_tl=en", "https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.pierpost.example%2Fnews%2Fferry&usg=x",
		"https://webcache.googleusercontent.com/search?q=cache:Xy1:https://www.pierpost.example/news/ferry&hl=en", "https://webcache.googleusercontent.com/search?q=cache:Xy1:www.pierpost.example/news/ferry+slip",
		"http://timetravel.mementoweb.org/memento/2025/https://www.pierpost.example/news/ferry",
		"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.pierpost.example%2Fnews%2Fferry&h=x", "https://archive.md/20250405/https://www.pierpost.example/news/ferry", "https://12ft.io/https://www.pierpost.example/news/ferry",
	} {
		require.Equal(t, "https://www.pierpost.example/news/ferry", OriginalAddress(passed))
	}
	for _, own := range []string{"https://www.google.com/search?q=ferry", "https://l.facebook.com/l.php?u=ferry", "https://blog.google/amp/s/ferry", "https://pierpost.example/share/http://other.example/", "https://pierpost.example/20250405/https-for-all", "https://archive.org/details/ferry", "ferry", ""} {
		require.Equal(t, own, OriginalAddress(own))
	}
}
