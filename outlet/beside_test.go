package outlet

import "testing"

// What stands beside a name that is also a word of the language makes it an outlet's: time
// between it and its verb, what a paper is like, who writes for it, who is told.
func TestBesideNamesInManyLanguages(t *testing.T) {
	for _, c := range []struct {
		country, text string
		want          string // canonical name; empty for none
	}{
		{"PT", "O arquivo ardeu na terça-feira, noticia hoje o Público.", "Público"},
		{"PT", "O arquivo ardeu, noticiou ontem à tarde o Público.", "Público"},
		{"PT", "O arquivo ardeu ontem à tarde, e o Público aplaudiu.", ""},
		{"AR", "Según publicó anoche el diario deportivo Olé, no renovará.", "Olé"},
		{"AR", "Cantaron anoche Olé en la plaza.", ""},
		{"FR", "La démission avait été annoncée la veille par La Provence.", "La Provence"},
		{"FR", "Il est passé la veille par La Provence.", ""},
		{"IT", "Era stato denunciato settimane fa dal Mattino.", "Il Mattino"},
		{"ES", "El periodista de Marca Jorge Sanz lo asegura.", "Marca"},
		{"ES", "El fabricante de Marca Blanca lo asegura.", ""},
		{"PT", "\"Não me demito\", disse a autarca à TSF.", "TSF"},
		{"PT", "A RTP mostrou o vídeo.", "RTP"},
		{"US", "The RTP filters of the dam were shown.", ""},
		{"PE", "Bajará, informó el viernes el diario de negocios Gestión.", "Gestión"},
		{"PE", "Bajará, informó la oficina de Gestión Pública.", ""},
		{"CH", "Lo riferisce il Corriere del Ticino nell'edizione odierna.", "Corriere del Ticino"},
		{"IT", "L'uomo, racconta il Giornale di Brescia, viveva solo.", "Giornale di Brescia"},
		{"IT", "Lo scrive il Corriere delle Valli.", ""},
		{"PT", "Foram os jornalistas do Público que o viram.", "Público"},
	} {
		got := ""
		for _, m := range Default().Find(nil, c.text, nil, &Outlet{Name: "O Moliceiro", Country: c.country}) {
			if m.Outlet != nil {
				got = m.Outlet.Name
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
