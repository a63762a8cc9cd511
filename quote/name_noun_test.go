package quote_test

import "testing"

func TestGermanNounsAreNoNames(t *testing.T) {
	const before = "Die Ministerin Petra Alsfeld kam am Montag in den Hafen.\n\n"
	runQuoteCases(t, "de", []quoteCase{
		{
			"behind a preposition", before + "Nach einem Besuch im Hafen sprach die Ministerin von der „schlimmsten Flut seit Jahren“.",
			[]string{"Petra Alsfeld | schlimmsten Flut seit Jahren"},
		},
		{
			"an adverb first", before + "Ähnlich äußerte sich Alsfeld: „Wir haben die Lage im Griff.“",
			[]string{"Petra Alsfeld | Wir haben die Lage im Griff."},
		},
		{
			"the object first", "Den Unterschied schilderte Petra Alsfeld wie folgt: „Das war viel wilder als im letzten Jahr.“",
			[]string{"Petra Alsfeld | Das war viel wilder als im letzten Jahr."},
		},
		{
			"a noun of the sentence", before + "Zur Begründung erklärte Alsfeld: „Der Deich ist alt und muss erneuert werden.“",
			[]string{"Petra Alsfeld | Der Deich ist alt und muss erneuert werden."},
		},
		{
			"a plural that nobody lists", "Die Veranstalter erklärten: „Das war die größte Demo in der Region.“",
			[]string{"Veranstalter | Das war die größte Demo in der Region."},
		},
		{
			"whom it was told", "Gegenüber der Zeitung sagte Hanno Brode gestern: „Der Deich muss erneuert werden.“",
			[]string{"Hanno Brode | Der Deich muss erneuert werden."},
		},
	})
}
