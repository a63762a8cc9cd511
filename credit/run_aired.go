package credit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wiretrace/outlet"
)

// Politicians of the east of Asia speak in programmes of radio and television: CBS 라디오 ‘뉴스쇼’에 출연해,
// NHKの番組「日曜討論」で. The station's name is followed by a word for what it sends, by the title in marks,
// or by both, and by a particle; neither alone says that anything was said there.

// titleMarks are the marks around titles of programmes, each before the one that closes it.
const titleMarks = "‘’“”《》「」『』〈〉''\"\""

// runAired returns the phrase behind what the station o sends, of which rest is what follows name, the
// station's, and where the phrase ends; "" if rest tells of nothing that was said there.
func (s *reading) runAired(o *outlet.Outlet, name, rest string) (cue string, end int) {
	const reach = 420 // bytes
	if o.Sort != outlet.SortBroadcaster {
		return "", 0
	}
	t := s.behindProgramme(rest)
	if len(t) == len(rest) && !slices.ContainsFunc(s.x.runsAt(runSent), func(sent string) bool { return strings.HasSuffix(name, sent) }) {
		return "", 0
	}
	for _, c := range s.x.runs {
		if c.where != runAir || !strings.HasPrefix(t, c.text) {
			continue
		}
		near := t[len(c.text):min(len(t), len(c.text)+reach)]
		if spoken := s.x.runsAt(runSpoken); len(spoken) == 0 || slices.ContainsFunc(spoken, func(p string) bool { return strings.Contains(near, p) }) {
			return strings.TrimRight(c.text, " “\"‘'「、,"), len(rest) - len(t) + len(c.text)
		}
	}
	return "", 0
}

// behindProgramme returns t, what follows a station's name, without the words for what it sends and without
// the title of it in marks.
func (s *reading) behindProgramme(t string) string {
	const most = 3
	for range most {
		was := t
		rest := strings.TrimLeft(t, " \u3000")
		for _, c := range s.x.runs {
			if c.where == runSent && strings.HasPrefix(rest, c.text) {
				t = rest[len(c.text):]
				break
			}
		}
		if t != was {
			continue
		}
		if behind, ok := behindTitle(rest); ok {
			return behind
		}
		break
	}
	return t
}

// behindTitle returns t without the title in marks that it begins with, and reports whether there is one.
func behindTitle(t string) (string, bool) {
	const longest = 60 // bytes
	open, n := utf8.DecodeRuneInString(t)
	k := strings.IndexRune(titleMarks, open)
	if t == "" || k < 0 {
		return t, false
	}
	shut, _ := utf8.DecodeRuneInString(titleMarks[k+n:])
	end := strings.IndexRune(t[n:min(len(t), n+longest)], shut)
	if end <= 0 {
		return t, false
	}
	return t[n+end+utf8.RuneLen(shut):], true
}

// runTold returns the verb behind a name that says, with the particle that before ends with, that somebody
// told the outlet, and where it ends: 向红星新闻表示. It is "" if there is none.
func (s *reading) runTold(before, after string) (cue string, end int) {
	for _, c := range s.x.runs {
		if c.where != runListener {
			continue
		}
		to, verb, _ := strings.Cut(c.text, " ")
		if strings.HasSuffix(before, to) && strings.HasPrefix(after, verb) {
			return to + verb, len(verb)
		}
	}
	return "", 0
}

// behindShort returns t, what follows a name, without what stands in brackets there, such as the outlet's
// short name: 北海道新聞（道新）が.
func behindShort(t string) string {
	const longest = 40 // bytes
	open, n := utf8.DecodeRuneInString(t)
	shut := closing(open)
	if shut != ')' && shut != '）' {
		return t
	}
	end := strings.IndexRune(t[n:min(len(t), n+longest)], shut)
	if end < 0 || strings.ContainsAny(t[n:n+end], "。、，,") {
		return t
	}
	return t[n+end+utf8.RuneLen(shut):]
}

// runsAt returns the phrases of one place.
func (x *lexicon) runsAt(where string) (out []string) {
	for _, c := range x.runs {
		if c.where == where {
			out = append(out, c.text)
		}
	}
	return out
}
