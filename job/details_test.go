package job

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

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
		{"a name in a script without spaces", "The mayor of Tainan (黃偉哲) came with 143 people. Then Tainan slept.", "It was Tainan (黃偉哲), and 143 people of Tainan saw it.", []string{"Tainan"}, []string{"143"}},
		{"without spaces throughout", "台南市長黃偉哲月曜日、143人を前に話した。", "黃偉哲市長は143人の前で話した。", nil, []string{"143"}},
		{"letters without capitals are no names", "سقطت العبارة قرب الميناء وعلى متنها 143 راكبا", "قالت الشرطة إن العبارة قرب الميناء حملت 143 راكبا", nil, []string{"143"}},
		{"Thai", "เรือเฟอร์รี่เกยตื้นที่เกาะช้าง มีผู้โดยสาร 143 คน", "ผู้โดยสาร 143 คนบนเรือเฟอร์รี่ที่เกาะช้าง", nil, []string{"143"}},
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

// No script makes it fail, nor one within another.
func TestWhatTwoReportsTellAlikeInAnyScript(t *testing.T) {
	t.Chdir(t.TempDir())
	word := rapid.OneOf(rapid.StringMatching(`[A-Z][a-z]{2,7}`), rapid.StringMatching(`[0-9]{1,4}`), rapid.StringMatching(`[蔡英文台湾东京]{1,6}`), rapid.StringMatching(`[ぁ-んァ-ン]{1,6}`),
		rapid.StringMatching(`[ก-ฮ]{1,8}`), rapid.StringMatching(`[ក-អ]{1,8}`), rapid.StringMatching(`[가-나]{1,4}`), rapid.StringMatching(`[ا-ي]{1,6}`), rapid.StringMatching(`[А-Я][а-я]{1,6}`), rapid.SampledFrom([]string{"(", ")", "。", ". ", " ", ", ", "\n\n", "「", "」", "of"}))
	rapid.Check(t, func(r *rapid.T) {
		common := rapid.SliceOfN(word, 1, 30).Draw(r, "common")
		for _, name := range []string{"a", "b"} {
			text := strings.Join(append(rapid.SliceOfN(word, 0, 10).Draw(r, name), common...), rapid.SampledFrom([]string{"", " "}).Draw(r, "gap"))
			write(t, ".", name+".jsonl", item{name, "", "", "Ness 143 " + text + " Ness"}.line(t))
		}
		if _, err := CompareFiles(context.Background(), "a.jsonl", "b.jsonl", outlet.Default(), reader.Options{}); err != nil {
			require.NotContains(r, err.Error(), "fault")
		}
	})
}

// A number, or a name of one word, that fills both texts is told in so many places and no more: telling where all stand took
// the square of their number.
func TestADetailThatFillsATextIsToldInBoundedPlaces(t *testing.T) {
	for name, text := range map[string]string{
		"number": strings.Repeat("57 ", 3*mostPlaces),
		"name":   "We saw " + strings.Repeat("Tolsta ", 3*mostPlaces),
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, ".", "a.jsonl", item{"a", "", "", text}.line(t), "b.jsonl", item{"b", "", "", "Then " + text}.line(t))
			got, err := CompareFiles(context.Background(), "a.jsonl", "b.jsonl", outlet.Default(), reader.Options{})
			require.NoError(t, err)
			list := append(got.Common.Names, got.Common.Numbers...)
			require.Len(t, list, 1)
			require.NotEmpty(t, list[0].A)
			require.LessOrEqual(t, len(list[0].A), mostPlaces)
			require.Len(t, list[0].B, mostPlaces)
		})
	}
}

// The name behind a path is an article's own id before it is the number of another.
func TestAnIDGoesBeforeARecord(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", "a.jsonl", item{"5", "", "", "One."}.line(t)+item{"x#2", "", "", "Two."}.line(t)+item{"1", "", "", "Three."}.line(t)+item{"z", "", "", "Four."}.line(t))
	for name, want := range map[string]string{"1": "Three.", "5": "One.", "2": "Two.", "4": "Four.", "z": "Four."} {
		a, err := one(context.Background(), "a.jsonl#"+name, reader.Options{})
		require.NoError(t, err)
		require.Equal(t, want, a.Text, name)
	}
	_, err := one(context.Background(), "a.jsonl#7", reader.Options{})
	require.Error(t, err)
}

// Keys of a kind that come in several rounds are one row of the statistics.
func TestKeysOfSeveralRoundsAreCountedTogether(t *testing.T) {
	var s Stats
	s.keys("bands", []KeyStats{{All: 10, Kept: 4, Alone: 1}, {All: 10, Kept: 2}})
	s.keys("prints", []KeyStats{{All: 5}})
	s.keys("bands", []KeyStats{{All: 20, Kept: 4, Alone: 3}})
	require.Equal(t, []KeyStats{{Kind: "bands", All: 40, Kept: 10, Alone: 4, Share: 0.75, Rate: 4. / 34}, {Kind: "prints", All: 5, Share: 1}}, s.Counts.Keys)
}
