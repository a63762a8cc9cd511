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
		if byline != "" && (NamesPlatforms(byline) || aboutWriters()[strings.ToLower(strings.TrimSpace(byline))]) {
			return ""
		}
		return byline
	}
	names, seen := strings.Split(byline, ","), map[string]bool{}
	kept := names[:0:0]
	for _, n := range names {
		bare := strings.ToLower(strings.TrimSpace(n))
		if bare != "" && (NamesPlatforms(n) || besideNames(bare) || seen[bare]) {
			continue
		}
		kept, seen[bare] = append(kept, n), true
	}
	switch {
	case len(kept) == len(names):
		return byline
	case len(kept) == 0 && namesNobodyElse(names):
		return byline // an account, for want of a name
	}
	return strings.TrimSpace(strings.Join(kept, ","))
}

// besideNames reports whether an entry of a list of writers, in lower case, is something else that stood near their names where a
// scraper took them: their page, the day, how long it takes to read the piece.
func besideNames(entry string) bool {
	switch {
	case strings.HasPrefix(entry, "https://"), strings.HasPrefix(entry, "http://"), strings.HasPrefix(entry, "www."):
		return true
	case !strings.Contains(entry, " ") && strings.Contains(entry, "@"):
		return true
	case aboutWriters()[entry]:
		return true
	}
	words, mayName := 0, 0
	for w := range strings.FieldsSeq(entry) {
		w = strings.Trim(w, ".:()|-–·")
		switch words++; {
		case strings.Trim(w, "0123456789:.") == "":
		case !dayWords()[w]:
			return false
		case strings.Contains(" april may june jan august day march mar mars julio read first last ", " "+w+" "):
			mayName++
		}
	}
	return words < 2 || mayName < words // April May is a person
}

// namesNobodyElse reports whether the first of some names is an account.
func namesNobodyElse(names []string) bool { return strings.HasPrefix(strings.TrimSpace(names[0]), "@") }

// aboutWriters are what stands above and below what a page says of a writer, in lower case.
var aboutWriters = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for s := range strings.SplitSeq("about the author|about the authors|about author|about the writer|about us|read more|read full bio|full bio|see full bio|view bio|view profile|see profile|view all posts|view all articles|see all posts|all posts|all articles|more articles|more stories|more from this author|author at|is a|has been|authors|author|contact the author|view author archive|get author rss feed|learn more|see more|show more|"+
		"über den autor|über die autorin|zum autor|zur autorin|mehr vom autor|alle artikel|à propos de l'auteur|à propos de l’auteur|tous les articles|voir tous les articles|sobre el autor|sobre la autora|ver todas las entradas|ver todos los artículos|sobre o autor|sobre a autora|ver todos os posts|informazioni sull'autore|l'autore|tutti gli articoli|over de auteur|alle artikelen|o autorze|wszystkie artykuły|об авторе|все статьи|yazar hakkında", "|") {
		all[s] = true
	}
	return all
})

// dayWords are the words of days, times, and the labels before them, in lower case.
var dayWords = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	for w := range strings.FieldsSeq(`
		january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
		monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		am pm a.m p.m gmt utc est edt cst cdt pst pdt bst cet cest ist
		published updated posted modified last first min mins minute minutes hour hours hrs day days ago read reading time at on
		januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr veröffentlicht aktualisiert stand lesezeit minuten
		janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche publié mis jour lecture temps le à de
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo publicado actualizado lectura el
		gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre pubblicato aggiornato lettura minuti
		janeiro fevereiro março maio junho julho setembro outubro novembro dezembro atualizado leitura em
		januari februari maart mei augustus gepubliceerd bijgewerkt leestijd uur`) {
		words[w] = true
	}
	return words
})
