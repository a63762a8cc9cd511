package quote_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/quote"
)

// retold is what a text tells without marks: who | what.
func retold(text, lang string) []string {
	var words quote.Words
	quote.Find(nil, &words, &article.Article{Text: text, Language: lang}, nil)
	var list []string
	for _, q := range words.Indirect {
		list = append(list, q.Speaker+" | "+text[q.Start:q.End])
	}
	return list
}

func TestIndirectEnglish(t *testing.T) {
	const who = "Martha Quill, the county engineer, looked at the bridge on Monday.\n\n"
	for _, c := range []quoteCase{
		{"a conjunction", who + "Quill said on Tuesday that the bridge would stay shut until spring.", []string{"Martha Quill | the bridge would stay shut until spring"}},
		{"none", who + "Quill said the bridge would stay shut until spring.", []string{"Martha Quill | the bridge would stay shut until spring"}},
		{"a day between", who + "She said Tuesday morning the bridge would stay shut.", []string{"Martha Quill | the bridge would stay shut"}},
		{"whom it was told", who + "Quill told the council that nobody had looked at the girders for years.", []string{"Martha Quill | nobody had looked at the girders for years"}},
		{"behind the words", who + "The bridge will stay shut until spring, Quill said in a letter to the council.", []string{"Martha Quill | The bridge will stay shut until spring"}},
		{"the verb first", "The bridge will stay shut until spring, said Martha Quill.", []string{"Martha Quill | The bridge will stay shut until spring"}},
		{"according to", "According to police officers, the lorry had no brakes and went through the fence.", []string{"police officers | the lorry had no brakes and went through the fence"}},
		{"a clause of its own before it", who + "While Quill said the bridge would open again, the council voted to pull it down.", []string{"Martha Quill | the bridge would open again"}},
		{"a few words of it between marks", who + "Quill said that the girders were “worse than feared” and had to be replaced.", []string{"Martha Quill | the girders were “worse than feared” and had to be replaced"}},

		{"not said", who + "Quill did not say that the bridge would stay shut until spring.", nil},
		{"might say", who + "Quill could say that the bridge would stay shut until spring.", nil},
		{"if said", "If Martha Quill says that the bridge is safe, cars may use it.", nil},
		{"said something", who + "Quill said a prayer for all of those who had built the old bridge.", nil},
		{"a thing that was told of", who + "Quill announced a plan that the council had drawn up in the winter.", nil},
		{"a poll", "The poll said that the bridge would stay shut until spring.", nil},
		{"a document", "The report said that the bridge would stay shut until spring.", nil},
		{"a document credited", "According to the report, the bridge would stay shut until spring.", nil},
		{"who it is nobody knows", "It said that the bridge would stay shut until the end of spring.", nil},
		{"between marks", who + "Quill said that “the bridge will stay shut until the end of spring”.", nil},
		{"a term with a comma", who + "As Quill said, the bridge was shut.", nil},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, retold(c.text, "en")) })
	}
}

