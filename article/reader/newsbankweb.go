package reader

import (
	"bytes"
	"regexp"
	"strings"
)

// newsBankSource is the line of day and paper below the title of a document, as NewsBank writes it without the number of the
// record: "March 12, 2025 | Example, The (London, England)", "Example, The (London, England) - March 12, 2025".
var newsBankSource = regexp.MustCompile(`^(?:\pL+,? )?\pL{3,9} \d{1,2}, (?:19|20)\d{2} \| .{2,80}\)|^.{2,80}\) - (?:\pL+, )?\pL{3,9} \d{1,2}, (?:19|20)\d{2}$`)

// isNewsBankSource reports whether a line is one.
func isNewsBankSource(line []byte) bool {
	const longest = 200 // bytes
	line = bytes.TrimSpace(line)
	return len(line) <= longest && bytes.IndexByte(line, ')') > 0 && newsBankSource.Match(line)
}

// isOpenURL reports whether a line is the link by which libraries find the piece again. It stands in each document.
func isOpenURL(line string) bool { return strings.HasPrefix(line, openURL) }

const openURL = "OpenURL Link"

// newsBankSigns are what the lines of such an export show.
type newsBankSigns struct{ link, source bool }

func (x *newsBankSigns) line(line string) {
	x.link = x.link || isOpenURL(line)
	x.source = x.source || isNewsBankSource([]byte(line))
}

// headedBySource looks at a line of an export of NewsBank without numbers. The one of day and paper parts the documents: the
// line before it is the title of the next.
func (s *exportSplitter) headedBySource(line []byte) error {
	if !isNewsBankSource(line) {
		return nil
	}
	from := bytes.LastIndexByte(bytes.TrimRight(s.data, " \t\r\n"), '\n') + 1
	title := bytes.Clone(s.data[from:])
	s.data = s.data[:from]
	var err error
	if s.begun {
		err = s.flush()
	}
	s.data, s.begun = title, true
	return err
}
