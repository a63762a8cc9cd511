package quote_test

import "testing"

// Who speaks in German where case, word order and capital letters mislead.
func TestGermanSpeakers(t *testing.T) {
	runQuoteCases(t, "de", []quoteCase{
		{
			"a title and one name behind the verb",
			"Nach der Sitzung sagte Innenminister Harms: „Der Beschluss ist ein wichtiger Schritt für die ganze Stadt.“",
			[]string{"Harms | Der Beschluss ist ein wichtiger Schritt für die ganze Stadt."},
		},
		{
			"one name behind the verb",
			"Bei einem Empfang sagte Franziskus, „wir brauchen keine reiche Kirche, sondern eine arme“.",
			[]string{"Franziskus | wir brauchen keine reiche Kirche, sondern eine arme"},
		},
		{
			"an adjective before the noun",
			"Ein dänischer Regierungssprecher sagte zu der Forderung nach einem Waffenstillstand: „Wir haben davon nichts gehört.“",
			[]string{"Regierungssprecher | Wir haben davon nichts gehört."},
		},
		{
			"an attribute with a noun of its own before the noun",
			"Der Pass bleibt gesperrt. „Wir lassen niemanden durch, solange die Wand arbeitet“, sagte die für Verkehr zuständige Landesrätin Karin Holm (ÖVP) am Dienstag.",
			[]string{"Karin Holm | Wir lassen niemanden durch, solange die Wand arbeitet"},
		},
		{
			"the same of somebody from elsewhere",
			"Der Pass bleibt gesperrt. „Ich habe so etwas in vierzig Jahren nicht gesehen“, sagte der aus Tirol stammende Bergführer Olaf Brandt.",
			[]string{"Olaf Brandt | Ich habe so etwas in vierzig Jahren nicht gesehen"},
		},
		{
			"who is cited",
			"Die Neue Rundschau zitiert einen Augenzeugen mit den Worten: „Der Wagen kam einfach nicht zum Stehen.“",
			[]string{"Augenzeugen | Der Wagen kam einfach nicht zum Stehen."},
		},
		{
			"what it says it in",
			"Olaf Brandt trat zurück. „Ich habe den Rat nicht belogen und werde das beweisen“, heißt es in einer gestern verbreiteten Erklärung.",
			[]string{"Erklärung | Ich habe den Rat nicht belogen und werde das beweisen"},
		},
		{
			"a paper between marks",
			"„Er hat diese Stadt mehr geprägt als jeder andere vor ihm“, schrieb „Der Bote“ in einem Nachruf auf Olaf Brandt.",
			[]string{"Der Bote | Er hat diese Stadt mehr geprägt als jeder andere vor ihm"},
		},
		{
			"by whom it was called so",
			"Olaf Brandt hat viel gemalt. Seine Bilder werden von Kennern als „Meilensteine der Malerei in diesem Land“ bezeichnet.",
			[]string{"Kennern | Meilensteine der Malerei in diesem Land"},
		},
		{
			"laut with an article",
			"Olaf Brandt las zuerst. Der Text ist laut einem Mitglied der Jury eine „kluge und komische Geschichte über das Leben auf dem Land“.",
			[]string{"Mitglied der Jury | kluge und komische Geschichte über das Leben auf dem Land"},
		},
		{
			"nach is a time, too",
			"Der Rat hat getagt. Karin Holm sagte dort nach der Abstimmung, die Lage sei „viel besser, als wir alle gedacht haben“.",
			[]string{"Karin Holm | viel besser, als wir alle gedacht haben"},
		},
		{
			"the subjunctive goes on with what was said before",
			"Karin Holm erklärte, der Hafen sei fertig. Das Amt habe die Pläne des Reeders Olaf Brandt geprüft und sei „sehr zufrieden mit dem, was es sah“.",
			[]string{"Karin Holm | sehr zufrieden mit dem, was es sah"},
		},
		{
			"a clause behind it with a subject of its own",
			"Ministerin Karin Holm bezeichnete den Bau als „einen wunderbaren Anfang für uns alle“, Bürgermeister Olaf Brandt lobte die Pläne.",
			[]string{"Karin Holm | einen wunderbaren Anfang für uns alle"},
		},
		{
			"a compound and what it is about",
			"In einer kurzen Mitteilung erklärte die Ratsfraktion zum Rücktritt Brandts, sie nehme die Entscheidung „mit großem Respekt zur Kenntnis“.",
			[]string{"Ratsfraktion | mit großem Respekt zur Kenntnis"},
		},
		{
			"a date within the sentence",
			"Ministerin Karin Holm bezeichnete den Bau am Dienstag, den 3. Juni, in Kiel als „einen wunderbaren Anfang für uns alle“.",
			[]string{"Karin Holm | einen wunderbaren Anfang für uns alle"},
		},
		{
			"the other subject before the colon",
			"Olaf Brandt bat den Rat um Geduld: „Ich brauche noch einige Tage, um das zu klären“, heißt es in einem Brief.",
			[]string{"Brief | Ich brauche noch einige Tage, um das zu klären"},
		},
		{
			"two verbs of one subject",
			"Datenschützer äußerten Bedenken an den Plänen und warfen der Regierung unter anderem „einen offenen Bruch ihres Wortes“ vor.",
			[]string{"Datenschützer | einen offenen Bruch ihres Wortes"},
		},
		{
			"a noun and a genitive are no name",
			"Karin Holm sprach zur Lage Dänemarks. „Ich bin davon überzeugt, dass wir es schaffen werden“, sagte sie.",
			[]string{"Karin Holm | Ich bin davon überzeugt, dass wir es schaffen werden"},
		},
	})
}
