package reader

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A field is a part of an article, as the keys of records and the columns of
// tables name it.
type field uint8

const (
	noField field = iota
	textField
	titleField
	bylineField
	outletField
	urlField
	dateField
	languageField
	idField
	nestField   // holds an object with fields of the article
	bodiesField // holds a list of forms of the text, as ninjs 2 has it
	signalField // says where the article came from; its rank is the kind
	leadField   // holds the beginning of the text
	pageField   // holds the page as it was fetched
	fieldCount
)

// fieldOf returns the field that a key names, and how good a source for it the key is: where a
// record fills several keys of one field, the least rank counts.
//
// The names are those of news-please, newspaper4k, trafilatura, Fundus, Scrapy
// spiders, the feeds of agencies and news services (ninjs, NewsAPI, Event
// Registry, webz.io, Guardian, New York Times), schema.org, JSON Feed, exports
// of databases (Elasticsearch, MongoDB, WordPress) and published corpora, and
// what the fields are called in the languages of their scrapers.
func fieldOf(key []byte) (f field, rank uint8) {
	if string(key) == "_source" { // of Elasticsearch, beside a "source" that is an outlet
		return nestField, 0
	}
	var buf [40]byte
	folded := foldKey(buf[:0], key)
	if f, rank = fieldNamed(string(folded)); f == idField && key[0] == '_' {
		rank++ // the database's, beside the article's own
	}
	if name, own := ownField(key); f == noField && own {
		return fieldNamed(string(foldKey(buf[:0], name)))
	}
	if f == noField && leadsToPiece(string(folded)) {
		return urlField, linkRank
	}
	return f, rank
}

// linkRank is the rank of keys that name the link of a piece on the page that lists it.
const linkRank = 9

// leadsToPiece reports whether a key, folded, is that under which scrapers that are pointed at the parts of a page put the
// address of a piece, beside its title: story-href, title_link, Headline_URL, card__link href. The link of a writer, a
// picture or the next page is another.
func leadsToPiece(key string) bool {
	for _, end := range [...]string{"href", "url", "link"} {
		of, ok := strings.CutSuffix(key, end)
		if !ok || of == "" {
			continue
		}
		for _, other := range [...]string{"author", "image", "img", "photo", "start", "next", "prev", "pagination", "related", "section", "category", "comment", "parent", "feed", "share", "video"} {
			if strings.Contains(of, other) {
				return false
			}
		}
		for _, piece := range [...]string{"story", "article", "title", "headline", "link", "item", "news", "post", "entry", "teaser", "card", "result", "detail", "details"} {
			if strings.HasSuffix(of, piece) {
				return true
			}
		}
	}
	return false
}

// ownField returns the name of a field that a site has added to those of its system, as Drupal writes it:
// field_byline, field_lead_value, body_value.
func ownField(key []byte) (name []byte, ok bool) {
	name, prefixed := bytes.CutPrefix(key, []byte("field_"))
	name, suffixed := bytes.CutSuffix(name, []byte("_value"))
	return name, prefixed || suffixed
}

// foldKey appends key to dst in lower case and without what stands between
// words, so that datePublished, date_published and "Date published" are one.
// The marks of JSON-LD and MongoDB are kept: @id names no article. What has no
// room in dst names no field.
func foldKey(dst, key []byte) []byte {
	for i := 0; i < len(key); i++ {
		c := key[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(key[i:])
			if r = unicode.ToLower(r); r != utf8.RuneError && len(dst)+n <= cap(dst) && utf8.RuneLen(r) <= n {
				dst = utf8.AppendRune(dst, r)
				i += n - 1
				continue
			}
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '@', c == '$', c == '#':
		default:
			continue
		}
		if len(dst) == cap(dst) {
			return nil
		}
		dst = append(dst, c)
	}
	return dst
}

// lastDateRank is the rank of keys that may tell either when an article was
// published or when the record of it was made.
const lastDateRank = 7

// lastPlainRank is the last rank of keys that promise plain text. What looks like
// a tag or an entity there is one of the text, unless the whole is HTML.
const lastPlainRank = 3

// markupRank is the rank of keys whose texts are HTML.
const markupRank = 10

// hostRank is the rank of keys that hold the host of an outlet; where they are of the record itself and
// a name is in an object of it, they count as lastHostRank.
const (
	hostRank     = 7
	lastHostRank = 250
)

// abstractRank is the rank of keys that hold an abstract, or the text for want of another place.
const abstractRank = 30

// markdownRank is the rank of keys whose texts are Markdown; that of whole pages has the next.
const markdownRank = 11

// isMarkdown reports whether a rank is that of a key whose texts are Markdown.
func isMarkdown(rank uint8) bool { return rank == markdownRank || rank == markdownRank+1 }

// snippetRank is the rank of a beginning of the text that may also be a cutting from its middle.
const snippetRank = 1

// teaserRank is the rank of a beginning of the text that is one beside the column bodytext of TYPO3 only.
const teaserRank = 2

// The ranks of keys that say where an article came from tell how.
const (
	providerRank = iota
	sourceRank
	creditRank
)

