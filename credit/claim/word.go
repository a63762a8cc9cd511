package claim

import (
	"slices"
	"strings"
	"unicode"

	"wiretrace/article"
)

// A vocabulary is the words of one language by which claims are measured, all
// in lower case.
type vocabulary struct {
	publicWords   []string // one word each, sorted: a statement, a court, a spokesman
	publicPhrases []string
	tellings      []string // parts of cues: what somebody told the outlet
	voices        []string // parts of cues: the outlet has seen for itself
	sayings       []string // parts of titles that say what somebody says
	pronouns      []string
	goingOn       []string // parts of sentences that go on with what somebody said
	toldOwn       []string // before the own outlet's name
	writers       []string // parts of credit lines that make the text the outlet's
	reports       []string // parts of titles that say that something is reported
	reactions     []string // parts of titles and leads that tell of a reaction to a report
	unnamed       []string // parts of texts that rest on unnamed sources
	contributions []string // parts of credit lines that leave open how much it is
}

// vocabularyOf returns the vocabulary of a language, that of English for one
// that has none.
func vocabularyOf(language string) *vocabulary {
	if v, ok := vocabularies[language]; ok {
		return v
	}
	return vocabularies["en"]
}

var vocabularies = map[string]*vocabulary{
	"en": {
		publicWords: strings.Fields("affidavit announced authorities briefing complaint court documents filing filings hearing indictment lawsuit letter memo police prosecutors remarks reporters ruled ruling speech spokesman spokesperson spokeswoman statement testified testimony tweet tweeted tweets"),
		publicPhrases: []string{
			"news conference", "press conference", "told reporters", "court papers", "on twitter", "press release", "news release", "press secretary",
		},
		tellings: []string{"told", "tell", "interview", "said", "speaking", "appear", "statement to"},
		voices:   []string{" by", "review", "seen", "verif", "confirm"},
		sayings:  []string{" says", " said", ": ", " tells ", "'", "‘", "“", "\""},
		pronouns: []string{"he", "she"},
		goingOn:  []string{"“", "\"", "”", " said", "he added", "she added"},
		toldOwn:  []string{"told ", "told the "},
		writers:  []string{"press writer", "ap writer", "press reporter", "press correspondent"},
		reports:  []string{"report", "sources say"},
		reactions: []string{
			" rips", "slams", "denies", "denied", "threatens", "responds", "response to", "blasts", "defends", "dismisses", "disputes", "fires back", "firing back",
			"hits back", "hitting back", "hit back", "reacts", "pushes back", "fuming", "outrage", "in the wake of", "following report", "after report",
		},
		unnamed: []string{
			"according to sources", "according to a source", "sources close to", "source close to", "sources familiar", "source familiar",
			"people familiar with", "person familiar with", "one source stat", "one source said", "sources said", "source said", "sources say",
		},
		contributions: []string{"contribut"},
	},
	"de": {
		publicWords:   strings.Fields("anklage behörden erklärung gericht mitteilung polizei pressekonferenz pressemitteilung rede regierungssprecher sprecher sprecherin staatsanwaltschaft twitter urteil"),
		tellings:      []string{"sagte", "interview", "gespräch", "gegenüber", "erzählte"},
		voices:        []string{"vorliegt", "vorliegen", "bestätigt"},
		sayings:       []string{": ", "„", "“", "\""},
		pronouns:      []string{"er", "sie"},
		goingOn:       []string{"„", "“", "\"", "»", "«", " sagte", "so der", "so die"},
		toldOwn:       []string{"sagte der ", "sagte dem "},
		contributions: []string{"mit material"},
	},
	"fr": {
		publicWords:   strings.Fields("communiqué conférence discours justice parquet police porte-parole procès tribunal tweet"),
		tellings:      []string{"interview", "entretien", "déclaré", "confié", "dit à", "micro"},
		voices:        []string{"consulté", "obtenu", "confirm"},
		sayings:       []string{": ", "« ", "«", "\""},
		pronouns:      []string{"il", "elle"},
		goingOn:       []string{"«", "»", "\"", "a-t-il", "a-t-elle"},
		toldOwn:       []string{"a déclaré à ", "a dit à ", "confié au "},
		contributions: []string{"avec "},
	},
	"es": {
		publicWords:   strings.Fields("comparecencia comunicado conferencia discurso fiscalía juez portavoz policía rueda sentencia tribunal tuit twitter"),
		tellings:      []string{"entrevista", "dijo a", "declar", "contó"},
		voices:        []string{"obtenido", "acceso", "confirm"},
		sayings:       []string{": ", "“", "\"", "«"},
		pronouns:      []string{"él", "ella"},
		goingOn:       []string{"“", "”", "\"", "«", "»", " dijo", "añadió"},
		toldOwn:       []string{"dijo a ", "declaró a "},
		contributions: []string{"con información"},
	},
	"pt": {
		publicWords:   strings.Fields("comunicado coletiva conferência discurso juiz nota polícia porta-voz sentença tribunal twitter"),
		tellings:      []string{"entrevista", "disse a", "disse à", "contou"},
		voices:        []string{"obtid", "acesso", "confirm"},
		sayings:       []string{": ", "“", "\"", "‘", "'"},
		pronouns:      []string{"ele", "ela"},
		goingOn:       []string{"“", "”", "\"", " disse", "afirmou"},
		toldOwn:       []string{"disse à ", "disse ao "},
		contributions: []string{"com informações"},
	},
	"it": {
		publicWords:   strings.Fields("comunicato conferenza discorso giudice nota polizia portavoce procura sentenza tribunale tweet"),
		tellings:      []string{"intervista", "ha detto a", "dichiarato"},
		voices:        []string{"ottenut", "visionat", "conferm"},
		sayings:       []string{": ", "“", "\"", "«"},
		pronouns:      []string{"lui", "lei"},
		goingOn:       []string{"“", "”", "\"", "«", "»", "ha detto", "ha aggiunto"},
		toldOwn:       []string{"ha detto a ", "ha detto al "},
		contributions: []string{"con informazioni"},
	},
}

