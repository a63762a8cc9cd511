package reader

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

func FuzzXML(f *testing.F) {
	f.Add(sampleNITF)
	f.Add(newsItem("urn:1", `<inlineXML><html><body><p>One.</p></body></html></inlineXML>`))
	f.Add(`<rss><channel><title>x</title><item><title>t</title><content:encoded><![CDATA[<p>x<br>y]]></content:encoded></item><item/></channel></rss>`)
	f.Add(`<feed><entry><content type="xhtml"><div>x</div></content></entry>`)
	f.Fuzz(func(t *testing.T, data string) {
		records := func(r io.Reader) (all []string) {
			scan := &scan{ctx: t.Context(), o: &Options{MaxRecord: 1000, Progress: new(Progress)}, forms: forms()}
			scan.emit = func(r *Record) error {
				require.LessOrEqual(t, len(r.Data), 1000)
				all = append(all, string(r.Data))
				articles, problems := r.Parse()
				for _, a := range articles {
					require.NotEmpty(t, strings.TrimSpace(a.Text))
					require.Equal(t, strings.ToValidUTF8(a.Text, "?"), a.Text)
				}
				for _, p := range problems {
					require.NotContains(t, p.Reason, "\n")
				}
				return nil
			}
			scan.report = func(p Problem) { require.NotContains(t, p.Reason, "\n") }
			src := &source{scan: scan, file: file{path: "x.xml", name: "x.xml", named: true}, ending: ".rss", size: -1}
			require.NoError(t, src.read(r))
			return all
		}
		if strings.IndexByte(data, 0) < 0 {
			require.Equal(t, records(strings.NewReader(data)), records(iotest.OneByteReader(strings.NewReader(data))))
		}
	})
}

// FuzzXMLScanner holds the scanner against encoding/xml where that reads
// something as XML at all.
func FuzzXMLScanner(f *testing.F) {
	f.Add(`<a b="1>" c='"'>x &amp; y<![CDATA[<z>]]><d/></a><!-- c -->`)
	f.Add(sampleNITF)
	f.Fuzz(func(t *testing.T, data string) {
		var want, got []string
		d := xml.NewDecoder(strings.NewReader(data))
		for {
			token, err := d.RawToken()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Skip() // not XML
			}
			switch token := token.(type) {
			case xml.StartElement:
				want = append(want, "<"+token.Name.Local)
				for _, a := range token.Attr {
					want = append(want, a.Name.Local)
				}
			case xml.EndElement:
				want = append(want, ">"+token.Name.Local)
			case xml.CharData:
				if s := strings.TrimSpace(string(token)); s != "" {
					want = append(want, s)
				}
			}
		}
		x := xmlScanner{b: []byte(data), last: true}
		text := ""
		flush := func() {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
			if text = strings.TrimSpace(text); text != "" {
				got = append(got, text)
			}
			text = ""
		}
		for kind := x.next(); kind != xmlEnd; kind = x.next() {
			require.NotEqual(t, xmlPartial, kind)
			switch kind {
			case xmlText:
				flush()
				text = unescapeXML(x.text)
				flush()
			case xmlCDATA:
				flush()
				text = string(x.text)
				flush()
			case xmlOpen:
				got = append(got, "<"+string(x.name))
				for rest := x.attrs; ; {
					eq := bytes.IndexByte(rest, '=')
					if eq < 0 {
						break
					}
					name := strings.TrimSpace(string(rest[:eq]))
					got = append(got, name[strings.IndexByte(name, ':')+1:])
					rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
					_, rest, _ = bytes.Cut(rest[1:], rest[:1])
				}
				if x.empty {
					got = append(got, ">"+string(x.name))
				}
			case xmlClose:
				got = append(got, ">"+string(x.name))
			}
		}
		if strings.ContainsAny(data, ":&") {
			return // encoding/xml splits names with several colons otherwise, and knows five entities
		}
		for _, rest := range strings.Split(data, "<!")[1:] {
			if rest == "" || !nameStart(rest[0]) && rest[0] != '-' && rest[0] != '[' {
				return // no declaration, which it takes for one
			}
		}
		require.Equal(t, want, got)
	})
}

func FuzzProse(f *testing.F) {
	f.Add("<p>One<br>two</p><figure><figcaption>x</figure><pre>a\nb</pre>&amp;")
	f.Fuzz(func(t *testing.T, data string) {
		got := proseOf(data)
		require.Equal(t, strings.TrimSpace(got), got)
		if strings.Contains(data, "<") {
			require.NotContains(t, got, "\n\n\n")
		}
	})
}
