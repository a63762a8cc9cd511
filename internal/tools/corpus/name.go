package corpus

import "strings"

var firstNames = strings.Fields(`James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica
	Thomas Sarah Charles Karen Daniel Lisa Matthew Nancy Anthony Betty Mark Sandra Paul Ashley Steven Emily Andrew Kimberly Kenneth Donna
	Maria Ahmed Fatima Wei Ana Luis Carlos Elena Ivan Olga Hans Ingrid Pierre Claire Giulia Marco Aisha Kofi Priya Arjun Yuki Kenji José Zoë`)

var commonSurnames = strings.Fields(`Smith Johnson Williams Brown Jones Miller Davis Garcia Rodriguez Wilson Martinez Anderson Taylor Thomas Moore Jackson
	Martin Lee Thompson White Lopez Gonzalez Clark Lewis Robinson Young Allen King Wright Scott Torres Hill Flores Green Adams Nelson Baker Hall`)

var roles = []string{
	"a spokeswoman for the ministry", "the mayor", "a senior official", "the chief executive", "a union leader", "a professor of economics",
	"the head of the inquiry", "an opposition lawmaker", "who runs a shop nearby", "a lawyer for the family", "the chief of police", "a campaigner",
}

// A person is somebody that a topic is about.
type person struct{ first, last string }

// people is how many persons there are in all, pools how many of the others.
const (
	people    = 20_000
	places    = 1_500
	companies = 3_000
)

func capital(b []byte) string {
	b[0] -= 'a' - 'A'
	return string(b)
}

// aPerson draws one, the prominent far oftener.
func aPerson(s *stream) person {
	n := s.head(people)
	p := person{first: firstNames[mix(uint64(n))%uint64(len(firstNames))]}
	if n < 1000 || n%4 == 0 {
		p.last = commonSurnames[mix(uint64(n)+7)%uint64(len(commonSurnames))]
	} else {
		p.last = capital(appendCoined(nil, uint64(n)+1_000_000))
	}
	return p
}

func aPlace(s *stream) string { return place(s.head(places)) }

var placeEnds = []string{"ton", "ville", "burg", "ford", "field", "port", "wick", "stad"}

func place(n int) string {
	h := mix(uint64(n) + 2_000_000)
	b := []byte{onsets[h&15], vowels[h>>4%5], codas[h>>8&7]}
	b = append(b, placeEnds[h>>12&7]...)
	return capital(b)
}

var companyEnds = []string{"Group", "Holdings", "Bank", "Foundation", "Institute", "Energy", "Airlines", "Council"}

func aCompany(s *stream) string {
	n := s.head(companies)
	return capital(appendCoined(nil, uint64(n)+3_000_000)) + " " + companyEnds[n%len(companyEnds)]
}
