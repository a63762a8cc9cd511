package digest

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// since1970 returns a day as Days has it.
func since1970(y int, m time.Month, d int) int {
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

func TestDaysAreThoseThatTheFirstSentencesName(t *testing.T) {
	const onMonday = "The ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 214 passengers on board."
	const onTuesday = "The ferry Tolsta was towed into the harbour of Port Erran on Tuesday with nobody on board any more."
	const undated = "The ferry Tolsta lies on a sandbank off Carrick Ness, and nobody knows how it came to be there."
	at := func(d, h int, zone *time.Location, zoned bool) article.Time {
		return article.Time{When: time.Date(2025, 3, d, h, 0, 0, 0, zone), Precision: article.Minute, Zoned: zoned}
	}
	onDay := func(d int) article.Time {
		return article.Time{When: time.Date(2025, 3, d, 0, 0, 0, 0, time.UTC), Precision: article.Day}
	}
	auckland := time.FixedZone("", 13*60*60)
	monday := since1970(2025, 3, 3)
	for _, test := range []struct {
		name, text string
		published  article.Time
		want       []int
	}{
		{"on the day itself", onMonday, at(3, 17, time.UTC, true), []int{monday}},
		{"on the day itself, by a clock without a zone", onMonday, at(3, 9, time.UTC, false), []int{monday}},
		{"on the day itself, at no known hour", onMonday, onDay(3), []int{monday}},
		{"on the day itself where it is still Sunday in Greenwich", onMonday, at(3, 8, auckland, true), []int{monday}},
		{"the day after", onMonday, onDay(4), []int{monday}},
		{"five days later", onMonday, onDay(8), []int{monday}},
		{"the day before, by a clock in the west", onMonday, onDay(2), []int{monday}},
		{"a week later it is the next one", onMonday, onDay(10), []int{since1970(2025, 3, 10)}},
		{"two, in the order in which they are named", onTuesday + " " + onMonday + " " + onTuesday, onDay(5), []int{monday + 1, monday}},
		{"in the second sentence", undated + " " + onTuesday, onDay(5), []int{since1970(2025, 3, 4)}},
		{"no day", undated, onDay(4), nil},
		{"nothing is known without a date", onMonday, article.Time{}, nil},
		{"in the sixth sentence", strings.Repeat(undated+" ", 5) + onMonday, onDay(4), []int{monday}},
		{"in the seventh it is no lead any more", strings.Repeat(undated+" ", 6) + onMonday, onDay(4), nil},
		{"yet to come", "The ferry Tolsta will be towed into the harbour of Port Erran on Friday, two engineers told the council.", onDay(4), []int{monday + 4}},
		{"a day that it is until", "The ferry Tolsta lies on a sandbank off Carrick Ness and stays there until Monday, the council of the county said.", onDay(4), []int{monday + 7}},
		{"part of a longer word", "The ferry Tolsta lies off Carrick Ness beside the barge Mondayish, and nobody knows how it came to be there.", onDay(4), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := mustMake(t, &article.Article{ID: "a", Language: "en", Text: test.text, Published: test.published})
			require.Equal(t, test.want, d.Days)
		})
	}
	for _, test := range []struct {
		language, text string
		want           []int
	}{
		{"de", "Die Fähre Tolsta ist am Montag vor Carrick Ness mit 214 Menschen an Bord auf eine Sandbank gelaufen.", []int{monday}},
		{"es", "El transbordador Tolsta encalló el miércoles frente a Carrick Ness con 214 personas a bordo.", []int{since1970(2025, 3, 5)}},
		{"es", "El transbordador Tolsta encalló por segunda vez frente a Carrick Ness con 214 personas a bordo.", nil},
		{"pt", "O navio Tolsta encalhou na segunda-feira ao largo de Carrick Ness com 214 pessoas a bordo.", []int{monday}},
		{"de", "Die Fähre Tolsta soll am Montag in den Hafen von Port Erran geschleppt werden, hieß es in Carrick Ness.", []int{monday + 7}},
		{"xx", onMonday, nil},
	} {
		d := mustMake(t, &article.Article{ID: "a", Language: test.language, Text: test.text, Published: onDay(4)})
		require.Equal(t, test.want, d.Days, test.text)
	}
}

