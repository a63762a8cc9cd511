package article

import "strings"

// beforeForm are the words that may stand before a legal form, of it: & Co. KG.
var beforeForm = map[string]bool{"&": true, "co": true, "und": true, "and": true, "z": true, "oo": true, "company": true}

// legalForms are the legal forms of companies, without points, in lower case.
var legalForms = map[string]bool{}

func init() {
	for form := range strings.FieldsSeq(`gmbh mbh ag kg kgaa ohg ug ek ltd limited llc llp inc incorporated corp plc lp sa sas sarl spa srl sapa sl slu sau
		bv nv ab a/s oy oyj aps pty pte ltda eireli sro sp zoo kft zrt nyrt ood eood doo jsc ooo`) {
		legalForms[form] = true
	}
}

// WithoutLegalForm returns the name of a company without its legal form, "Pier
// Post" of "Pier Post GmbH & Co. KG", and whether it has one.
func WithoutLegalForm(name string) (bare string, legal bool) {
	words := strings.Fields(name)
	n := len(words)
	for n > 1 {
		word := strings.ToLower(strings.Trim(words[n-1], ".,()"))
		switch word = strings.ReplaceAll(word, ".", ""); {
		case legalForms[word]:
			legal = true
		case legal && beforeForm[word]:
		case n > 2 && (words[n-1] == "AS" || words[n-1] == "SE"): // not AS alone, which is a paper
			legal = true
		case word == "co" && words[n-2] == "&", word == "oo" && words[n-2] == "z":
			legal = true
		default:
			return strings.TrimRight(strings.Join(words[:n], " "), ", &"), legal
		}
		n--
	}
	return strings.Join(words[:n], " "), legal
}
