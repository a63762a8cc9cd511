package reader

import (
	"strings"

	"wiretrace/article"
)

// textForm is plain text: one article a file. What the first lines say of
// title, byline and date is found later, in the text, where it stays. Front
// matter and a head of labelled lines stay there too, but are read here.
func textForm() *form {
	f := &form{
		name:    "text",
		endings: []string{".txt", ".text", ".md", ".markdown"},
		sniff:   func(head []byte) bool { return len(head) > 0 && textual(head) && !looksMarkedUp(head) },
		any:     true,
		parse:   parseText,
	}
	f.split = func(src *source) error {
		data, ok := src.all()
		if !ok {
			return nil
		}
		return src.emit(f, 0, data)
	}
	return f
}

func parseText(r *Record) ([]article.Article, []Problem) {
	text, problems, err := r.decode(r.o.Charset)
	switch {
	case err != nil:
		return nil, []Problem{r.problem("%s", err)}
	case strings.TrimSpace(text) == "":
		return nil, []Problem{r.problem("the text is empty")}
	}
	p, size := frontMatter(text)
	if size == 0 {
		p, size = labelled(text)
	}
	if strings.TrimSpace(text[size:]) == "" {
		return nil, append(problems, r.problem("the text is empty"))
	}
	a := p.article(r)
	a.Text, a.Preamble = text, size
	if a.Published.Precision == article.NoTime && p.badDate != "" {
		problems = append(problems, r.problem("%s", p.dateProblem()))
	}
	return []article.Article{a}, problems
}

// damage is the problem of a text in which characters were lost; the article is
// read all the same.
func (r *Record) damage(n int) []Problem {
	switch n {
	case 0:
		return nil
	case 1:
		return []Problem{r.problem("one character is damaged; it is read as U+FFFD")}
	}
	return []Problem{r.problem("%d characters are damaged; they are read as U+FFFD", n)}
}
