package job

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article/reader"
	"wiretrace/outlet"
	"wiretrace/report"
)

func TestWhatTwoReportsTellAlike(t *testing.T) {
	for _, c := range []struct {
		name, a, b     string
		names, numbers []string
	}{
		{
			"names and numbers", "On Monday the ferry Tolsta lay off Carrick Ness with 143 people. Then Ailsa Crombie came.",
			"There were 143 of them. Off Carrick Ness lay Tolsta, said Crombie.",
			[]string{"Tolsta", "Carrick Ness", "Crombie"},
			[]string{"143"},
		},
		{
			"a name with a small word in it", "Then the Isle of Morvern sank. We saw the Isle of Morvern go.", "Off Ness the Isle of Morvern sank. It was the Isle of Morvern.",
			[]string{"Isle of Morvern"},
			nil,
		},
		{"months and days are no names", "He came in February and on Thursday. In February Tolsta sank, by Tolsta Head.", "Off Tolsta, on Thursday in February. The Tolsta.", []string{"Tolsta"}, nil},
		{"beginnings of sentences are no names", "Harbours closed. Boats lay still in Harlow.", "Harbours opened. Boats sailed.", nil, nil},
		{"neither years nor digits tell anything", "In 2024 there were 3 of them.", "By 2024 there were 3.", nil, nil},
		{"numbers as they are written", "It cost 2,300 crowns and 4.5 more.", "It was 2,300, or 4.5 less.", nil, []string{"2,300", "4.5"}},
		{"German nouns are none", "Am Montag lief die Fähre Tolsta vor der Küste auf Grund.", "Vor der Küste liegt seit Montag die Tolsta, eine Fähre.", nil, nil},
		{"a name and its possessive are one", "On Monday Ada Crombie spoke. It was Crombie's boat, and Ada Crombie's father's.", "So said Ada Crombie. Then Crombie's boat sank by Crombie’s pier, with Crombie.", []string{"Ada Crombie", "Crombie"}, nil},
		{"nothing", "", "", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, ".", "a.jsonl", item{"a", "", "", c.a + " "}.line(t), "b.jsonl", item{"b", "", "", c.b + " "}.line(t))
			got, err := CompareFiles(context.Background(), "a.jsonl", "b.jsonl", outlet.Default(), reader.Options{})
			if c.a == "" {
				require.Error(t, err)
				return
			}
			require.NoError(t, err)
			texts := func(list []report.Detail, a, b string) (out []string) {
				for _, d := range list {
					out = append(out, d.Text)
					require.NotEmpty(t, d.B)
					for _, s := range d.A {
						require.Equal(t, d.Text, a[s.Start:s.End])
					}
				}
				return out
			}
			require.Equal(t, c.names, texts(got.Common.Names, got.A.Text, got.B.Text))
			require.Equal(t, c.numbers, texts(got.Common.Numbers, got.A.Text, got.B.Text))
		})
	}
}
