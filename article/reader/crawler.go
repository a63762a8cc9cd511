package reader

import (
	"bytes"
	"path"
	"strings"
)

// forPrograms reports whether what stands at an address, or in a file of the
// name, is kept by sites for programs: robots.txt and its like, maps of the
// site, and what scripts of its pages ask.
func forPrograms(name string) bool {
	name, _, _ = strings.Cut(name, "?")
	name = strings.ToLower(name)
	if strings.Contains(name, "/cdn-cgi/") || strings.Contains(name, "/wp-admin/") {
		return true
	}
	name = name[strings.LastIndexByte(name, '/')+1:]
	switch name {
	case "robots.txt", "ads.txt", "app-ads.txt", "sellers.json", "security.txt", "humans.txt", "llms.txt", "llms-full.txt", "sitemap.txt", "sitemap.html",
		"admin-ajax.php", "xmlrpc.php", "wp-login.php", "wp-cron.php", "wp-comments-post.php":
		return true
	}
	switch path.Ext(name) {
	case ".js", ".mjs", ".css", ".map", ".vtt", ".m3u8", ".webmanifest":
		return true
	}
	name, _ = strings.CutSuffix(name, ".gz")
	return strings.Contains(name, "sitemap") && strings.HasSuffix(name, ".xml")
}

// ofCrawler reports whether a file of a name, met in a folder or an archive, is what the
// program that fetched its neighbours keeps for itself: HTTrack its cache and its logs, wget the
// listings of folders and its log.
func ofCrawler(name string) bool {
	for dir := range strings.SplitSeq(name, "/") {
		if dir == "hts-cache" {
			return true
		}
	}
	switch base := strings.ToLower(path.Base(name)); base {
	case "hts-log.txt", "hts-err.txt", "hts-ioinfo.txt":
		return true
	default:
		rest, ok := strings.CutPrefix(base, "wget-log")
		return ok && strings.Trim(rest, ".0123456789") == ""
	}
}

// isCookieJar reports whether a text that begins with head holds the cookies of a browser or crawler, in the form
// of Netscape, which all of them write:
//
//	# Netscape HTTP Cookie File
//	# HTTrack Website Copier Cookie File
func isCookieJar(head []byte) bool {
	const longest = 80 // bytes
	line, _, _ := bytes.Cut(bytes.TrimPrefix(head[:min(len(head), longest)], bomUTF8), []byte("\n"))
	return bytes.HasPrefix(line, []byte("#")) && bytes.Contains(bytes.ToLower(line), []byte("cookie file"))
}

// isPiece reports whether what a server sent as a page is only a piece of one, which a script puts into
// the page that asked for it: readers' comments, a box, a form. It has none of what every page has, a title
// first, and no element that says that it is an article.
func isPiece(page []byte) bool {
	if wide(page) != nil {
		return false
	}
	for rest := page; ; {
		k := bytes.IndexByte(rest, '<')
		if k < 0 {
			return bytes.HasPrefix(bytes.TrimSpace(page), []byte("<"))
		}
		rest = rest[k:]
		for _, tag := range [...]string{"<!doctype", "<html", "<head", "<body", "<title", "<meta", "<h1", "<article", "<main"} {
			if len(rest) >= len(tag) && bytes.EqualFold(rest[:len(tag)], []byte(tag)) {
				return false
			}
		}
		rest = rest[1:]
	}
}
