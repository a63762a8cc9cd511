package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestSignedLines(t *testing.T) {
	for _, c := range []struct{ language, line, want string }{
		{"en", "Story: Jane Roe, Local Democracy Reporting Service", "Local Democracy Reporting Service"},
		{"en", "Report: Jane Roe and Piet Ost, Local Democracy Reporting Service.", "Local Democracy Reporting Service"},
		{"en", "Report by Jane Roe, Local Democracy Reporter", "Local Democracy Reporting Service"},
		{"en", "Words: Jane Roe, Associated Press", "Associated Press"},
		{"en", "Article by Jane Roe (PA)", "PA Media"},
		{"en", "Reporter: Jane Roe, The Canadian Press", "The Canadian Press"},
		{"en", "Story and photo: Jane Roe, Local Democracy Reporting Service", "Local Democracy Reporting Service"},
		{"en", "Reporting: Jane Roe, ProPublica; Editing: Piet Ost", "ProPublica"},
		{"de", "Bericht: Karla Kolb (dpa)", "Deutsche Presse-Agentur"},
		{"de", "Autorin: Karla Kolb, Katholische Nachrichten-Agentur", "KNA"},
		{"fr", "Récit : Jeanne Roux (AFP)", "Agence France-Presse"},
		{"it", "Articolo di Anna Neri, Adnkronos", "Adnkronos"},
		{"pt", "Reportagem: Ana Reis, Agência Brasil", "Agência Brasil"},
		{"nl", "Verslag: Anna Smit, ANP", "ANP"},
		{"ru", "Текст: Анна Новик, ТАСС", "TASS"},
		{"en", "Photo: Jane Roe, Associated Press", ""},
		{"en", "Story: Jane Roe, Piet Ost", ""},
		{"en", "Story: the long way home, a series by Reuters", ""},
		{"en", "Report: Mayor Jane Roe knew of rust at Reuters", ""},
		{"en", "Stories of the bridge: Jane Roe, Reuters", ""},
		{"de", "Foto: Karla Kolb, dpa", ""},
		{"fr", "Photo : Jeanne Roux, AFP", ""},
	} {
		var got []string
		for _, k := range readRaw(t, article.Article{Text: body + "\n\n" + c.line, Language: c.language, Outlet: "Harlow County Courier"}) {
			got = append(got, k.Outlet)
		}
		if c.want == "" {
			require.Empty(t, got, c.line)
		} else {
			require.Equal(t, []string{c.want}, got, c.line)
		}
	}
}
