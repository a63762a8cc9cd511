package layout

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestADatelineWithItsYearDatesTheText(t *testing.T) {
	for _, c := range []struct{ name, dateline, want string }{
		{"an agency", "BERLIN, Nov. 3, 2019 (Reuters) - ", "2019-11-03"},
		{"a distributor of releases", "LONDON, Nov. 03, 2019 (GLOBE NEWSWIRE) -- ", "2019-11-03"},
		{"another, between slashes", "NEW YORK, Nov. 3, 2019 /PRNewswire/ -- ", "2019-11-03"},
		{"another, between dashes", "HOUSTON--(BUSINESS WIRE)--Nov. 3, 2019--", "2019-11-03"},
		{"the agency first", "PORT ELLEN (AP), November 3, 2019 — ", "2019-11-03"},
		{"French", "PARIS, 3 novembre 2019 (AFP) - ", "2019-11-03"},
		{"Spanish", "Madrid, 3 nov. 2019 (EFE).- ", "2019-11-03"},
		{"German", "Bremen, 3. November 2019 – ", "2019-11-03"},
		{"figures and a dash", "3.11.2019 – ", "2019-11-03"},
		{"figures in brackets", "(03.11.2019) ", "2019-11-03"},
		{"figures in brackets behind a place", "Bremen, (03.11.2019). ", "2019-11-03"},
		{"figures, the year first", "2019-11-03 - ", "2019-11-03"},
		{"figures behind a standfirst", "The keeper will have to go, and nobody knows where to.\n\n3.11.2019 – ", "2019-11-03"},
		{"a birth", "Jo Field (03.11.2019) ", ""},
		{"figures and no dash", "3.11.2019 ", ""},
		{"figures in either order", "(03/11/2019) ", ""},
		{"a year long past", "3.11.1919 – ", ""},
		{"a range of days", "3.11.2019 – 5.11.2019 – ", ""},
		{"a chronicle", "3.11.2019 – The lamp goes out.\n\n5.11.2019 – ", ""},
		{"no year", "BERLIN, Nov. 3 (Reuters) - ", ""},
		{"no place", "On November 3, 2019 - ", ""},
		{"a sentence", "The council met in Berlin on November 3, 2019 - ", ""},
		{"two days of the report", "Between Monday and November 3, 2019 - ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, m := Find(&article.Article{Title: "Lighthouse to close", Text: c.dateline + "The lighthouse at the end of the pier will close on Monday, its keeper said in a statement to reporters.\n\nHe said that the lamp would be sold and the money given to the poor of the parish, which has wanted it for years.\n"})
			require.Equal(t, c.want, m.Published.String())
			if c.want != "" {
				require.Equal(t, "dateline", m.Published.Source)
			}
		})
	}
}
