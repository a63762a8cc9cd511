package quote_test

import (
	"fmt"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/quote"
)

func ExampleFind() {
	a := &article.Article{Language: "en", Text: `“Nobody should drive over it,” said Martha Quill, the county’s engineer. “We looked twice,” she added. The film “Low Water” was shot there.`}
	l, _ := layout.Find(a)
	var words quote.Words
	for _, q := range quote.Find(nil, &words, a, &l) {
		fmt.Printf("%s: %s\n", q.Speaker, a.Text[q.Start:q.End])
	}
	// Output:
	// Martha Quill: Nobody should drive over it,
	// Martha Quill: We looked twice,
}
