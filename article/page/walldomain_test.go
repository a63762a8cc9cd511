package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWallsOfArchivesAndDomains(t *testing.T) {
	about := strings.Repeat(" The archive is an initiative of a society that asks for gifts, since disks have to be paid for.", 12)
	offer := " Make an offer or buy it now. Our brokers help you free of charge, and transfer assistance is included. Related searches: Local News, Car Insurance."
	for _, c := range []struct{ name, title, text, want string }{
		{"not in the Wayback Machine", "Internet Archive Wayback Machine", "Hrm.\n\nThe Wayback Machine has not archived that URL." + about, wallArchive},
		{"left out of it", "Wayback Machine", "Sorry.\n\nThis URL has been excluded from the Wayback Machine.", wallArchive},
		{"not in one of pywb", "URL Not Found", "The url https://islander.example/ferry could not be found in this collection." + about, wallArchive},
		{"not in archive.today", "islander.example/ferry", "No results\n\nYou may want to archive this url", wallArchive},
		{"not in one in Portuguese", "Arquivo", "Página não encontrada no Arquivo.\n\nEsta página não foi arquivada.", wallArchive},
		{"not in Google's cache", "Error 404 (Not Found)!!1", "404. That’s an error. The requested URL /search?q=cache:islander.example was not found on this server. That’s all we know.", wallMissing},
		{"for sale", "islander.example is for sale", "The domain islander.example is for sale." + offer + strings.Repeat(" A good name is found by more people and keeps its worth.", 15), wallDomain},
		{"for sale, on a market", "islander.example - Domain for sale | Market", "Get a price within a day. You can pay in instalments, and the domain name is yours after the transfer.", wallDomain},
		{"for sale, in German", "inselbote.example steht zum Verkauf", "Diese Domain steht zum Verkauf. Angebot abgeben oder jetzt kaufen, auch mit Ratenzahlung.", wallDomain},
		{"parked", "islander.example", "This domain is parked free, courtesy of its registrar.", wallDomain},
		{"expired, in French", "lephare.example", "Ce nom de domaine a expiré. Vous en êtes le titulaire ? Renouvelez-le.", wallDomain},
		{"shut by its host", "Account Suspended", "This account has been suspended. Contact your hosting provider for more information.", wallBroken},
		{"a server without a site", "Welcome to nginx!", "If you see this page, the nginx web server is successfully installed and working. Further configuration is required.", wallBroken},

		{"an article about a name", "Islander.com is for sale", "The name under which the island's paper is read may be sold, its owner said on Monday. He hopes for a price of two million and has hired nobody to help him.", ""},
		{"an article about the archive", "Archive of pages loses a lawsuit", strings.Repeat("The judge found on Monday that the archive may keep what it has. ", 4) + "Pages of the paper had not been archived since May.", ""},
		{"an article that begins with an archive", "Paper lost its pages", "Pages of the paper have not been archived since May, and what was is not in the archive of the town, the court heard on Monday.", ""},
		{"an article about a house", "Lighthouse is for sale", "The lighthouse is for sale. Buyers may make an offer until Friday, the broker said; the transfer takes a month, and instalments are welcome.", ""},
		{"an article about a shop", "New bakery coming soon to the harbour", "A bakery is coming soon to the harbour, its owner said on Monday.", ""},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, Wall(c.title, c.text)) })
	}
}
