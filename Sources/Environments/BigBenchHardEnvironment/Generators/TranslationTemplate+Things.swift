// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TranslationTemplate {
  /// Sentences about nature, goods and vehicles.
  static let things = [
    TranslationTemplate(
      german: "Der {modifier}e {noun} in {name}, {clause}, ist {number} Meter hoch und {claim}.",
      english: "The {modifier} {noun} in {name}, {clause}, is {number} metres high and {claim}.",
      names: .countries, numbers: 120...980, modifiers: .colors,
      nouns: [
        "Felsen": "rock", "Gletscher": "glacier", "Vulkan": "volcano", "Wasserfall": "waterfall",
      ],
      claims: [
        "darf fotografiert werden": "may be photographed",
        "darf nicht fotografiert werden": "may not be photographed",
      ],
      clauses: [
        "der in mehreren Sagen vorkommt": "which appears in several legends",
        "der oft im Nebel liegt": "which often lies in fog",
      ]
    ),
    TranslationTemplate(
      german: """
        Die {modifier}e {noun} an der Küste von {name}, {clause}, ist {number} Kilometer lang \
        und {claim}.
        """,
      english: """
        The {modifier} {noun} on the coast of {name}, {clause}, is {number} kilometres long and \
        {claim}.
        """,
      names: .countries, numbers: 11...90,
      modifiers: [
        "felsig": "rocky", "sandig": "sandy", "sichelförmig": "crescent-shaped", "windig": "windy",
      ],
      nouns: [
        "Bucht": "bay", "Halbinsel": "peninsula", "Insel": "island", "Landzunge": "headland",
      ],
      claims: [
        "kann mit dem Boot erreicht werden": "can be reached by boat",
        "kann nicht mit dem Boot erreicht werden": "cannot be reached by boat",
      ],
      clauses: [
        "die Fischern als Zuflucht diente": "which served fishermen as a refuge",
        "die auf alten Karten fehlt": "which is missing from old maps",
      ]
    ),
    TranslationTemplate(
      german:
        "Der {modifier}e {noun} aus {name}, {clause}, wird {number} Zentimeter hoch und {claim}.",
      english:
        "The {modifier} {noun} from {name}, {clause}, grows {number} centimetres tall and {claim}.",
      names: .countries, numbers: 12...95,
      modifiers: [
        "dornig": "thorny", "duftend": "fragrant", "giftig": "poisonous", "immergrün": "evergreen",
      ],
      nouns: ["Farn": "fern", "Kaktus": "cactus", "Pilz": "mushroom", "Strauch": "shrub"],
      claims: [
        "verträgt Frost": "tolerates frost", "verträgt keinen Frost": "does not tolerate frost",
      ],
      clauses: [
        "der im Schatten gedeiht": "which thrives in the shade",
        "den Gärtner schätzen": "which gardeners value",
      ]
    ),
    TranslationTemplate(
      german: "Die {modifier}e {noun} aus {name}, {clause}, legt {number} Eier und {claim}.",
      english: "The {modifier} {noun} from {name}, {clause}, lays {number} eggs and {claim}.",
      names: .countries, numbers: 11...60,
      modifiers: [
        "gefleckt": "spotted", "gestreift": "striped", "langhalsig": "long-necked",
        "schillernd": "shimmering",
      ],
      nouns: ["Ente": "duck", "Eule": "owl", "Schildkröte": "turtle", "Schlange": "snake"],
      claims: ["kann tauchen": "can dive", "kann nicht tauchen": "cannot dive"],
      clauses: [
        "die sehr alt werden kann": "which can grow very old",
        "die man selten zu Gesicht bekommt": "which is rarely seen",
      ]
    ),
    TranslationTemplate(
      german: """
        Das {modifier}e {noun} aus {name}, {clause}, hatte {number} Passagiere an Bord und \
        {claim}.
        """,
      english: """
        The {modifier} {noun} from {name}, {clause}, had {number} passengers on board and \
        {claim}.
        """,
      names: .countries, numbers: 22...240, modifiers: .colors,
      nouns: ["Flugzeug": "aeroplane", "Luftschiff": "airship", "Schiff": "ship"],
      claims: [
        "erreichte sein Ziel": "reached its destination",
        "erreichte sein Ziel nicht": "did not reach its destination",
      ],
      clauses: [
        "das in einen Sturm geraten war": "which had run into a storm",
        "das kurz zuvor repariert worden war": "which had been repaired shortly before",
      ]
    ),
    TranslationTemplate(
      german: """
        Eine Firma aus {name}, {clause}, baut seit {number} Jahren {modifier}e {noun} und \
        {claim}.
        """,
      english: """
        A company from {name}, {clause}, has been building {modifier} {noun} for {number} years \
        and {claim}.
        """,
      names: .countries, numbers: 11...95,
      modifiers: [
        "elektrisch": "electric", "hydraulisch": "hydraulic", "mechanisch": "mechanical",
        "tragbar": "portable",
      ],
      nouns: ["Bohrer": "drills", "Pumpen": "pumps", "Uhren": "clocks", "Waagen": "scales"],
      claims: [
        "liefert ins Ausland": "delivers abroad",
        "liefert nicht ins Ausland": "does not deliver abroad",
      ],
      clauses: [
        "die einer Familie gehört": "which belongs to a family",
        "die ihre Angestellten gut bezahlt": "which pays its employees well",
      ]
    ),
    TranslationTemplate(
      german: "Der {modifier}e {noun} aus {name}, {clause}, reift {number} Wochen und {claim}.",
      english:
        "The {modifier} {noun} from {name}, {clause}, matures for {number} weeks and {claim}.",
      names: .countries, numbers: 11...48,
      modifiers: ["fruchtig": "fruity", "nussig": "nutty", "rauchig": "smoky"],
      nouns: ["Käse": "cheese", "Schinken": "ham", "Wein": "wine"],
      claims: ["wird warm serviert": "is served warm", "wird kalt serviert": "is served cold"],
      clauses: [
        "den Mönche erfunden haben": "which monks invented",
        "der nach einem alten Rezept entsteht": "which is made to an old recipe",
      ]
    ),
    TranslationTemplate(
      german: "In {name} verkaufte ein Händler, {clause}, {number} {modifier}e {noun} und {claim}.",
      english: "In {name} a trader, {clause}, sold {number} {modifier} {noun} and {claim}.",
      names: .countries, numbers: 11...95, modifiers: .patterns,
      nouns: ["Hüte": "hats", "Mäntel": "coats", "Schirme": "umbrellas", "Taschen": "bags"],
      claims: [
        "war damit zufrieden": "was satisfied with that",
        "war damit unzufrieden": "was dissatisfied with that",
      ],
      clauses: [
        "der jedes Jahr wiederkam": "who came back every year",
        "der mit seinem Esel unterwegs war": "who was travelling with his donkey",
      ]
    ),
    TranslationTemplate(
      german: """
        Ein Zirkus aus {name}, {clause}, kam mit {number} {modifier}en {noun} in die Stadt und \
        {claim}.
        """,
      english:
        "A circus from {name}, {clause}, came to town with {number} {modifier} {noun} and {claim}.",
      names: .countries, numbers: 11...40,
      modifiers: [
        "maskiert": "masked", "singend": "singing", "tanzend": "dancing",
        "stolz": "proud",
      ],
      nouns: ["Clowns": "clowns", "Hunden": "dogs", "Pferden": "horses", "Elefanten": "elephants"],
      claims: [
        "blieb den ganzen Sommer": "stayed all summer",
        "blieb nicht den ganzen Sommer": "did not stay all summer",
      ],
      clauses: [
        "den ein Ehepaar leitet": "which is run by a married couple",
        "der schon lange durch Europa zieht": "which has been touring Europe for a long time",
      ]
    ),
  ]
}
