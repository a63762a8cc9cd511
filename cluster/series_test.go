package cluster

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// tide is one piece of a series: a frame with its slots filled.
func tide(day, next, high, low, wind, knots, boat, berth string) *Side {
	return plain(
		"Here is the harbour report for "+day+" from the pilots of Skerrow Sound. High water stands at "+high+" and low water at "+low+", measured at the old customs steps.",
		"The wind comes from the "+wind+" at "+knots+" knots. Small craft should stay inside the mole, and swimmers are asked to use the beach below the lighthouse.",
		"The "+boat+" lies at berth "+berth+" and sails on the evening tide. Lorries queue on the landward side of the shed, and foot passengers board by the gangway.",
		"The report for "+next+" will be posted at noon. Questions go to the harbour office, which is open on all working days until four.",
	)
}

func TestSeries(t *testing.T) {
	monday := tide("Monday", "Tuesday", "5.42", "11.17", "Norwegian coast", "12", "Margrete Dahl", "4")
	tuesday := tide("Tuesday", "Wednesday", "6.31", "12.08", "Orkney side", "27", "Prince Osric", "9")
	dump := []string{
		"A fire at a dump in Lower Skerrow burned for 19 hours on Monday and closed the road to Brannock. Chief Ada Thorne said 64 firefighters from seven towns were called.",
		"The smoke reached the school at Mill Lane, where 212 pupils were kept indoors. Headmaster Giles Pomfret said that nobody had been hurt.",
		"The dump belongs to Corrigan Salvage, which was fined £18,000 in 2019 after a blaze at its yard in Fenwick. The Environment Agency has opened an inquiry.",
	}
	update := []string{
		"A fire at a dump in Lower Skerrow burned for 31 hours until Tuesday and closed the road to Brannock. Chief Ada Thorne said 80 firefighters from seven towns were called.",
		"The smoke reached the school at Mill Lane, where 212 pupils were kept indoors. Headmaster Giles Pomfret said that one boy had been hurt.",
		dump[2],
	}
	tests := []struct {
		name string
		a, b *Side
		want Relation
	}{
		{"slots filled anew", monday, tuesday, None},
		{"the same piece again", monday, tide("Monday", "Tuesday", "5.42", "11.17", "Norwegian coast", "12", "Margrete Dahl", "4"), Copy},
		{"one slot put right", monday, tide("Monday", "Tuesday", "5.45", "11.17", "Norwegian coast", "12", "Margrete Dahl", "4"), Copy},
		{"a story with later figures", plain(dump...), plain(update...), Copy},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var m Matcher
			p := m.Match(test.a, test.b)
			require.Equal(t, test.want, p.Relation())
			p = m.Match(test.b, test.a)
			require.Equal(t, test.want, p.Relation())

			var sets Resembler
			whole := sets.WholeCopies(test.a, test.b)
			require.Equal(t, whole, sets.WholeCopies(test.b, test.a))
			if test.want == None {
				require.False(t, whole)
			}
		})
	}
}

// Words of a script without case are no names, and those in Latin letters among
// them may have been set badly: that is no other slot.
func TestSeriesInAScriptWithoutCase(t *testing.T) {
	text := func(names ...any) *Side {
		return side(article.Article{ID: "a", Language: "zh", Text: fmt.Sprintf("%s 官员在周五关闭了 %s 附近的大桥，两名工程师春天曾就锈蚀问题提出警告。据 %s 报道，工程将持续一年，耗资两百万，"+
			"渡轮恢复运行，没有人受伤。%s 团队在新闻稿中说，他们对这一事件感到震惊，并已要求 %s 就此事展开独立的初步调查，结果将在下个月公布。", names...)})
	}
	var m Matcher
	p := m.Match(text("Skerrow", "Brannock", "Corrigan", "Fenwick", "Thorne"), text("Skrrow", "Branock", "Corrgan", "Fenwck", "Thrne"))
	require.Equal(t, Copy, p.Relation())
}

// A long frame with few slots has so many shingles in common that the families
// of copies would hold all its pieces.
func TestSeriesIsNoFamily(t *testing.T) {
	frame := "Tickets are sold at every kiosk of the province until seven in the evening of the draw, and winners have sixty days in which to claim their prize at the counter of the society, with the ticket and a proof of who they are. " +
		"Prizes above ten thousand are paid by cheque, and nobody under eighteen may play. The society gives a third of what it takes to hospitals, libraries and the lifeboats. " +
		"Whoever plays by post sends the slip so that it arrives two days before the draw. Slips that come late are kept for the next one, and stakes are not paid back. The rules hang in every kiosk and are sent free of charge to whoever asks for them."
	draw := func(day, numbers, jackpot, town string) *Side {
		return plain("The numbers of the Auldmoor Lottery drawn on "+day+" evening are "+numbers+". The jackpot of "+jackpot+" went to a ticket that was sold in "+town+".", frame)
	}
	a := draw("Saturday", "3, 17, 22, 31, 40 and 46", "1,250,000", "Kirkby Sallow")
	b := draw("Wednesday", "8, 11, 19, 27, 33 and 44", "2,475,500", "Port Ellery")
	var sets Resembler
	jaccard, _ := sets.Resemblance(a, b)
	require.GreaterOrEqual(t, jaccard, familyJaccard, "else the case tests nothing")
	require.False(t, sets.WholeCopies(a, b))
	require.True(t, sets.WholeCopies(a, draw("Saturday", "3, 17, 22, 31, 40 and 46", "1,250,000", "Port Ellery")))
}