// Days are read in every language of which they are known, in the forms in which papers write them.
func TestDaysInMoreLanguages(t *testing.T) {
	published := article.Time{When: time.Date(2025, 3, 5, 12, 0, 0, 0, time.UTC), Precision: article.Minute} // a Wednesday
	monday, friday := since1970(2025, 3, 3), since1970(2025, 3, 7)
	for _, c := range []struct {
		language, text string
		want           int
	}{
		{"de", "Die Fähre ist am Montagabend vor Nauheide auf eine Sandbank gelaufen und liegt dort noch.", monday},
		{"nl", "De veerboot is maandagavond bij Tolbeek op een zandbank gelopen en ligt daar nog steeds.", monday},
		{"nl", "De veerboot zal vrijdag weer varen, zei de rederij, en daarna elke dag van de week.", friday},
		{"pl", "Prom w poniedziałek wpłynął na mieliznę pod Tolbeckiem i nadal tam stoi.", monday},
		{"sv", "Färjan gick i måndags på grund utanför Tolbäck och ligger kvar där med alla ombord.", monday},
		{"sv", "Färjan gick på måndagskvällen på grund utanför Tolbäck och ligger kvar där.", monday},
		{"da", "Færgen gik mandag på grund ud for Tolbæk og ligger der endnu med alle om bord.", monday},
		{"no", "Fergen gikk mandag på grunn utenfor Tolbekk og ligger der ennå med alle om bord.", monday},
		{"ru", "Паром в понедельник сел на мель у Толбека и до сих пор там стоит.", monday},
		{"uk", "Пором у понеділок сів на мілину біля Толбека і досі там стоїть.", monday},
		{"tr", "Feribot pazartesi günü Tolbek açıklarında karaya oturdu ve hâlâ orada duruyor.", monday},
		{"tr", "Pazartesileri feribot Tolbek limanında durur ve kimse ona binmez.", 0},
	} {
		d := mustMake(t, &article.Article{ID: "a", Language: c.language, Text: c.text, Published: published})
		var want []int
		if c.want != 0 {
			want = []int{c.want}
		}
		require.Equal(t, want, d.Days, c.text)
	}
}

func TestLeadIsTitleAndFirstSentences(t *testing.T) {
	const first = "The ferry Tolsta ran onto a sandbank off Carrick Ness with 214 passengers, three horses and a cake on board."
	const filler = "The harbour office said that it had heard of the matter and would look into it when there was time."
	stem := func(word string) uint32 { return uint32(shingle.Words(nil, word)[0].Stem >> 32) }
	has := func(d *Digest, word string) bool {
		return slices.ContainsFunc(d.Lead, func(w LeadWord) bool { return w.Stem == stem(word) })
	}
	make := func(title, text string) *Digest {
		return mustMake(t, &article.Article{ID: "a", Language: "en", Title: title, Text: text})
	}
	d := make("Bride waits for the tide", first)
	require.True(t, has(d, "Tolsta"))
	require.True(t, has(d, "bride"), "of the title")
	require.False(t, has(d, "with"), "common words tell nothing")
	require.True(t, has(make("", filler+" "+filler+" "+filler+" "+filler+" "+first), "Tolsta"), "the fifth sentence")
	require.False(t, has(make("", filler+" "+filler+" "+filler+" "+filler+" "+filler+" "+first), "Tolsta"), "the sixth")
	require.True(t, has(make("", "Ferry aground.\n\n"+filler+" "+filler+" "+filler+" "+filler+" "+first), "Tolsta"), "what is too short counts for none")
	require.False(t, has(make("", "Ferry aground.\n\n"+filler), "aground"))
	require.Empty(t, make("", "").Lead)
}

func TestLeadHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([A-Z]?[a-zäß“”"’.,\n ]{0,12} ){0,80}`).Draw(t, "text")
		d := newMaker().Make(&article.Article{ID: "a", Language: "en", Title: rapid.String().Draw(t, "title"), Text: text})
		for k, w := range d.Lead {
			require.True(t, k == 0 || d.Lead[k-1].Stem < w.Stem, "sorted, each once")
			require.True(t, leadRare-1.0/leadSteps <= float64(w.Weight) && w.Weight <= leadMost, "%v", w.Weight)
			require.Zero(t, math.Mod(float64(w.Weight)*leadSteps, 1), "in sixteenths")
		}
	})
}

// Whom the main news is from is judged anew with the credits.
func TestCreditsReadAnewGiveNewClaims(t *testing.T) {
	all, _, n := outlet.Default().Known([]string{"Nortelandia"})
	require.Equal(t, 1, n)
	knowing := NewMaker(all, credit.NewReader(all))
	for _, test := range []struct{ name, text string }{
		{"one more", "The ferry Tolsta lies on a sandbank off Carrick Ness, Nortelandia reported on Monday.\n\n" + ferry[1] + "\n\nThe lifeboats came from Port Erran, according to Reuters."},
		{"one where none was", "The ferry Tolsta lies on a sandbank off Carrick Ness, Nortelandia reported on Monday.\n\n" + ferry[1]},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := &article.Article{ID: "a", Language: "en", Title: "Ferry lies on a sandbank", Text: test.text}
			d, want := mustMake(t, a), knowing.Make(a)
			require.NotEqual(t, want.Claims, d.Claims)
			_, changed := knowing.Credit(d, test.text, func(*credit.Credit) bool { return true })
			require.True(t, changed)
			require.Equal(t, want.Credits, d.Credits)
			require.Equal(t, want.Claims, d.Claims)
			require.Equal(t, want.Unnamed, d.Unnamed)
			require.Equal(t, want.Lead, d.Lead)
			again, err := Decode(d.Encode(nil))
			require.NoError(t, err)
			require.Equal(t, d.Claims, again.Claims)
		})
	}
}
