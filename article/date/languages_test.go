package date

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseInMoreLanguages(t *testing.T) {
	for in, want := range map[string]string{
		"5 maart 2024 om 10:15 uur":            "2024-03-05T10:15",
		"5 mars 2024 kl 10.15":                 "2024-03-05T10:15",
		"5. marts 2024 kl. 10:15":              "2024-03-05T10:15",
		"5. maaliskuuta 2024 klo 10.15":        "2024-03-05T10:15",
		"5 marca 2024, 10:15":                  "2024-03-05T10:15",
		"Opublikowano: 5 września 2024":        "2024-09-05",
		"5. března 2024 v 10:15":               "2024-03-05T10:15",
		"2024. március 5. 10:15":               "2024-03-05T10:15",
		"5 martie 2024, 10:15":                 "2024-03-05T10:15",
		"5 марта 2024 г., 10:15":               "2024-03-05T10:15",
		"вторник, 5 марта 2024":                "2024-03-05",
		"5 березня 2024":                       "2024-03-05",
		"5 март 2024":                          "2024-03-05",
		"5 Μαρτίου 2024":                       "2024-03-05",
		"5 Mart 2024 Salı 10:15":               "2024-03-05T10:15",
		"15 Ağustos 2024":                      "2024-08-15",
		"15 AĞUSTOS 2024":                      "2024-08-15",
		"5 Maret 2024":                         "2024-03-05",
		"ngày 5 tháng 3 năm 2024":              "2024-03-05",
		"5 tháng 3, 2024":                      "2024-03-05",
		"2024年3月5日":                            "2024-03-05",
		"2024年3月5日 火曜日 午後3:15":                 "2024-03-05T15:15",
		"2024年3月5日(火) 10時15分":                  "2024-03-05T10:15",
		"令和6年3月5日":                             "2024-03-05",
		"令和元年5月1日":                             "2019-05-01",
		"民國113年3月5日":                           "2024-03-05",
		"发布时间：2024年03月05日 10:15":               "2024-03-05T10:15",
		"2024년 3월 5일 오후 3:15":                  "2024-03-05T15:15",
		"입력 2024.03.05. 10:15":                 "2024-03-05T10:15",
		"입력 2024.03.05 10:15":                  "2024-03-05T10:15",
		"5 มีนาคม 2567":                        "2024-03-05",
		"5 มี.ค. 2567":                         "2024-03-05",
		"5 มี.ค. 67":                           "2024-03-05",
		"วันที่ 5 มีนาคม พ.ศ. 2567":            "2024-03-05",
		"๕ มีนาคม ๒๕๖๗":                        "2024-03-05",
		"2567-03-05T10:15:00+07:00":            "2024-03-05T10:15:00+07:00",
		"۱۵ اسفند ۱۴۰۲":                        "2024-03-05",
		"۱۴۰۲/۱۲/۱۵":                           "2024-03-05",
		"1 فروردین 1403":                       "2024-03-20",
		"30 اسفند 1403":                        "2025-03-20",
		"1402/12/15":                           "", // without Persian digits the calendar is open
		"۵ مارس ۲۰۲۴":                          "2024-03-05",
		"5 مارس/آذار 2024":                     "2024-03-05",
		"٥ مارس ٢٠٢٤":                          "2024-03-05",
		"5 במרץ 2024":                          "2024-03-05",
		"5 मार्च 2024":                         "2024-03-05",
		"৫ মার্চ ২০২৪":                         "2024-03-05",
		"5 de març de 2024":                    "2024-03-05",
		"5 listopada 2024":                     "2024-11-05", // Polish
		"5. listopada 2024.":                   "2024-10-05", // Croatian
		"Tue, 05/03/2024 - 10:15":              "2024-03-05T10:15",
		"Friday, 05/03/2024":                   "2024-05-03",
		"5 maja 2024":                          "2024-05-05",
		"5 maj 2024":                           "2024-05-05",
		"30 اسفند 1402":                        "",
		"Mon, 05/03/2024":                      "", // neither is a Monday
		"05/03/2024":                           "",
		"3月5日":                                 "",
		"2024年3月":                              "",
		"31 มิถุนายน 2567":                     "",
		"31 اسفند 1402":                        "",
		"30 tháng 2 năm 2024":                  "",
		strings.Repeat("ก", 40) + " 5 ม.ค. 67": "",
	} {
		got, ok := Parse(in)
		require.Equal(t, want != "", ok, in)
		require.Equal(t, want, got.String(), in)
	}
}

// TestWordsOfDatesMeanOneThing holds that no word of one language is another
// month in another.
func TestWordsOfDatesMeanOneThing(t *testing.T) {
	seen := map[string]string{}
	for line := range strings.Lines(otherWords) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if kind != "month" && kind != "thai" && kind != "solar" {
			continue
		}
		parts := strings.Split(rest, "|")
		require.Len(t, parts, 13, line)
		for n, words := range parts[1:] {
			for w := range strings.FieldsSeq(words) {
				var buf [longestWord]byte
				folded, end := foldWord(buf[:0], w)
				require.Equal(t, len(w), end, w)
				m := meanings()[string(folded)]
				if m.kind == march || m.kind == change { // Tuesday, and a change, in others
					continue
				}
				require.Equal(t, n+1, m.n, "%s of %s", w, seen[string(folded)])
				seen[string(folded)] = line[:9]
			}
		}
	}
}
