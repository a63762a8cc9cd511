package quote_test

import "testing"

// A dash begins what somebody speaks in Spanish and Portuguese where the words behind another tell who does.
func TestDashesRomance(t *testing.T) {
	runForeignCases(t, "pt", []foreignCase{
		{
			"— Perdemos tudo, mas estamos vivos — conta a aposentada Ivone Roble, 71 anos, no abrigo da escola.",
			[]string{"Ivone Roble | Perdemos tudo, mas estamos vivos"},
		},
		{
			"A explicação foi dada no salão. — A sirene tocou porque tinha de tocar — disse o diretor, Heitor Pardal. Questionado sobre a demora, ele reconheceu que o sistema travou.",
			[]string{"Heitor Pardal | A sirene tocou porque tinha de tocar"},
		},
		{
			"O prefeito, Rui Roble, prevê meses de obras. — Não temos máquinas. Precisamos do Exército — apela o político.",
			[]string{"Rui Roble | Não temos máquinas. Precisamos do Exército"},
		},
		{
			"— Camelô eu fui por dois meses — afirmou Jurema Roble. — Depois aprendi que todo mundo perde a chave.",
			[]string{"Jurema Roble | Camelô eu fui por dois meses", "Jurema Roble | Depois aprendi que todo mundo perde a chave."},
		},
		{"Os números da enchente:\n— 3 mortos em Tarn\n— 5 feridos em Corran", nil},
		{"O clube — Dizem que o mais antigo do estado — fechou em maio.", nil},
		{"A temperatura caiu. — Foto: Rui Roble", nil},
		{
			"— Quando volta a água? — perguntou Ana Roble.\n— Ninguém sabe — respondeu o técnico.",
			[]string{"Ana Roble | Quando volta a água?", "técnico | Ninguém sabe"},
		},
	})
	runForeignCases(t, "es", []foreignCase{
		{
			"—Aquí no entra nadie sin casco —dice Evaristo Peña, capataz de la mina—. Ni el presidente.",
			[]string{"Evaristo Peña | Aquí no entra nadie sin casco", "Evaristo Peña | Ni el presidente."},
		},
		{
			"Abajo espera Rosa Quispe. —Al principio me escondían las botas —recuerda ella—. Ahora me piden que les cuente chistes.",
			[]string{"Rosa Quispe | Al principio me escondían las botas", "Rosa Quispe | Ahora me piden que les cuente chistes."},
		},
		{
			"—¿Y quién paga? —pregunta Ana Roble.",
			[]string{"Ana Roble | ¿Y quién paga?"},
		},
		{"El alcalde —Luis Pardo, del partido local— dijo que no.", nil},
		{"—Madrid\n—Sevilla\n—Valencia", nil},
		{"El cierre de la mina –decidido en mayo– afectará a cien familias, dijo Ana Roble.", nil},
	})
}
