package article

import (
	"strings"
	"sync"
)

// NamesPlatforms reports whether s consists of what the buttons of a share bar
// are called.
func NamesPlatforms(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if w = strings.Trim(w, ",.:;|/&+()•·–—-"); w != "" && !shareWords()[w] {
			return false
		}
	}
	return true
}

// shareWords are the words of such buttons, in lower case: services, what is done with a page, and the words between.
var shareWords = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	for w := range strings.FieldsSeq(`
		x twitter facebook whatsapp linkedin instagram telegram pinterest reddit bluesky mastodon threads messenger flipboard pocket youtube tiktok viber line
		wechat weibo vk vkontakte вконтакте вк одноклассники ok xing tumblr skype signal snapchat feedly sms rss email e-mail mail url
		and on via to the this article page link button more
		share shares sharing print copy tweet follow save bookmark gift listen comment comments send download
		teilen drucken tweeten twittern mailen merken kopieren versenden senden folgen vorlesen anhören kommentieren kommentare per auf bei in als pdf artikel
		partager imprimer envoyer copier enregistrer suivre commenter écouter tweeter le lien sur par courriel cet l'article
		compartir imprimir enviar copiar guardar seguir comentar escuchar tuitear en por correo enlace
		condividi stampa invia copia segui ascolta commenta su twitta
		compartilhar compartilhe partilhar guardar salvar ouvir
		delen printen afdrukken kopieer bewaar mailen via
		udostępnij drukuj kopiuj wyślij zapisz
		поделиться поделитесь скопировать ссылку распечатать твитнуть отправить сохранить
		поділитися надрукувати скопіювати
		paylaş yazdır kopyala gönder kaydet
		dela skriv ut spara kopiera tipsa del skriv kopier lagre jaa tulosta tallenna
		sdílet tisk tisknout kopírovat zdieľať tlačiť megosztás nyomtatás distribuie tipărește
		bagikan cetak salin chia sẻ
		シェア シェアする 印刷 ツイート 分享 微信 微博 打印 复制链接 공유 공유하기 인쇄 مشاركة طباعة نسخ شارك تويتر فيسبوك واتساب`) {
		words[w] = true
	}
	return words
})

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
