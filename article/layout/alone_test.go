package layout_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
)

func TestKindAlone(t *testing.T) {
	for s, want := range map[string]article.Kind{
		"": article.Prose,
		"The ferry will not run this winter, the company said on Monday.": article.Prose,
		"Subscribe to our newsletter":                                     article.Chrome,
		"We are a small paper. Click here to support us.":                 article.Chrome,
		"“Subscribe to my channel,” she told the meeting on Monday.":      article.Prose,
		"The old ferry in the yard. (AP Photo/Ana Ruiz)":                  article.Caption,
		"Reporting by Ana Ruiz; editing by Ole Berg":                      article.Copyright,
		"© 2024 Isle Post":                      article.Copyright,
		"© 2024 AFP":                            article.Copyright,
		"©2024 AFP":                             article.Copyright,
		"© Ana Ruiz AFP":                        article.Caption,
		"© 2024 Ana Ruiz / AFP":                 article.Caption,
		"Comments are closed for this article.": article.Chrome,
		"Isle Post / Isle Press Agency":         article.Prose,
		"ATENÇÃO: Comentários com ofensas não serão aprovados pela redação": article.Chrome,
	} {
		require.Equal(t, want, layout.KindAlone(s), s)
	}
}
