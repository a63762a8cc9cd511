package quote_test

import "testing"

// Things beside a verb are no speakers where a person begins the sentence.
func TestThingsAreNoSpeakers(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"what is called so",
			"Ada Lorne runs the ferry. Lorne kept a syllabus for a class on harbours called “the long crossing.”",
			[]string{"Ada Lorne | the long crossing."},
		},
		{
			"an order",
			"Ada Lorne runs the ferry. But Lorne would not comment on an executive order signed by the mayor “to protect the harbour from itself.”",
			[]string{"Ada Lorne | to protect the harbour from itself."},
		},
		{
			"a title, a name and a bracket",
			"Tuesday at Baldwin Harbour University in Port Alder, after winning the vote, Gov. Joan Cole (R-OH), said, “We are going to rent a wagon and cross the bridge.”",
			[]string{"Joan Cole | We are going to rent a wagon and cross the bridge."},
		},
		{
			"a letter that says it",
			"The letter was old. The letter said the bridge was “a danger to every ferry that passes it.”",
			[]string{"letter | a danger to every ferry that passes it."},
		},
	})
}
