package reader

import (
	"regexp"
	"strings"
)

// cutOff is what news services put behind the beginning of a text that is all
// they give: "[+3505 chars]" of NewsAPI, "... [2713 chars]" of GNews.
var cutOff = regexp.MustCompile(`\[\+?(\d+) (?:chars|characters)\]\s*$`)

// stub says why a text is none, empty if it is one.
func stub(text string) string {
	tail := text[max(0, len(text)-40):]
	if strings.HasSuffix(strings.TrimRight(tail, " \t\r\n"), "]") {
		if m := cutOff.FindStringSubmatch(tail); m != nil {
			return "only the beginning: the service left out the rest of the text (" + strings.TrimSpace(m[0]) + ")"
		}
	}
	if strings.HasPrefix(text, "ONLY AVAILABLE IN ") && len(text) < 80 { // of NewsData.io
		return "no text: the service keeps it for paid plans"
	}
	return ""
}
