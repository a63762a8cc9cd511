package quote_test

import "testing"

// Who signs what was said, in lists without verbs.
func TestSigned(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"behind the end of the sentence",
			"Heard this week.\n\n“I have never been so wet in a boat.” Corran skipper Tom Quill after the regatta.\n\n“The goat is fine. The fence is not.” Elsa Teal, 61, on her visitors.",
			[]string{"Tom Quill | I have never been so wet in a boat.", "Elsa Teal | The goat is fine. The fence is not."},
		},
		{
			"one alone, whose next sentence tells of somebody",
			"Martha Quill was cross. “I have never been so wet in a boat.” Paul Teal laughed about that and went to fetch the towels.",
			[]string{"Martha Quill | I have never been so wet in a boat."},
		},
		{
			"in brackets, behind a number",
			"1. “I have never been so wet in a boat.” (Tom Quill)\n\n2. “The goat is fine. The fence is not.” (Elsa Teal, farmer)",
			[]string{"Tom Quill | I have never been so wet in a boat.", "Elsa Teal | The goat is fine. The fence is not."},
		},
		{
			"behind a dash, with what for",
			"“I have never been so wet in a boat.” — Skipper Tom Quill after the regatta at Corran on Saturday",
			[]string{"Tom Quill | I have never been so wet in a boat."},
		},
		{
			"in the line below",
			"“I have never been so wet in a boat.”\n\nTom Quill, skipper\n\n“The goat is fine. The fence is not.”\n\nElsa Teal, farmer",
			[]string{"Tom Quill | I have never been so wet in a boat.", "Elsa Teal | The goat is fine. The fence is not."},
		},
		{
			"in the line above",
			"Tom Quill, skipper\n\n“I have never been so wet in a boat.”\n\nElsa Teal, farmer\n\n“The goat is fine. The fence is not.”",
			[]string{"Tom Quill | I have never been so wet in a boat.", "Elsa Teal | The goat is fine. The fence is not."},
		},
	})
	runQuoteCases(t, "de", []quoteCase{
		{
			"in brackets",
			"„So nass war ich in einem Boot noch nie.“ (Kapitän Uwe Stark nach der Regatta)\n\n„Der Ziege geht es gut. Dem Zaun nicht.“ (Karin Holm)",
			[]string{"Uwe Stark | So nass war ich in einem Boot noch nie.", "Karin Holm | Der Ziege geht es gut. Dem Zaun nicht."},
		},
		{
			"behind the end of the sentence",
			"„So nass war ich in einem Boot noch nie.“ Kapitän Uwe Stark nach der Regatta.\n\n„Der Ziege geht es gut. Dem Zaun nicht.“ Karin Holm über ihren Besuch.",
			[]string{"Uwe Stark | So nass war ich in einem Boot noch nie.", "Karin Holm | Der Ziege geht es gut. Dem Zaun nicht."},
		},
	})
}