// fieldNamed returns the field of an article that a key, folded, is a name of, and its
// rank among the names of that field: where several are filled the lowest counts.
func fieldNamed(key string) (f field, rank uint8) {
	switch key {
	// The article proper before what is named like anything.
	case "maintext", "articlebody":
		return textField, 1
	case "text":
		return textField, 2
	case "fulltext", "fullcontent", "bodytext", "plaintext", "articletext", "articlecontent", "contenttext":
		return textField, 3
	case "body":
		return textField, 4
	case "content", "postcontent", "postbody", "posttext", "storybody", "newsbody", "newscontent":
		return textField, 5
	case "paragraphs", "newstext", "storytext", "textcleaned", "cleanedtext", "cleantext", "textcontent", "contentelements", "blocks", "contents", "cards", "components":
		return textField, 6
	case "rawtext", "ocrtext", "ocreng":
		return textField, 7
	case "article", "story", "document", "doc", "post": // if not an object
		return textField, 8
	case "texto", "testo", "texte", "contenido", "conteudo", "conteúdo", "contenu", "contenuto", "inhalt", "cuerpo", "corpo", "corps", "artikeltext", "td", // the last of Factiva
		"volltext", "texteintegral", "texteintégral", "contenidocompleto", "tekst", "treść", "metin", "habermetni", "текст", "本文", "正文", "内容", "內容", "본문", "النص":
		return textField, 9
	case "bodyxhtml", "bodyhtml", "contenthtml", "articlehtml", "htmlcontent", "htmlbody", "contentrendered", "bodynitf":
		return textField, markupRank
	case "markdown", "fitmarkdown", "markdowncontent", "contentmarkdown", "bodymarkdown", "articlemarkdown", "contentmd":
		return textField, markdownRank
	case "rawmarkdown", "rawcontent": // beside what was made of it
		return textField, markdownRank + 1
	case "rawhtml", "htmlraw", "pagehtml", "fullhtml", "outerhtml", "pagesource", "htmlsource", "sourcehtml", "sourcecode", "responsehtml", "responsebody", "responsetext", "pagecontent", "webpage":
		return pageField, 0
	case "abstract", "abstractnote": // of programs for citations, where it is long enough for a text
		return textField, abstractRank
	case "bodies":
		return bodiesField, 0
	case "lead", "leadparagraph", "leadtext", "lede", "hlead", "standfirst", "intro", "introtext", "introduction", "vorspann", "ingress", "chapeau", "chapo", "entradilla", "lp":
		return leadField, 0
	case "teaser": // the first paragraph, which the text of TYPO3 lacks, or what stands in lists
		return leadField, teaserRank
	case "snippet": // the first paragraph, which the text of Dow Jones lacks, or a cutting of it
		return leadField, snippetRank

	case "softtitle": // without the name of the site, beside the title of the page
		return titleField, 0
	case "title":
		return titleField, 1
	case "headline", "headlines", "articletitle", "articlename", "newstitle", "webtitle", "posttitle":
		return titleField, 2
	case "ogtitle", "titlerss":
		return titleField, 3
	case "titlepage", "metatitle", "heading": // the last of Trove
		return titleField, 4
	case "titulo", "título", "titular", "titre", "titel", "titolo", "überschrift", "manchete", "hd", "head",
		"schlagzeile", "rubrik", "tytuł", "başlık", "haberbaşlığı", "заголовок", "タイトル", "見出し", "标题", "標題", "제목", "العنوان":
		return titleField, 5

	case "byline":
		return bylineField, 1
	case "author":
		return bylineField, 2
	case "authors", "articleauthor", "authorname", "authornames", "postauthor", "reporter", "reporters", "journalists", "writers", "authorsbyline", "authorbyline", "bylines", "authoredby":
		return bylineField, 3
	case "creator", "dccreator", "writer", "journalist":
		return bylineField, 4
	case "autor", "autores", "autora", "auteur", "auteurs", "autore", "autori", "verfasser", "autoren", "by", "автор", "yazar", "muhabir", "作者", "記者", "记者", "기자", "기고자", "الكاتب",
		"createdbyalias": // of Joomla
		return bylineField, 5
	case "publishedby": // of wallabag: who wrote it
		return bylineField, 6

	// Names before hosts.
	case "outlet", "outletname", "newsoutlet":
		return outletField, 1
	case "publication", "publicationname", "publicationtitle", "pubtitle", "publisher", "newspaper", "newspapername", "containertitle": // the last of CSL
		return outletField, 2
	case "sitename", "sourcename", "namesource", "medianame", "mediumname", "sourcetitle", "feedtitle", "feedname":
		return outletField, 3
	case "ogsitename", "metasitename", "sourcehostname", "publishername": // maybe the company's
		return outletField, 4
	case "source": // an outlet, but an address in trafilatura
		return outletField, 5
	case "site", "sitefull", "website":
		return outletField, 6
	case "sourcedomain", "domain", "domainurl", "cleanurl", "hostname", "host":
		return outletField, hostRank
	case "medio", "fuente", "fonte", "quelle", "zeitung", "testata", "periodico", "periódico", "diario", "jornal", "veiculo", "veículo", "journal", "medium", "sn",
		"titredelapublication", "bron", "krant", "kilde", "källa", "źródło", "kaynak", "gazete", "источник", "издание", "сми", "来源", "來源", "媒体", "媒體", "媒体名", "媒体名称", "新聞社", "출처", "언론사", "매체", "매체명", "المصدر", "الصحيفة":
		return outletField, 8

	case "url", "articleurl", "storyurl", "newsurl":
		return urlField, 1
	case "link", "weburl", "pageurl", "permalink":
		return urlField, 2
	case "respondedurl", "originalurl", "urlsource", "warctargeturi":
		return urlField, 3
	case "requestedurl", "canonicalurl", "canonicallink", "canonical", "ogurl":
		return urlField, 4
	case "uri", "loc", "@id", "mainentityofpage":
		return urlField, 5
	case "sourceurl":
		return urlField, 6
	case "path": // if it is an address
		return urlField, 7
	case "lien", "enlace", "weblink", "articlelink", "adresseweb", "liendelarticle", "ссылка", "リンク", "链接", "連結", "링크", "الرابط":
		return urlField, 8

	// When it was published before when it was made or put away. When it was
	// changed, or fetched, is none of these.
	case "firstpublished", "firstpublishedat", "firstpublicationdate", "firstpublishdate", "originallypublishedat": // what follows may be of a later version
		return dateField, 0
	case "datepublish", "datepublished", "publishdate", "publisheddate", "publishedat", "publishedon", "publishingdate", "publicationdate",
		"articlepublishedtime", "publishdatetime", "publisheddatetime", "publishup", // the last of Joomla
		"publicationdatetime", "webpublicationdate":
		return dateField, 1
	case "published", "pubdate", "publishtime", "publishedtime", "pubtime", "publicationtime", "datetimepub", "publishedtimestamp", "publishtimestamp", "publicationtimestamp", "pubtimestamp", "pubts", "publishedts", "publishts", "pubdatetime":
		return dateField, 2
	case "publishedutc", "publishedgmt", "publishdatetimeutc", "dategmt", "dateutc", "datetimeutc":
		return dateField, 3
	case "datetime", "articledate", "newsdate", "storydate":
		return dateField, 4
	case "date", "posted", "postedat", "dateposted", "postdate", "postedon", "authoredon", "releasedate", "issued", "dcdate", "dcissued":
		return dateField, 5
	case "firstcreated", "versioncreated", "datecreated":
		return dateField, 6
	case "fecha", "fechapublicacion", "fechapublicación", "datapublicacao", "datapubblicazione", "datepublication", "datum", "veröffentlicht", "pubblicato", "publicado", "pd",
		"datedepublication", "datedeparution", "dateparution", "fechadepublicacion", "fechadepublicación", "veröffentlichungsdatum", "erscheinungsdatum", "erschienen", "datadipubblicazione",
		"datadepublicacao", "datadepublicação", "datapublicação", "publicatiedatum", "publiceringsdatum", "datapublikacji", "tarih", "yayintarihi", "yayıntarihi", "дата", "датапубликации", "датавыхода", "日付", "掲載日", "公開日", "配信日", "日期", "发布时间", "發布時間", "发布日期", "發布日期", "发表时间", "날짜", "일자", "게재일", "보도일",
		"erscheinungstag", "تاريخالنشر", "التاريخ":
		return dateField, 6
	case "createdat", "created", "timestamp", "time":
		return dateField, lastDateRank

	case "language", "lang", "languagecode", "langcode", "inlanguage", "humanlanguage":
		return languageField, 1
	case "metalang", "detectedlanguage", "oglocale", "locale":
		return languageField, 2
	case "idioma", "langue", "lingua", "sprache", "la":
		return languageField, 3

	case "id":
		return idField, 1
	case "articleid", "docid", "documentid", "storyid", "storiesid", "newsid":
		return idField, 3
	case "uuid", "uid", "guid":
		return idField, 4

	case "provider", "providers", "newsagency", "agency", "wireservice", "sourceorganization":
		return signalField, providerRank
	case "infosource", "infosources", "isbasedon":
		return signalField, sourceRank
	case "creditline", "credittext":
		return signalField, creditRank

	case "data", "item", "fields", "meta", "metadata", "thread", "html", "sourceinfo", "newsarticle", "entity", "embedded", "yoastheadjson",
		"attributes",  // of JSON:API
		"node",        // of GraphQL
		"opengraph",   // of goose
		"links",       // of Aylien
		"warcheaders", // of OSCAR
		"props", "pageprops", "initialstate", "initialprops", "articledata":
		return nestField, 0
	}
	return noField, 0
}

// listNamed reports whether a key of an object names the list of articles that
// the object was made to carry.
func listNamed(key string) bool {
	switch key {
	case "articles", "items", "results", "objects", "data", "docs", "documents", "entries", "news", "stories", "posts", "hits", "records", "rows", "edges", "nodes",
		"value": // of OData
		return true
	}
	return false
}
