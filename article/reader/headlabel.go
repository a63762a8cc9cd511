package reader

import "strings"

// headLabels are labels of heads of texts that are no keys of data, each language's as its
// readers and archives write them, folded as foldKey folds. What a key of data may be as well
// but means something else there (Data, in Italian a date) is a label here alone.
var headLabels = func() map[string]field {
	labels := map[string]field{}
	for f, names := range map[field]string{
		titleField: "fulltitle articleheadline überschrift overskrift tittel titulek nadpis názov otsikko τίτλος cím titlu naslov judul tajuk tiêuđề pealkiri virsraksts antraštė " +
			"заглавие наслов titre1 题目 題目",
		bylineField: "von par por di av af door kirjoittanut autorin verfasserin verfasserinnen autoras autrice scrittodi écritpar escritopor scritto författare skribent forfatter kirjoittaja toimittaja schrijver " +
			"geschrevendoor verslaggever συντάκτης szerző újságíró redaktor автори авторы журналист penulis tácgiả 著者 筆者 撰文 作者名",
		outletField: "lähde julkaisu zdroj zdrojčlánku джерело видання πηγή εφημερίδα forrás lap sursă sursa izvor sumber nguồn vir allikas avots šaltinis tidning avis giornale gazeta kaynakça " +
			"publikation publicação publicación publicatie pubblicazione quotidiano 新聞 新聞名 掲載紙 报纸 報紙 신문",
		urlField: "länk lenke linkki odkaz посилання bağlantı adresse adres indirizzo dirección endereço webadresse webseite internetadresse hivatkozás tautan liênkết σύνδεσμος povezava poveznica lingid saite nuoroda " +
			"linkdoartigo linkdellarticolo linkzumartikel originallink originalurl articlelink sourcelink",
		dateField: "data dato päivämäärä päiväys julkaistu ημερομηνία dátum dată tanggal ngày kuupäev datums publiziertam veröffentlichtam erschienenam erschienen publiéle paru parule publicadoel publicadoem " +
			"pubblicatoil gepubliceerdop verschenenop publicerad publiceraddatum publisert publiseringsdato publiceret udgivet opublikowano datawydania датапублікації опубликовано опубліковано datevydání publikováno publishedtime " +
			"datumderveröffentlichung datumvanpublicatie publicatiedatum datadepublicação datadipubblicazione 掲載日時 配信日時 刊登日期 게재일",
	} {
		for name := range strings.FieldsSeq(names) {
			labels[name] = f
		}
	}
	return labels
}()

// headLabelRank is the rank of headLabels among the keys of their fields.
const headLabelRank = 8

// labelField returns the field that a label of a head names, and its rank.
func labelField(label string) (field, uint8) {
	lower := strings.ToLower(label)
	var buf [60]byte
	if f := headLabels[string(foldKey(buf[:0], []byte(lower)))]; f != noField {
		if f == dateField {
			return f, lastDateRank - 1
		}
		return f, headLabelRank
	}
	return fieldOf([]byte(lower))
}