func TestIndirectGerman(t *testing.T) {
	const who = "Die Ingenieurin Marta Quell hat am Montag die Brücke besichtigt.\n\n"
	for _, c := range []quoteCase{
		{"a conjunction", who + "Quell sagte am Dienstag, dass die Brücke bis zum Frühjahr gesperrt bleibt.", []string{"Marta Quell | die Brücke bis zum Frühjahr gesperrt bleibt"}},
		{"the subjunctive", who + "Quell sagte, die Brücke sei bis zum Frühjahr gesperrt.", []string{"Marta Quell | die Brücke sei bis zum Frühjahr gesperrt"}},
		{"it goes on", who + "Quell sagte, die Brücke sei gesperrt. Sie habe Risse in zwei Trägern gesehen. Am Abend tagte der Rat.", []string{"Marta Quell | die Brücke sei gesperrt", "Marta Quell | Sie habe Risse in zwei Trägern gesehen"}},
		{"the subject behind the verb", who + "Nach dem Besuch erklärte Quell, niemand habe die Träger geprüft.", []string{"Marta Quell | niemand habe die Träger geprüft"}},
		{"a verb in two", who + "Quell teilte am Dienstag mit, dass die Brücke gesperrt bleibt.", []string{"Marta Quell | die Brücke gesperrt bleibt"}},
		{"the day of a month", who + "Quell sagte, die Brücke werde nicht vor dem 17. Januar geöffnet.", []string{"Marta Quell | die Brücke werde nicht vor dem 17. Januar geöffnet"}},
		{"so", "Die Brücke bleibt bis zum Frühjahr gesperrt und wird dann abgerissen, so Marta Quell.", []string{"Marta Quell | Die Brücke bleibt bis zum Frühjahr gesperrt und wird dann abgerissen"}},
		{"sagte behind", "Die Brücke ist bis zum Frühjahr gesperrt, sagte Marta Quell am Dienstag.", []string{"Marta Quell | Die Brücke ist bis zum Frühjahr gesperrt"}},
		{"wie", "Wie Marta Quell mitteilte, wird die Brücke im Frühjahr abgerissen.", []string{"Marta Quell | wird die Brücke im Frühjahr abgerissen"}},
		{"laut", "Laut Marta Quell ist die Brücke bis zum Frühjahr gesperrt.", []string{"Marta Quell | ist die Brücke bis zum Frühjahr gesperrt"}},
		{"Angaben", "Nach Angaben der Polizei hatte der Lastwagen keine Bremsen.", []string{"Polizei | hatte der Lastwagen keine Bremsen"}},

		{"not said", who + "Quell sagte nicht, dass die Brücke bis zum Frühjahr gesperrt bleibt.", nil},
		{"by nobody", who + "Es wurde mitgeteilt, dass die Brücke bis zum Frühjahr gesperrt bleibt.", nil},
		{"led to", who + "Der Unfall führte dazu, dass die Brücke bis zum Frühjahr gesperrt bleibt.", nil},
		{"a condition", "Wenn Marta Quell bestätigt, dass die Brücke sicher ist, wird sie geöffnet.", nil},
		{"after, not according to", "Nach dem Besuch der Ingenieurin Marta Quell hat der Rat getagt.", nil},
		{"a clause of the indicative", who + "Quell schrieb einen Brief, der Rat hat ihn nicht beantwortet.", nil},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, retold(c.text, "de")) })
	}
}

// Other languages have no verbs for it, and headlines are in a style of their own.
func TestIndirectElsewhere(t *testing.T) {
	require.Empty(t, retold("Marta Quell a dit que le pont restera fermé jusqu'au printemps.", "fr"))
	text := "Martha Quill said that the bridge would stay shut until spring"
	var words quote.Words
	quote.Find(nil, &words, &article.Article{Text: text, Language: "en"}, &article.Layout{Blocks: []article.Block{{Span: article.Span{End: len(text)}, Kind: article.Headline}}})
	require.Empty(t, words.Indirect)
}

// A sentence as long as a book takes no time by the square of its length, and
// none is told.
func TestIndirectOfOneSentence(t *testing.T) {
	require.Empty(t, retold(strings.Repeat("Quill said and said ", 200_000), "en"))
	require.NotPanics(t, func() { retold(strings.Repeat("Quell sagte, er sagte, ", 200_000), "de") })
}

// Nor does a paragraph whose sentences all end between marks, which is one sentence
// to whoever looks back for the person that a pronoun means.
func TestPronounsOfOneParagraph(t *testing.T) {
	const times = 20_000
	start := time.Now()
	require.Len(t, retold("Herr Jan Holm kam. "+strings.Repeat("„Ja.“ Er sagte, der Hafen sei offen und „nein.“ ", times), "de"), times)
	require.Less(t, time.Since(start), 20*time.Second, "half a second; by the square of the length a minute")
}
