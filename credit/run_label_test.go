package credit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Portals that print others' texts name them in a line behind a label.
func TestLabelledLinesOfScriptsWithoutSpaces(t *testing.T) {
	for _, c := range []struct {
		language, form string
		want           string // its outlet
		line           bool   // the text is that one's
	}{
		{"zh", "*\n\n（来源：财新网）", "Caixin", true},
		{"zh", "*\n\n来源｜财新网", "Caixin", true},
		{"zh", "*\n\n本文来源：澎湃新闻 编辑：王小丁", "The Paper (China)", true},
		{"zh", "2025年5月3日 来源：财新网\n\n*", "Caixin", true},
		{"ko", "*\n\n출처 : 한겨레", "Hankyoreh", true},
		{"ja", "*\n\n出典：読売新聞", "The Yomiuri Shimbun", true},
		{"zh", "*\n\n图片来源：财新网", "", false},
		{"zh", "*\n\n来源于财新网的读者来信。", "", false},
		{"zh", "据财新网5月3日报道，*", "Caixin", false}, // 报 is no kind of outlet here, but begins 报道
		{"zh", "据《财新周刊》5月报道，*", "Caixin", false},
	} {
		t.Run(c.form, func(t *testing.T) {
			text := strings.Replace(c.form, "*", reports[c.language], 1)
			got, line := "", false
			for _, k := range readRaw(t, article.Article{Text: text, Language: c.language}) {
				got, line = k.Outlet, k.Cue == CueCreditLine
			}
			require.Equal(t, c.want, got)
			require.Equal(t, c.line, line)
		})
	}
}
