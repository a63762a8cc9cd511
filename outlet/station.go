package outlet

import (
	"strings"

	"wiretrace/lang/word"
)

// CallSign reports whether w has the shape of the call sign of an American station: KRVX.
func CallSign(w string) bool {
	const letters = 4
	if len(w) != letters || w[0] != 'W' && w[0] != 'K' {
		return false
	}
	for k := 1; k < letters; k++ {
		if w[k] < 'A' || w[k] > 'Z' {
			return false
		}
	}
	return true
}

// stationForms returns how others call a station that has its call sign in its name: by that
// alone, and by a network and the number of its channel, in one word or two. KRVX 12 News is KRVX;
// KRVX Fox 21 is Fox 21 and FOX21 too.
func stationForms(name string) (forms []string) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	signed := false
	for _, w := range words {
		if sign, _, _ := strings.Cut(w, "-"); CallSign(sign) {
			forms, signed = append(forms, sign), true
		}
	}
	if !signed {
		return nil
	}
	for k := 1; k < len(words); k++ {
		if network, number := words[k-1], words[k]; channel(number) && word.Capital(network) && !CallSign(network) && !saysStation[network] {
			forms = append(forms, network+" "+number, network+number)
		}
	}
	return forms
}

// saysStation are the words beside the number of a channel that are no network: rivals have them too.
var saysStation = map[string]bool{"Channel": true, "News": true, "TV": true, "Local": true}

// channel reports whether w is the number of a channel: of one or two digits.
func channel(w string) bool {
	return len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}
