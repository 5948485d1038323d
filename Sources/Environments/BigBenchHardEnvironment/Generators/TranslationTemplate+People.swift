// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TranslationTemplate {
  /// Sentences about what somebody does or has made.
  static let people = [
    TranslationTemplate(
      german:
        "{name}, {clause}, schrieb mit {number} Jahren einen {modifier}en {noun} und {claim}.",
      english: "{name}, {clause}, wrote a {modifier} {noun} at the age of {number} and {claim}.",
      names: .women, numbers: 21...79, modifiers: .fields,
      nouns: ["Artikel": "article", "Brief": "letter", "Essay": "essay", "Roman": "novel"],
      claims: [
        "veröffentlichte ihn sofort": "published it at once",
        "veröffentlichte ihn nie": "never published it",
      ],
      clauses: [
        "die ihre Jugend im Ausland verbracht hatte": "who had spent her youth abroad",
        "die aus einer Arztfamilie stammte": "who came from a family of doctors",
      ]
    ),
    TranslationTemplate(
      german: "{name}, {clause}, leitete {number} Jahre lang eine {modifier}e {noun} und {claim}.",
      english: "{name}, {clause}, ran a {modifier} {noun} for {number} years and {claim}.",
      names: .men, numbers: 11...38, modifiers: .fields,
      nouns: [
        "Abteilung": "department", "Messe": "trade fair", "Schule": "school",
        "Zeitschrift": "magazine",
      ],
      claims: [
        "wurde dadurch reich": "became rich through it",
        "wurde dadurch nicht reich": "did not become rich through it",
      ],
      clauses: [
        "der gern Geige spielte": "who liked to play the violin",
        "dessen Eltern Bauern waren": "whose parents were farmers",
      ]
    ),
    TranslationTemplate(
      german:
        "{name}, {clause}, gewann nach {number} Rennen einen {modifier}en {noun} und {claim}.",
      english: "{name}, {clause}, won a {modifier} {noun} after {number} races and {claim}.",
      names: .women, numbers: 11...90, modifiers: .materials,
      nouns: ["Löffel": "spoon", "Pokal": "cup", "Ring": "ring", "Teller": "plate"],
      claims: [
        "trainiert noch immer": "is still training",
        "trainiert nicht mehr": "is no longer training",
      ],
      clauses: [
        "die erst spät mit dem Sport begonnen hatte": "who had taken up sport late",
        "die sonst in einer Bank arbeitet": "who otherwise works in a bank",
      ]
    ),
    TranslationTemplate(
      german: "{name}, {clause}, servierte {number} Gästen {modifier}en {noun} und {claim}.",
      english: "{name}, {clause}, served {modifier} {noun} to {number} guests and {claim}.",
      names: .men, numbers: 11...95,
      modifiers: [
        "gebraten": "fried", "gegrillt": "grilled", "geräuchert": "smoked",
        "mariniert": "marinated",
      ],
      nouns: ["Fisch": "fish", "Käse": "cheese", "Schinken": "ham", "Tofu": "tofu"],
      claims: [
        "bekam dafür Lob": "received praise for it",
        "bekam dafür kein Lob": "received no praise for it",
      ],
      clauses: [
        "der in einem Wirtshaus aufgewachsen war": "who had grown up in a tavern",
        "den seine Mutter das Kochen gelehrt hatte": "whom his mother had taught to cook",
      ]
    ),
    TranslationTemplate(
      german: "Im Jahr {number} entdeckte {name}, {clause}, eine {modifier}e {noun} und {claim}.",
      english: "In {number} {name}, {clause}, discovered a {modifier} {noun} and {claim}.",
      names: .women, numbers: 1820...1990,
      modifiers: [
        "giftig": "poisonous", "leuchtend": "glowing", "stachelig": "prickly", "winzig": "tiny",
      ],
      nouns: ["Muschel": "mussel", "Pflanze": "plant", "Schnecke": "snail", "Spinne": "spider"],
      claims: [
        "durfte sie benennen": "was allowed to name it",
        "durfte sie nicht benennen": "was not allowed to name it",
      ],
      clauses: [
        "die als Ärztin gearbeitet hatte": "who had worked as a physician",
        "die gern allein reiste": "who liked to travel alone",
      ]
    ),
    TranslationTemplate(
      german: "{name}, {clause}, komponierte {number} {modifier}e {noun} und {claim}.",
      english: "{name}, {clause}, composed {number} {modifier} {noun} and {claim}.",
      names: .men, numbers: 11...140,
      modifiers: [
        "besinnlich": "contemplative", "festlich": "festive", "romantisch": "romantic",
        "volkstümlich": "folksy",
      ],
      nouns: ["Lieder": "songs", "Märsche": "marches", "Opern": "operas", "Walzer": "waltzes"],
      claims: [
        "war zu Lebzeiten berühmt": "was famous in his lifetime",
        "war zu Lebzeiten unbekannt": "was unknown in his lifetime",
      ],
      clauses: [
        "der das Klavier liebte": "who loved the piano",
        "den seine Tante unterrichtet hatte": "whom his aunt had taught",
      ]
    ),
    TranslationTemplate(
      german: "{name}, {clause}, sammelte {number} {modifier}e {noun} und {claim}.",
      english: "{name}, {clause}, collected {number} {modifier} {noun} and {claim}.",
      names: .women, numbers: 22...350, modifiers: .patterns,
      nouns: ["Laternen": "lanterns", "Tassen": "cups", "Teller": "plates", "Vasen": "vases"],
      claims: ["verkaufte sie später": "sold them later", "verkaufte sie nie": "never sold them"],
      clauses: [
        "die in einer Wohnung am Hafen lebte": "who lived in a flat by the harbour",
        "die eine Erbschaft gemacht hatte": "who had come into an inheritance",
      ]
    ),
    TranslationTemplate(
      german: "{name}, {clause}, hielt vor {number} Zuhörern eine {modifier}e {noun} und {claim}.",
      english: "{name}, {clause}, gave a {modifier} {noun} to {number} listeners and {claim}.",
      names: .men, numbers: 22...480, modifiers: .fields,
      nouns: ["Lesung": "reading", "Predigt": "sermon", "Rede": "speech", "Vorlesung": "lecture"],
      claims: [
        "beantwortete danach Fragen": "answered questions afterwards",
        "beantwortete danach keine Fragen": "answered no questions afterwards",
      ],
      clauses: [
        "der sonst als schweigsam galt": "who was otherwise considered taciturn",
        "der mit dem Fahrrad gekommen war": "who had come by bicycle",
      ]
    ),
    TranslationTemplate(
      german:
        "Das {noun} der Malerin {name}, {clause}, zeigt {number} {modifier}e Pferde und {claim}.",
      english:
        "The {noun} by the painter {name}, {clause}, shows {number} {modifier} horses and {claim}.",
      names: .women, numbers: 11...40, modifiers: .colors,
      nouns: ["Fresko": "fresco", "Gemälde": "painting", "Mosaik": "mosaic", "Plakat": "poster"],
      claims: ["wurde verkauft": "was sold", "wurde nicht verkauft": "was not sold"],
      clauses: [
        "das lange in einem Keller war": "which was in a cellar for a long time",
        "das ein Sammler entdeckt hat": "which a collector discovered",
      ]
    ),
    TranslationTemplate(
      german: "{name}, {clause}, unterrichtete {number} {modifier}e {noun} und {claim}.",
      english: "{name}, {clause}, taught {number} {modifier} {noun} and {claim}.",
      names: .women, numbers: 11...60,
      modifiers: [
        "ehrgeizig": "ambitious", "hungrig": "hungry", "neugierig": "curious", "schüchtern": "shy",
      ],
      nouns: [
        "Kinder": "children", "Mönche": "monks", "Pfleger": "nurses", "Soldaten": "soldiers",
      ],
      claims: ["hatte Freude daran": "enjoyed it", "hatte keine Freude daran": "did not enjoy it"],
      clauses: [
        "die mehrere Sprachen beherrschte": "who spoke several languages",
        "die am Stadtrand wohnte": "who lived on the edge of town",
      ]
    ),
    TranslationTemplate(
      german:
        "Am Bahnhof von {name} fand ein {noun}, {clause}, {number} {modifier}e Koffer und {claim}.",
      english: """
        At the station of {name} a {noun}, {clause}, found {number} {modifier} suitcases and \
        {claim}.
        """,
      names: .cities, numbers: 11...40, modifiers: .colors,
      nouns: [
        "Gärtner": "gardener", "Polizist": "policeman", "Schaffner": "conductor",
        "Student": "student",
      ],
      claims: ["öffnete sie": "opened them", "öffnete sie nicht": "did not open them"],
      clauses: [
        "der auf seine Schwester wartete": "who was waiting for his sister",
        "der noch müde war": "who was still tired",
      ]
    ),
    TranslationTemplate(
      german: """
        Eine {noun} aus {name}, {clause}, bekam {number} Euro für einen {modifier}en Teppich und \
        {claim}.
        """,
      english:
        "A {noun} from {name}, {clause}, got {number} euros for a {modifier} carpet and {claim}.",
      names: .cities, numbers: 120...950, modifiers: .patterns,
      nouns: [
        "Lehrerin": "teacher", "Richterin": "judge", "Studentin": "student", "Witwe": "widow",
      ],
      claims: [
        "behielt das Geld": "kept the money", "behielt das Geld nicht": "did not keep the money",
      ],
      clauses: [
        "die mehr erwartet hatte": "who had expected more",
        "die gerade umzog": "who was just moving house",
      ]
    ),
    TranslationTemplate(
      german: "Ein {noun} in {name}, {clause}, pflanzte {number} {modifier}e Rosen und {claim}.",
      english: "A {noun} in {name}, {clause}, planted {number} {modifier} roses and {claim}.",
      names: .cities, numbers: 11...95, modifiers: .colors,
      nouns: ["Bauer": "farmer", "Müller": "miller", "Pfarrer": "pastor", "Richter": "judge"],
      claims: ["goss sie täglich": "watered them daily", "goss sie nie": "never watered them"],
      clauses: [
        "dessen Garten am Fluss liegt": "whose garden lies by the river",
        "der gern früh aufsteht": "who likes to get up early",
      ]
    ),
  ]
}
