package cluster

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/align"
)

// stretchesOf returns what a and b share, as they have it.
func stretchesOf(a, b *Side) (inA, inB []string) {
	p := match(a, b)
	for _, x := range Stretches(a, b, &p) {
		inA = append(inA, strings.TrimSpace(a.Text[x.A.Start:x.A.End]))
		inB = append(inB, strings.TrimSpace(b.Text[x.B.Start:x.B.End]))
	}
	return inA, inB
}

func TestEditedSentencesAreSharedAsAWhole(t *testing.T) {
	story := strings.Split(ferryText, "\n\n")
	own := paragraphs(40, 1)
	edited := strings.Replace(story[0], "ran onto a sandbank", "was stuck upon a bank", 1) + "\n\n" + story[1] + "\n\n"
	for _, test := range []struct{ name, a, b string }{
		{
			"other words at the end",
			"The Maritime Rescue Centre in Port Erran sent two lifeboats and a helicopter, which circled the Tolsta for forty minutes and went home again for want of fuel.",
			"The Maritime Rescue Centre in Port Erran sent two lifeboats and a helicopter, which circled the Tolsta for forty minutes before its tank was nearly dry.",
		},
		{
			"words added at the end",
			"Investigators will look into a navigation buoy that had been reported adrift in August.",
			"Investigators will look into a navigation buoy that had been reported adrift in August by somebody who fishes there.",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			inA, inB := stretchesOf(plain(story[0]+"\n\n"+story[1]+"\n\n"+test.a, own[0]), plain(edited+test.b, "Nobody was hurt, and the horses ate."))
			require.Equal(t, story[0]+"\n\n"+story[1]+"\n\n"+test.a, strings.Join(inA, " "))
			require.Equal(t, edited+test.b, strings.Join(inB, " "))
		})
	}
	t.Run("most of a sentence is its own", func(t *testing.T) {
		last := "The Maritime Rescue Centre in Port Erran sent two lifeboats "
		inA, _ := stretchesOf(
			plain(story[0]+"\n\n"+story[1]+"\n\n"+last+"while dozens of curious neighbours gathered along the promenade carrying blankets and soup.", own[0]),
			plain(edited+last+"although every insurer later insisted that nobody had ever been in any danger whatsoever.", "Nobody was hurt."))
		require.Len(t, inA, 1)
		require.True(t, strings.HasSuffix(inA[0], "lifeboats"), "%q", inA[0])
	})
}

func TestStrayWordsAreNotShared(t *testing.T) {
	story := paragraphs(50, 2)
	a := plain(paragraphs(51, 1)[0]+" The harbour slept.", story[0]+" "+story[1], "The buoy was painted by Gerlinde Pohlmann in a single night.")
	b := plain(paragraphs(53, 1)[0]+" A window slept.", story[0]+" "+story[1], "The ministry knows of no such plan and of no bees at all.")
	inA, inB := stretchesOf(a, b)
	require.Equal(t, []string{story[0] + " " + story[1]}, inA)
	require.Equal(t, inA, inB)
}

// Whatever is dropped and completed, no word of the first text is in two
// passages, and the figures of each passage are those of its words.
func TestFinishedPassagesStayValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 9))
		every := rapid.IntRange(2, 30).Draw(t, "words between edits")
		story := paragraphs(60, 6)
		a, b := plain(story...), make([]string, 0, len(story))
		for _, p := range story {
			words := strings.Fields(p)
			for i := range words {
				switch r.IntN(every) {
				case 0:
					words[i] = "otherwise" + words[i][max(len(words[i])-1, 0):]
				case 1:
					words[i] = ""
				}
			}
			b = append(b, strings.Join(words, " "))
		}
		other := plain(b...)
		p := match(a, other)
		end := 0
		for _, s := range p.Passages {
			require.GreaterOrEqual(t, s.A.Start, end)
			require.LessOrEqual(t, s.A.End, len(a.Prose.Words))
			require.GreaterOrEqual(t, s.B.Start, 0)
			require.LessOrEqual(t, s.B.End, len(other.Prose.Words))
			first, last := s.Runs[0], s.Runs[len(s.Runs)-1]
			require.True(t, s.A.Start <= first.A && last.A+last.N <= s.A.End && s.B.Start <= first.B && last.B+last.N <= s.B.End)
			fresh := s.Passage
			fresh.Measure(&a.Prose, &other.Prose)
			require.Equal(t, fresh, s.Passage)
			if s.Kind == align.Edited {
				require.GreaterOrEqual(t, s.Similarity, 0.6)
			}
			end = s.A.End
		}
		require.LessOrEqual(t, max(p.ShareA, p.ShareB), 1.0)
	})
}

// The sentence that reports a quotation is copied as any other; where the
// speaker's words alone are the same, they are a quotation.
func TestAQuotationCopiedWithItsSentence(t *testing.T) {
	const words = `"We will open the sluices on Thursday whether the ministry likes it or not, because a river does not read letters, and no engineer of mine will stand on that wall and count the drops until somebody drowns,"`
	report := words + " said the engineer Marta Quiroga at the weir in Celle."
	own, taken, more := strings.Split(beesText, "\n\n"), paragraphs(31, 2), paragraphs(32, 3)
	origin := plain(join(taken, more[:1], []string{report}, more[1:])...)

	labels := func(sentence string) string {
		s := plain(join(own[:2], taken, own[2:], []string{sentence})...)
		pieces := paint(s, []shared{shareOf(s, origin, 1, From)}, false)
		for _, l := range labelled(s, pieces) {
			if strings.Contains(l, "sluices") {
				return l
			}
		}
		return ""
	}
	require.Equal(t, "copied: "+report, labels(report))
	require.Contains(t, labels(words+" Quiroga told listeners of Radio Carrick."), "quoted: "+words)
}