// public reports whether a sentence names a public source.
func (v *vocabulary) public(lower string) bool {
	if containsAny(lower, v.publicPhrases) {
		return true
	}
	for f := range strings.FieldsFuncSeq(lower, notLetter) {
		if slices.Contains(v.publicWords, f) {
			return true
		}
	}
	return false
}

// notLetter reports whether r parts words. Text is in lower case.
func notLetter(r rune) bool { return r != '-' && !unicode.IsLetter(r) }

// toldTo reports whether a sentence says that somebody told outlet something.
func (v *vocabulary) toldTo(lower, outlet string) bool {
	return slices.ContainsFunc(v.toldOwn, func(t string) bool { return strings.Contains(lower, t+outlet) })
}

// told reports whether a cue says that somebody told the outlet something.
func (v *vocabulary) told(cue string) bool { return containsAny(cue, v.tellings) }

// voice reports whether a cue says that the outlet has seen for itself.
func (v *vocabulary) voice(cue string) bool { return containsAny(cue, v.voices) }

// saying reports whether a title says what somebody says.
func (v *vocabulary) saying(lower string) bool { return containsAny(lower, v.sayings) }

func (v *vocabulary) pronoun(lower string) bool { return slices.Contains(v.pronouns, lower) }

// goesOn reports whether a sentence goes on with what somebody said.
func (v *vocabulary) goesOn(lower string) bool { return containsAny(lower, v.goingOn) }

// part returns what a credit line says of the outlet's part in the text.
func (v *vocabulary) part(lower string) Text {
	switch {
	case containsAny(lower, v.writers):
		return Whole
	case containsAny(lower, v.contributions):
		return Contributed
	}
	return Included
}

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// Unnamed reports whether an article of the outlet home cites unnamed sources
// ("people familiar with the matter") without saying that anybody spoke to home.
// Only English articles are read for it.
func Unnamed(a *article.Article, home string) bool {
	v := vocabularyOf(a.Language)
	if len(v.unnamed) == 0 {
		return false
	}
	lower := strings.ToLower(a.Text)
	return containsAny(lower, v.unnamed) && !(home != "" && v.toldTo(lower, strings.ToLower(strings.TrimPrefix(home, "The "))))
}
