package quote_test

import (
	"strings"
	"testing"

	"wiretrace/article"
	"wiretrace/quote"
)

// newsText is an article of about three kilobytes that quotes as news does.
var newsText = strings.Repeat(`The county closed the Mill Road bridge on Monday after Martha Quill, its engineer, found cracks in two of the girders. “Nobody should drive over it,” Quill told the Lowland Herald. “We looked twice, and we did not like what we saw.”

Sen. Ruth Garner, who represents Tarn, called the closure “a disgrace” and asked President Paul Olsen for help. According to Olsen’s spokesman, Tom Aldous, the White House is “looking at every option.” He declined to say when the work would begin.

The bridge was built in 1931 and carries some 9,000 cars a day. The nearest other crossing is eleven miles upstream, and the ferry stopped running in 2004. Shopkeepers in the lower town fear for their summer.

`, 3)

func BenchmarkQuotes(b *testing.B) {
	a := &article.Article{Text: newsText, Language: "en"}
	l := layoutOf(newsText)
	b.SetBytes(int64(len(newsText)))
	b.ReportAllocs()
	var dst []quote.Quote
	for b.Loop() {
		dst = find(dst[:0], a, l)
	}
}

func BenchmarkMarks(b *testing.B) {
	l := layoutOf(newsText)
	b.SetBytes(int64(len(newsText)))
	b.ReportAllocs()
	var dst []quote.Mark
	for b.Loop() {
		dst = findMarks(dst[:0], newsText, l.Blocks)
	}
}

// layoutOf makes a block of prose of each line.
func layoutOf(text string) *article.Layout {
	var l article.Layout
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			n = len(text) - at
		}
		if strings.TrimSpace(text[at:at+n]) != "" {
			l.Blocks = append(l.Blocks, article.Block{Span: article.Span{Start: at, End: at + n}})
		}
		at += n + 1
	}
	return &l
}
