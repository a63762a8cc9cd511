package quote_test

import "testing"

// TestWhoIsCalledByAnOffice holds whom an office means that somebody bears, or is called by
// another word for.
func TestWhoIsCalledByAnOffice(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"an office of two words",
			"Vice President Lowell Oakes opened the quay. Anna Teller held the ribbon. “It floats,” the vice president said.",
			[]string{"Lowell Oakes | It floats,"},
		},
		{
			"the words before it are no part of it",
			"Ruritanian Foreign Minister Sanna Holm came by boat. Paul Olsen met her. “The sea is flat today,” the foreign minister said.",
			[]string{"Sanna Holm | The sea is flat today,"},
		},
		{
			"behind the name",
			"Sanna Holm, the harbour police chief, came by boat. Paul Olsen met her. “The sea is flat today,” said the harbour police chief.",
			[]string{"Sanna Holm | The sea is flat today,"},
		},
		{
			"of two the one named last",
			"Prime Minister Sanna Holm came by boat. Prime Minister Lowell Oakes met her on the quay. “The sea is flat today,” the prime minister said.",
			[]string{"Lowell Oakes | The sea is flat today,"},
		},
		{
			"of two who were named before, nobody knows",
			"Prime Minister Sanna Holm came by boat. Prime Minister Lowell Oakes met her. Paul Olsen held an umbrella. “The sea is flat today,” the prime minister said.",
			[]string{"prime minister | The sea is flat today,"},
		},
		{
			"not the deputy of who bears it",
			"Deputy Attorney General Sanna Holm came by boat. Paul Olsen held an umbrella. “The sea is flat today,” the attorney general said.",
			[]string{"attorney general | The sea is flat today,"},
		},
		{
			"not who bore it before somebody else",
			"Lowell Oakes, a former harbour director, came by boat. Anna Teller met him. “The sea is flat today,” the former harbour director said.",
			[]string{"former harbour director | The sea is flat today,"},
		},
		{
			"an office of another place is another's",
			"Prime Minister Sanna Holm came by boat. “The sea is flat today,” the Borovian prime minister said.",
			[]string{"Borovian prime minister | The sea is flat today,"},
		},
		{
			"not who stands beside another's office",
			"They rowed out with Lowell Oakes, harbour mayor Sanna Holm and a band. “It is loud,” the harbour mayor said.",
			[]string{"Sanna Holm | It is loud,"},
		},
		{
			"whose son somebody is",
			"Lowell Oakes, the governor's brother, came by boat. “It is loud,” the governor said.",
			[]string{"governor | It is loud,"},
		},
		{
			"a title in short",
			"Sen. Lowell Oakes came by boat. “The sea is flat today,” the senator said.",
			[]string{"Lowell Oakes | The sea is flat today,"},
		},
		{
			"a congresswoman is no man",
			"Rep. Tom Aldous came by boat. “The sea is flat today,” the congresswoman said.",
			[]string{"congresswoman | The sea is flat today,"},
		},
		{
			"a secretary of a ministry",
			"Transport Secretary Moira Penhale has read the findings. Speaking outside, the minister said: “That will not happen again on any boat.”",
			[]string{"Moira Penhale | That will not happen again on any boat."},
		},
		{
			"another word for the office of one who was not named last",
			"Sen. Lowell Oakes came by boat. Tom Aldous met him on the quay. “The sea is flat today,” the lawmaker said.",
			[]string{"lawmaker | The sea is flat today,"},
		},
	})
}

// TestWhoGivesHisName holds that he or she is who has just given a name.
func TestWhoGivesHisName(t *testing.T) {
	const before = "Tom Aldous poured tea. “They send me letters by the same boat,” Aldous said.\n\n"
	runQuoteCases(t, "en", []quoteCase{
		{
			"only as",
			before + "The boat is run by a man who gave his name only as Dov. “I charge by the letter,” he said.",
			[]string{"Tom Aldous | They send me letters by the same boat,", "Dov | I charge by the letter,"},
		},
		{
			"in the paragraph before",
			before + "The boat is run by a man who gave his name as Dov Marr.\n\n“I charge by the letter,” he said.",
			[]string{"Tom Aldous | They send me letters by the same boat,", "Dov Marr | I charge by the letter,"},
		},
		{
			"a first name",
			before + "A woman at the oars gave only her first name, Nadia. “I charge by the letter,” she said.",
			[]string{"Tom Aldous | They send me letters by the same boat,", "Nadia | I charge by the letter,"},
		},
		{
			"himself",
			before + "The boatman, who identified himself only as Dov, rowed on. “I charge by the letter,” he said.",
			[]string{"Tom Aldous | They send me letters by the same boat,", "Dov | I charge by the letter,"},
		},
		{
			"of the other sex",
			before + "A woman at the oars gave her name as Nadia. “I charge by the letter,” he said.",
			[]string{"Tom Aldous | They send me letters by the same boat,", "Tom Aldous | I charge by the letter,"},
		},
		{
			"a name that is nobody's",
			before + "The boat has his name as a joke. “I charge by the letter,” he said.",
			[]string{"Tom Aldous | They send me letters by the same boat,", "Tom Aldous | I charge by the letter,"},
		},
	})
}
