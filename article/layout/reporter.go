package layout

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed reporters.txt
var reportersFile string

// signing finds the names in a line in which reporters sign, in its group.
type signing struct {
	korean, chinese *regexp.Regexp
	pictures        []string
	within          *regexp.Regexp // in brackets at either end of running text
	behindPlace     *regexp.Regexp // where running text in Korean begins
}

// signings is made of reporters.txt:
//
//	표세린 기자 serin@example.com    [한솔일보 표세린 기자]    표세린·도경완 기자
//	（本报记者 李华）    记者：李华、王小明    本报记者李华报道
var signings = sync.OnceValue(func() signing {
	words := reporterWords()
	oneOf := func(section string) string { return "(?:" + strings.Join(words[section], "|") + ")" }
	const mailbox = `[\w.+-]+@[\w.-]+`
	hangul := `\p{Hangul}{2,4}`
	signed := hangul + `(?:[·ㆍ,] ?` + hangul + `)* ` + oneOf("[behind]")
	// Without a bracket or a colon before it, what follows the bare word for a reporter may be what one does.
	han := `\p{Han}{2,4}?(?:[ 、，　]+\p{Han}{2,4}?){0,3}?`
	return signing{
		korean: regexp.MustCompile(`^(?:글[·ㆍ]사진[ =]+|글[ =]+|/)?[\[(]?(?:[\p{Hangul}A-Za-z]{2,12}[ =/])??(` + signed + `(?:(?:[·ㆍ,/] ?| )` + signed + `)*)[\])]?(?:[ =(]*` + mailbox + `\)?)*[\])]?[ =]*$`),
		chinese: regexp.MustCompile(`^(?:[（(【\[]` + oneOf("[before]") + `[ ：:　]*(` + han + `)[ 　]*` + oneOf("[reports]") + `?[）)】\]]|` +
			oneOf("[before]") + `[ ：:　]+(` + han + `)(?:[ 　]+` + oneOf("[reports]") + `)?)$`),
		pictures:    words["[pictures]"],
		behindPlace: regexp.MustCompile(`^(?:[(\[][\p{Hangul}·, ]{2,20}=[\p{Hangul}A-Za-z0-9 ]{2,14}[)\]] ?(` + signed + `) ?=|\[[\p{Hangul}A-Za-z0-9]{2,14}[ =/](` + signed + `)\])`),
		within: regexp.MustCompile(`[（(〔【\[](?:` + oneOf("[before]") + `[ ：:　]*(` + han + `)(?:[ 　、]*` + oneOf("[helpers]") + `[^）)]{0,40}?)?[ 　]*` + oneOf("[reports]") + `?|` +
			`(?:` + oneOf("[before]") + `)(\p{Han}{2,4}(?:、\p{Han}{2,4})*)[／/]\p{Han}{2,6}` + oneOf("[reports]") + `)[）)〕】\]]`),
	}
})

// ReportersIn returns the names in a line in which reporters sign in Korean or Chinese and nothing else, "" in any other.
func ReportersIn(line string) string {
	from, to, _ := reporters(line)
	return line[from:to]
}

// reporterWithin returns the names of the reporters that a piece of running text has in Korean where it begins, (서울=한솔통신) 홍길동 기자 =,
// or in Chinese in brackets behind the house, the place or the last sentence: 本报讯（记者 李华）, 〔記者李華／台北報導〕; "" if it has none.
func reporterWithin(s string) string {
	sign := signings()
	s = strings.ToValidUTF8(s, "")
	if m := sign.behindPlace.FindStringSubmatch(s); m != nil {
		return cmp.Or(m[1], m[2])
	}
	m := sign.within.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	name := cmp.Or(m[1], m[2])
	if slices.ContainsFunc(sign.pictures, func(w string) bool { return strings.HasSuffix(name, w) }) {
		return ""
	}
	return strings.Join(strings.Fields(name), "、")
}

// reporters returns where in s, a line, the names of its reporters stand, with what they are behind them in Korean; not ok if the line
// is another.
func reporters(s string) (from, to int, ok bool) {
	const longest = 120 // bytes
	if len(s) < 9 || len(s) > longest || !mayBeSigned(s) {
		return 0, 0, false
	}
	sign := signings()
	if m := sign.korean.FindStringSubmatchIndex(s); m != nil {
		return m[2], m[3], true
	}
	m := sign.chinese.FindStringSubmatchIndex(s)
	if m == nil {
		return 0, 0, false
	}
	from, to = max(m[2], m[4]), max(m[3], m[5])
	for _, w := range sign.pictures {
		if strings.HasSuffix(s[from:to], w) {
			return 0, 0, false
		}
	}
	return from, to, true
}

// mayBeSigned reports whether a line begins with a character of East Asia, or with a bracket before one.
func mayBeSigned(s string) bool {
	const least = 0xE3 // first byte of these characters, their brackets among them
	s = strings.TrimLeft(s, "[(/")
	return s != "" && s[0] >= least && s[0] <= 0xEF
}

// reporterWords returns the rows of reporters.txt under the headings of their sections.
func reporterWords() map[string][]string {
	words := make(map[string][]string)
	section := ""
	for line := range strings.Lines(reportersFile) {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == ';':
		case line[0] == '[':
			section = line
		default:
			words[section] = append(words[section], strings.Split(line, " | ")...)
		}
	}
	return words
}
