package reader

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	htmlcharset "golang.org/x/net/html/charset"
)

// answer returns the status and the Content-Type of an answer of HTTP; 0 if it
// is none.
func answer(b []byte) (status int, media []byte) {
	end := headEnd(b)
	if end < 0 || !bytes.HasPrefix(b, []byte("HTTP/")) {
		return 0, nil
	}
	line, _, _ := bytes.Cut(b, []byte("\n"))
	if fields := bytes.Fields(line); len(fields) > 1 {
		status, _ = strconv.Atoi(string(fields[1]))
	}
	headLines(b[:end], func(name, value []byte) {
		if media == nil && bytes.EqualFold(name, []byte("content-type")) {
			media = value
		}
	})
	return status, media
}

// payload returns the body of an answer, put together from its chunks and
// decompressed, and the character set that the server names.
//
// Crawlers often write down the body as they used it and the head as it came,
// so the head is not believed where the body says otherwise: a body that does
// not begin like chunks, or like what is said to be compressed, is as it is.
func payload(b []byte, limit int64) (body []byte, charset string, err error) {
	end := headEnd(b)
	var codings []string
	chunked := false
	headLines(b[:end], func(name, value []byte) {
		switch strings.ToLower(string(name)) {
		case "content-type":
			if _, params, err := mime.ParseMediaType(string(value)); err == nil && charset == "" {
				charset = params["charset"]
			}
		case "transfer-encoding":
			chunked = chunked || bytes.Contains(bytes.ToLower(value), []byte("chunked"))
		case "content-encoding":
			for _, c := range strings.Split(strings.ToLower(string(value)), ",") {
				codings = append(codings, strings.TrimSpace(c))
			}
		}
	})
	if e, _ := htmlcharset.Lookup(charset); e == nil {
		charset = ""
	}
	body = b[end:]
	if chunked {
		body = dechunk(body)
	}
	for i := len(codings) - 1; i >= 0 && i >= len(codings)-maxCodings; i-- {
		if body, err = decodeBody(body, codings[i], limit); err != nil {
			return nil, "", err
		}
	}
	return body, charset, nil
}

// maxCodings is how many times a body may be compressed.
const maxCodings = 3

// dechunk puts together a body that was sent in chunks, each behind a line
// with its length in hexadecimal digits. Chunks that are cut short, or whose
// lengths are wrong, are taken as far as they go. What does not begin like
// chunks is returned as it is.
func dechunk(b []byte) []byte {
	n, rest, ok := chunkSize(b)
	if !ok {
		return b
	}
	whole := make([]byte, 0, len(b))
	for ok && n > 0 {
		n = min(n, len(rest))
		whole = append(whole, rest[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[n:], []byte("\r")), []byte("\n"))
		n, rest, ok = chunkSize(rest)
	}
	return whole
}

// chunkSize reads the line before a chunk.
func chunkSize(b []byte) (n int, rest []byte, ok bool) {
	line, _, ok := bytes.Cut(b[:min(len(b), 256)], []byte("\n"))
	if !ok {
		return 0, nil, false
	}
	rest = b[len(line)+1:]
	line, _, _ = bytes.Cut(line, []byte(";"))
	size, err := strconv.ParseUint(strings.TrimSpace(string(line)), 16, 31)
	return int(size), rest, err == nil
}

// decodeBody decompresses a body that is compressed as coding says, if it is.
// What a body cut short holds is returned.
func decodeBody(b []byte, coding string, limit int64) ([]byte, error) {
	var r io.Reader
	var err error
	switch coding {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(b, []byte{0x1f, 0x8b}) {
			return b, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(b))
	case "deflate":
		switch {
		case len(b) >= 2 && b[0]&0x0f == 8 && (int(b[0])<<8|int(b[1]))%31 == 0:
			r, err = zlib.NewReader(bytes.NewReader(b))
		case printable(b[:min(len(b), 512)]):
			return b, nil
		default: // without the wrapping that it should have
			r = flate.NewReader(bytes.NewReader(b))
		}
	case "br":
		if printable(b[:min(len(b), 512)]) {
			return b, nil
		}
		r = brotli.NewReader(bytes.NewReader(b))
	case "zstd":
		if !bytes.HasPrefix(b, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
			return b, nil
		}
		var z *zstd.Decoder
		z, err = zstd.NewReader(bytes.NewReader(b), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err == nil {
			defer z.Close()
			r = z
		}
	case "", "identity", "none", "utf-8":
		return b, nil
	default:
		if printable(b[:min(len(b), 512)]) {
			return b, nil
		}
		return nil, fmt.Errorf("the answer is compressed in a way that is not read: %s", shorten(coding))
	}
	if err != nil {
		return nil, fmt.Errorf("the answer is damaged: %w", err)
	}
	out := bytes.NewBuffer(make([]byte, 0, min(4*int64(len(b)), limit)+512))
	n, err := io.Copy(out, io.LimitReader(r, limit+1))
	switch {
	case n > limit:
		return nil, fmt.Errorf("the answer unpacks to what is %w", tooLarge(limit))
	case err != nil && n == 0:
		return nil, fmt.Errorf("the answer is damaged: %w", err)
	}
	return out.Bytes(), nil
}
