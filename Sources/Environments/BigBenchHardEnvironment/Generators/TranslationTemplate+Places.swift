// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TranslationTemplate {
  /// Sentences about buildings, sights and institutions.
  static let places = [
    TranslationTemplate(
      german:
        "Die {modifier}e {noun} in {name}, {clause}, wurde im Jahr {number} gebaut und {claim}.",
      english: "The {modifier} {noun} in {name}, {clause}, was built in {number} and {claim}.",
      names: .cities, numbers: 1720...1910, modifiers: .colors,
      nouns: ["Mühle": "mill", "Kapelle": "chapel", "Scheune": "barn", "Brücke": "bridge"],
      claims: [
        "wird heute noch genutzt": "is still used today",
        "wird heute nicht mehr genutzt": "is no longer used today",
      ],
      clauses: [
        "die einem Kloster gehörte": "which belonged to a monastery",
        "die auf vielen Postkarten zu sehen ist": "which can be seen on many postcards",
      ]
    ),
    TranslationTemplate(
      german: """
        Das {modifier}e {noun} am Marktplatz von {name}, {clause}, hat {number} Fenster und \
        {claim}.
        """,
      english: """
        The {modifier} {noun} on the market square of {name}, {clause}, has {number} windows and \
        {claim}.
        """,
      names: .cities, numbers: 24...180,
      modifiers: [
        "barock": "Baroque", "gotisch": "Gothic", "klassizistisch": "neoclassical",
        "romanisch": "Romanesque",
      ],
      nouns: [
        "Gasthaus": "inn", "Krankenhaus": "hospital", "Museum": "museum", "Theater": "theatre",
      ],
      claims: [
        "ist für Besucher geöffnet": "is open to visitors",
        "ist für Besucher geschlossen": "is closed to visitors",
      ],
      clauses: [
        "das ein reicher Kaufmann bauen ließ": "which a rich merchant had built",
        "dessen Turm eine Uhr trägt": "whose tower bears a clock",
      ]
    ),
    TranslationTemplate(
      german: """
        Der {modifier}e {noun} neben dem Bahnhof von {name}, {clause}, ist {number} Meter lang \
        und {claim}.
        """,
      english: """
        The {modifier} {noun} next to the station of {name}, {clause}, is {number} metres long \
        and {claim}.
        """,
      names: .cities, numbers: 12...90, modifiers: .materials,
      nouns: ["Pavillon": "pavilion", "Schuppen": "shed", "Steg": "footbridge", "Zaun": "fence"],
      claims: [
        "wurde schon gereinigt": "has already been cleaned",
        "wurde noch nicht gereinigt": "has not been cleaned yet",
      ],
      clauses: [
        "den ein Verein gestiftet hat": "which a club donated",
        "der oft fotografiert wird": "which is often photographed",
      ]
    ),
    TranslationTemplate(
      german: "Der {modifier}e {noun} von {name}, {clause}, hat {number} Bänke und {claim}.",
      english: "The {modifier} {noun} of {name}, {clause}, has {number} benches and {claim}.",
      names: .cities, numbers: 11...95,
      modifiers: [
        "duftend": "fragrant", "hügelig": "hilly", "kreisförmig": "circular", "schattig": "shady",
      ],
      nouns: [
        "Friedhof": "cemetery", "Innenhof": "courtyard", "Park": "park", "Spielplatz": "playground",
      ],
      claims: [
        "darf nachts betreten werden": "may be entered at night",
        "darf nachts nicht betreten werden": "may not be entered at night",
      ],
      clauses: [
        "der von alten Eichen umgeben ist": "which is surrounded by old oaks",
        "den eine Stiftung pflegt": "which a foundation looks after",
      ]
    ),
    TranslationTemplate(
      german:
        "Die {noun} von {name}, {clause}, besitzt {number} {modifier}e Handschriften und {claim}.",
      english: "The {noun} of {name}, {clause}, owns {number} {modifier} manuscripts and {claim}.",
      names: .cities, numbers: 120...980, modifiers: .fields,
      nouns: [
        "Abtei": "abbey", "Bibliothek": "library", "Kathedrale": "cathedral",
        "Universität": "university",
      ],
      claims: [
        "verleiht sie an Forscher": "lends them to researchers",
        "verleiht sie nie an Forscher": "never lends them to researchers",
      ],
      clauses: [
        "die nachts beleuchtet wird": "which is lit up at night",
        "die viele Gäste anzieht": "which attracts many guests",
      ]
    ),
    TranslationTemplate(
      german: """
        Das {noun} oberhalb von {name}, {clause}, hat {number} Zimmer mit {modifier}en Vorhängen \
        und {claim}.
        """,
      english: """
        The {noun} above {name}, {clause}, has {number} rooms with {modifier} curtains and \
        {claim}.
        """,
      names: .cities, numbers: 14...160, modifiers: .colors,
      nouns: [
        "Hotel": "hotel", "Internat": "boarding school", "Kloster": "monastery",
        "Schloss": "castle",
      ],
      claims: [
        "ist größer als das Rathaus": "is larger than the town hall",
        "ist kleiner als das Rathaus": "is smaller than the town hall",
      ],
      clauses: [
        "das mit einer Seilbahn zu erreichen ist": "which can be reached by cable car",
        "das von Weinbergen umgeben ist": "which is surrounded by vineyards",
      ]
    ),
    TranslationTemplate(
      german: "Der Zoo von {name}, {clause}, hat {number} {modifier}e {noun} und {claim}.",
      english: "The zoo of {name}, {clause}, has {number} {modifier} {noun} and {claim}.",
      names: .cities, numbers: 11...90, modifiers: .colors,
      nouns: [
        "Affen": "monkeys", "Eidechsen": "lizards", "Papageien": "parrots", "Schlangen": "snakes",
      ],
      claims: [
        "ist im Winter geöffnet": "is open in winter",
        "ist im Winter geschlossen": "is closed in winter",
      ],
      clauses: [
        "der von Freiwilligen betrieben wird": "which is run by volunteers",
        "den vor allem Schulklassen besuchen": "which is mainly visited by school classes",
      ]
    ),
    TranslationTemplate(
      german: "Der {modifier}e {noun} nach {name}, {clause}, braucht {number} Minuten und {claim}.",
      english: "The {modifier} {noun} to {name}, {clause}, takes {number} minutes and {claim}.",
      names: .cities, numbers: 14...140, modifiers: .colors,
      nouns: ["Bus": "bus", "Dampfer": "steamer", "Zug": "train"],
      claims: [
        "kommt meist pünktlich an": "usually arrives on time",
        "kommt meist verspätet an": "usually arrives late",
      ],
      clauses: [
        "den viele Pendler nehmen": "which many commuters use",
        "der fast immer voll ist": "which is almost always full",
      ]
    ),
    TranslationTemplate(
      german: "Das {modifier}e {noun} in {name}, {clause}, dauert {number} Tage und {claim}.",
      english: "The {modifier} {noun} in {name}, {clause}, lasts {number} days and {claim}.",
      names: .cities, numbers: 11...45,
      modifiers: [
        "ländlich": "rural", "maritim": "maritime", "mittelalterlich": "medieval",
        "religiös": "religious",
      ],
      nouns: [
        "Fest": "festival", "Konzert": "concert", "Seminar": "seminar", "Turnier": "tournament",
      ],
      claims: [
        "findet im Freien statt": "takes place outdoors",
        "findet nicht im Freien statt": "does not take place outdoors",
      ],
      clauses: [
        "das von einem Bäcker gegründet wurde": "which was founded by a baker",
        "das sogar im Fernsehen gezeigt wird": "which is even shown on television",
      ]
    ),
    TranslationTemplate(
      german:
        "Das {modifier}e {noun} in {name}, {clause}, beschäftigt {number} Menschen und {claim}.",
      english: "The {modifier} {noun} in {name}, {clause}, employs {number} people and {claim}.",
      names: .cities, numbers: 22...480,
      modifiers: [
        "chemisch": "chemical", "medizinisch": "medical", "militärisch": "military",
        "technisch": "technical",
      ],
      nouns: [
        "Archiv": "archive", "Institut": "institute", "Labor": "laboratory", "Zentrum": "centre",
      ],
      claims: [
        "wird vom Staat bezahlt": "is paid for by the state",
        "wird nicht vom Staat bezahlt": "is not paid for by the state",
      ],
      clauses: [
        "das in einer alten Fabrik untergebracht ist": "which is housed in an old factory",
        "das eine eigene Zeitung herausgibt": "which publishes its own newspaper",
      ]
    ),
    TranslationTemplate(
      german: "Die Zeitung von {name}, {clause}, druckte {number} {modifier}e {noun} und {claim}.",
      english: "The newspaper of {name}, {clause}, printed {number} {modifier} {noun} and {claim}.",
      names: .cities, numbers: 11...95, modifiers: .fields,
      nouns: [
        "Briefe": "letters", "Gedichte": "poems", "Karikaturen": "cartoons", "Rätsel": "puzzles",
      ],
      claims: [
        "bezahlte die Verfasser": "paid the authors",
        "bezahlte die Verfasser nicht": "did not pay the authors",
      ],
      clauses: [
        "die fast jeder Haushalt bezieht": "which almost every household takes",
        "die am Freitag erscheint": "which comes out on Fridays",
      ]
    ),
  ]
}
