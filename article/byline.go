package article

import "strings"

// NamesPlatforms reports whether s consists of what the buttons of a share bar
// are called.
func NamesPlatforms(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		switch strings.Trim(w, ",.:;|/&+") {
		case "", "x", "twitter", "facebook", "whatsapp", "linkedin", "email", "e-mail", "mail", "print", "share", "instagram", "telegram", "pinterest", "reddit", "copy", "link", "tweet", "follow", "on", "via",
			"and", "bluesky", "threads", "messenger", "drucken", "teilen", "partager", "compartir", "condividi", "imprimer", "imprimir", "flipboard", "pocket", "youtube", "tiktok", "sms", "rss":
		default:
			return false
		}
	}
	return true
}

// WithoutPlatforms returns a byline without those of its names, parted by commas, that are
// the buttons of a share bar.
func WithoutPlatforms(byline string) string {
	if !strings.Contains(byline, ",") {
		if byline != "" && NamesPlatforms(byline) {
			return ""
		}
		return byline
	}
	names, dropped := strings.Split(byline, ","), false
	kept := names[:0]
	for _, n := range names {
		if strings.TrimSpace(n) != "" && NamesPlatforms(n) {
			dropped = true
			continue
		}
		kept = append(kept, n)
	}
	if !dropped {
		return byline
	}
	return strings.TrimSpace(strings.Join(kept, ","))
}
