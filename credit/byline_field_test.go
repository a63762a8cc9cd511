package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/outlet"
)

func TestBylineField(t *testing.T) {
	for _, tt := range []struct {
		name, byline, outlet string
		want                 []string
	}{
		{"agency alone", "Associated Press", "", []string{"Associated Press"}},
		{"agency after a name", "Tilda Marrow, Associated Press", "Corran Daily", []string{"Associated Press"}},
		{"agency before a name", "The Associated Press | Tilda Marrow", "", []string{"Associated Press"}},
		{"shouted name and a role", "By TILDA MARROW AP Business Writer", "", []string{"Associated Press"}},
		{"shouted name without by", "TILDA MARROW AP National Security Writer", "", []string{"Associated Press"}},
		{"several people", "Tilda Marrow, Piet Ost, Reuters", "", []string{"Reuters"}},
		{"glued", "MarrowAssociated Press", "", []string{"Associated Press"}},
		{"glued with a word", "By Tilda MarrowThe Associated Press", "", []string{"Associated Press"}},
		{"paper that nobody knows", "Tilda Marrow, Corran Vale Gazette", "", []string{"Corran Vale Gazette"}},
		{"a person called as an outlet is", "Quint Marrow, Tilda Ost", "", nil},
		{"a small word in somebody's name", "Tilda de Vogue, CNN Court Reporter", "", []string{"CNN"}},
		{"somebody called as an agency is", "Efe Marrow", "", nil},
		{"a given name", "Ana", "", nil},
		{"a given name with an initial", "Ana B.", "", nil},
		{"an agency of the same letters", "ANA", "Corran Daily", []string{"African News Agency"}},
		{"somebody of three words", "Ana Sofia Marrow", "", nil},
		{"somebody shouted", "By ANA MARROW", "", nil},
		{"one name among several", "Tilda Ost, Ina Marrow and Kai Ost", "", nil},
		{"a last name", "Karl Reuter", "", nil},
		{"a last name, shouted", "By KARL REUTER", "", nil},
		{"a last name behind a small word", "Ernst von Reuter", "", nil},
		{"two names joined", "Karl Reuter and Tilda Marrow", "", nil},
		{"two names called as agencies are", "Ansa Ost and Efe Marrow", "", nil},
		{"a last name, and his agency", "Karl Reuter, Reuters", "", []string{"Reuters"}},
		{"a last name, with an agency", "Karl Reuter, with AFP", "", []string{"Agence France-Presse"}},
		{"the same without a sign", "Ina Marrow and AFP", "", []string{"Agence France-Presse"}},
		{"a first name", "Antara Ost", "", nil},
		{"that agency alone", "Antara", "", []string{"Antara"}},
		{"an old form alone", "Reuter", "", []string{"Reuters"}},
		{"an agency and a place in capitals", "AFP PARIS", "", []string{"Agence France-Presse"}},
		{"an agency of a whole word", "Reuters London", "", []string{"Reuters"}},
		{"the same behind a first name", "By Tilda Bloomberg", "", nil},
		{"that agency", "Madrid / Efe", "", []string{"EFE"}},
		{"an abbreviation behind a name", "Tilda Marrow, AP", "", []string{"Associated Press"}},
		{"one behind several", "Tilda Marrow, Quint Ost | AP", "", []string{"Associated Press"}},
		{"one behind a word", "Tilda Marrow with AP", "", []string{"Associated Press"}},
		{"letters that part from nothing", "Tilda Marrow AP", "", nil},
		{"that agency's desk", "Agencia EFE", "", []string{"EFE"}},
		{"the same in small letters", "Agencia Efe", "", []string{"EFE"}},
		{"that agency behind a name", "Tilda Marrow, Bloomberg", "", []string{"Bloomberg"}},
		{"an outlet of one word", "Tilda Ost, Politico", "", []string{"Politico"}},
		{"an outlet of one word and a role", "Politico Staff", "", []string{"Politico"}},
		{"a paper called by an ordinary word", "Tilda Ost, The Independent", "AOL", []string{"The Independent"}},
		{"the same behind several", "Tilda Ost; Quint Marrow; The Sun", "AOL", []string{"The Sun"}},
		{"the same, of its own", "Tilda Ost, The Independent", "The Independent", nil},
		{"a word that papers are called by", "Tilda Ost, Independent Candidate", "AOL", nil},
		{"a pooled reporter", "Tilda Marrow, Local Democracy Reporter", "Corran Times", []string{"Local Democracy Reporting Service"}},
		{"one without a comma, beside another", "Tilda Marrow Local Democracy Reporter and Quint Ost Trends writer", "Corran Times", []string{"Local Democracy Reporting Service"}},
		{"a title that papers print in another's", "Tilda Ost, The Times", "The Australian", []string{"The Times"}},
		{"the same in another country", "Tilda Ost, The Times", "The Canberra Times", nil},
		{"one in brackets", "Tilda Marrow (Local Democracy Reporter)", "Corran Times", []string{"Local Democracy Reporting Service"}},
		{"one of the BBC's", "Tilda Marrow, BBC Local Democracy Reporter", "Corran Times", []string{"Local Democracy Reporting Service"}},
		{"one by letters", "Tilda Marrow, LDRS", "Corran Times", []string{"Local Democracy Reporting Service"}},
		{"one of New Zealand", "Tilda Marrow, Local Democracy Reporter", "The New Zealand Herald", []string{"Local Democracy Reporting (New Zealand)"}},
		{"one of its courts", "Tilda Marrow, Open Justice reporter", "The New Zealand Herald", []string{"Open Justice"}},
		{"a corps member", "Tilda Marrow, Report for America corps member", "Corran Times", []string{"Report for America"}},
		{"a corps member at an agency", "TILDA MARROW Associated Press/Report for America", "Corran Times", []string{"Associated Press", "Report for America"}},
		{"one of an initiative", "Tilda Marrow, Local Journalism Initiative Reporter", "AOL", []string{"Local Journalism Initiative"}},
		{"one of a project", "Tilda Marrow, Community News Project Reporter", "Corran Times", []string{"Community News Project"}},
		{"one of a newsroom for many papers", "Tilda Marrow, CalMatters", "Corran Times", []string{"CalMatters"}},
		{"who writes of the town hall", "Tilda Marrow, Local Government Reporter", "Corran Times", nil},
		{"who writes of democracy", "Tilda Marrow, Democracy Reporter", "Corran Times", nil},
		{"a role", "Tilda Marrow, Senior Reporter", "", nil},
		{"own", "Tilda Marrow, Reuters", "Reuters", nil},
		{"a person", "Tilda Marrow", "", nil},
		{"a photographer", "Photo by Tilda Marrow, Associated Press", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range reader().Byline(nil, &article.Article{Byline: tt.byline, Outlet: tt.outlet, Language: "en"}) {
				require.Equal(t, CueByline, c.Cue)
				require.Zero(t, c.Span)
				got = append(got, c.Outlet)
			}
			require.Equal(t, tt.want, got)
		})
	}
	text := "The bridge was closed.\nThis article originally appeared on Corran Express: Bridge closed"
	origin := Credit{Span: article.Span{Start: 23, End: len(text)}, Outlet: "Corran Express", Cue: CueCreditLine}
	require.Equal(t, []Credit{origin}, reader().Byline([]Credit{origin}, &article.Article{Text: text, Language: "en", Byline: "Tilda Marrow, USA TODAY NETWORK"}), "the line says whose it is")
	said := []Credit{{Outlet: "Reuters", Cue: CueDateline}}
	require.Equal(t, said, reader().Byline(said, &article.Article{Byline: "Tilda Marrow, Reuters"}), "the text says so already")
}

// An outlet in hand that is called by one word signs behind a writer; elsewhere in the line the word is another.
func TestOneWordHouseInByline(t *testing.T) {
	g, _, _ := outlet.Default().Known([]string{"Bollard", "Orrin Falls Lantern"})
	for byline, want := range map[string]int{
		"Tilda Marrow, Bollard":          1,
		"Tilda Bollard":                  0,
		"Tilda Marrow, Bollard Reporter": 0,
		"Bollard, Marrow":                0,
		"Tilda Marrow, Harbour":          0,
	} {
		require.Len(t, NewReader(g).Byline(nil, &article.Article{Byline: byline, Language: "en"}), want, byline)
	}
}
