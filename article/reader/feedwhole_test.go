package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A short report in full in the description of an item is told from what announces one.
func TestAShortTextInADescription(t *testing.T) {
	const (
		one   = "The ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 40 people aboard."
		two   = `Nobody was hurt. "We had tea and waited," said the purser, Morag Firth.`
		three = "The ferry came off on the evening tide and was towed to the yard, where divers looked at her keel."
	)
	for _, test := range []struct {
		name       string
		paragraphs []string
		whole      bool
	}{
		{"three paragraphs", []string{one, two, three}, true},
		{"three paragraphs, the last a quotation", []string{one, three, `"It was a long day, and a cold one," said the purser.`}, true},
		{"Chinese paragraphs", []string{strings.Repeat("渡轮公司说船已经修好可以再开。", 3), strings.Repeat("码头上的人等了一个上午。", 3), strings.Repeat("船在晚上回到港口。", 3)}, true},
		{"two paragraphs", []string{one, three}, false},
		{"the last paragraph is cut", []string{one, two, three, "The company said that it would..."}, false},
		{"the last paragraph is cut by one mark", []string{one, two, three, "The company said that it would…"}, false},
		{"a way to the rest", []string{one, two, three, "Read more"}, false},
		{"a way to the rest, as a sentence", []string{one, two, three, "Read the full story on our website."}, false},
		{"headlines", []string{"Ferry Tolsta on a sandbank off Carrick Ness", "Divers look at her keel in the yard at Tolsta", "Forty people had tea and waited for the evening tide to come in"}, false},
		{"short lines", []string{"Monday.", "A ferry.", three + " " + three + " " + three}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.whole, isWholeSummary(strings.Join(test.paragraphs, "\n\n")))
		})
	}
}
