package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/outlet"
)

// A year beside a credit dates the report, whatever stands between the year and the verb.
func TestYearsBesideCreditsOfThePress(t *testing.T) {
	for _, c := range []struct {
		language, text string
		past           bool
	}{
		{"pl", "W 2019 r. o rdzy pisała „Gazeta Wyborcza”.", true},
		{"pl", "„Gazeta Wyborcza” pisze, że most w 2019 r. był już stary.", false},
		{"ru", "В 2019 г. о ржавчине писал «Коммерсантъ».", true},
		{"zh", "2019年，财新曾报道大桥生锈。", true},
		{"zh", "去年，财新曾报道大桥生锈。", true},
		{"zh", "财新报道，大桥2019年已经生锈。", false},
		{"ja", "2019年には読売新聞が橋のさびを報じた。", true},
		{"ko", "2019년 한겨레는 다리의 녹을 보도했다.", true},
		{"ko", "한겨레는 다리가 2019년에 녹슬었다고 보도했다.", false},
	} {
		found := readRaw(t, article.Article{Text: c.text, Language: c.language})
		require.Len(t, found, 1, c.text)
		require.Equal(t, c.past, found[0].Background, c.text)
	}
}

// A paper that is called as others abroad are is meant by its short name in the press of its own country alone.
func TestShortNamesAtHome(t *testing.T) {
	for _, c := range []struct {
		outlet, text string
		want         string
	}{
		{"Diário de Notícias", "A transferência do faroleiro foi avançada pelo Record.", "Record (Portugal)"},
		{"Folha de S.Paulo", "A transferência do faroleiro foi avançada pelo Record.", ""},
		{"Diário de Notícias", "O faroleiro bateu o record da travessia, disse o clube.", ""},
	} {
		got := ""
		for _, x := range readRaw(t, article.Article{Text: c.text, Language: "pt", Outlet: c.outlet}) {
			if x.Kind != outlet.Unknown {
				got = x.Outlet
			}
		}
		require.Equal(t, c.want, got, "%s: %s", c.outlet, c.text)
	}
}
