// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// German words with their English translations, several of them with a slash between.
enum TranslationGlossary {
  /// Words that turn a statement into its opposite, in both languages.
  static let negations: Set = [
    "nicht", "nie", "kein", "keine", "keinen", "not", "no", "never", "cannot",
  ]

  /// Words of which the opposite is here as well.
  static let opposites = [
    "berühmt": "famous", "geschlossen": "closed", "geöffnet": "open", "größer": "larger",
    "kalt": "cold", "kleiner": "smaller", "pünktlich": "on time", "unbekannt": "unknown",
    "unzufrieden": "dissatisfied", "verspätet": "late", "warm": "warm", "zufrieden": "satisfied",
  ]

  /// Places and countries, and the last names of persons.
  static let names = [
    "Albers": "Albers", "Brandt": "Brandt", "Bremen": "Bremen", "Dresden": "Dresden",
    "Dänemark": "Denmark", "Ebner": "Ebner", "Erfurt": "Erfurt", "Finnland": "Finland",
    "Graz": "Graz", "Griechenland": "Greece", "Hofer": "Hofer", "Innsbruck": "Innsbruck",
    "Irland": "Ireland", "Island": "Iceland", "Italien": "Italy", "Kanada": "Canada",
    "Kassel": "Kassel",
    "Kessler": "Kessler", "Kraus": "Kraus", "Kroatien": "Croatia", "Köln": "Cologne",
    "Lindner": "Lindner", "Linz": "Linz", "Lohmann": "Lohmann", "Luzern": "Lucerne",
    "Marquardt": "Marquardt", "Moosbauer": "Moosbauer", "München": "Munich", "Norwegen": "Norway",
    "Nürnberg": "Nuremberg", "Oberhofer": "Oberhofer", "Passau": "Passau", "Portugal": "Portugal",
    "Potsdam": "Potsdam", "Reuter": "Reuter", "Rosin": "Rosin", "Rostock": "Rostock",
    "Salzburg": "Salzburg", "Sandmann": "Sandmann", "Schottland": "Scotland", "Seidel": "Seidel",
    "Spanien": "Spain", "Thiele": "Thiele", "Vogt": "Vogt", "Wendt": "Wendt",
    "Wien": "Vienna",
  ]

  /// Adjectives without ending.
  static let adjectives = [
    "barock": "Baroque", "besinnlich": "contemplative", "blau": "blue", "braun": "brown",
    "bronzen": "bronze", "chemisch": "chemical", "dornig": "thorny", "duftend": "fragrant",
    "ehrgeizig": "ambitious", "elektrisch": "electric", "felsig": "rocky", "festlich": "festive",
    "fruchtig": "fruity", "geblümt": "flowered", "gebraten": "fried", "gefleckt": "spotted",
    "gegrillt": "grilled", "gelb": "yellow", "gepunktet": "dotted",
    "geräuchert": "smoked", "gestreift": "striped", "giftig": "poisonous", "gläsern": "glass",
    "golden": "golden", "gotisch": "Gothic", "grau": "grey", "grün": "green",
    "historisch": "historical", "hungrig": "hungry", "hydraulisch": "hydraulic",
    "hölzern": "wooden", "hügelig": "hilly", "immergrün": "evergreen", "kariert": "checked",
    "klassizistisch": "neoclassical", "kreisförmig": "circular", "kupfern": "copper",
    "langhalsig": "long-necked", "leuchtend": "glowing", "ländlich": "rural",
    "mariniert": "marinated", "maritim": "maritime", "maskiert": "masked",
    "mechanisch": "mechanical", "medizinisch": "medical", "militärisch": "military",
    "mittelalterlich": "medieval", "musikalisch": "musical", "neugierig": "curious",
    "nussig": "nutty", "philosophisch": "philosophical", "politisch": "political",
    "rauchig": "smoky", "religiös": "religious", "romanisch": "Romanesque",
    "romantisch": "romantic", "rot": "red", "sandig": "sandy", "schattig": "shady",
    "schillernd": "shimmering", "schüchtern": "shy", "sichelförmig": "crescent-shaped",
    "silbern": "silver", "singend": "singing", "stachelig": "prickly", "stolz": "proud",
    "tanzend": "dancing",
    "technisch": "technical", "tragbar": "portable", "volkstümlich": "folksy", "windig": "windy",
    "winzig": "tiny",
  ]

  /// Things and persons in the form in which sentences have them.
  static let nouns = [
    "Abtei": "abbey", "Abteilung": "department", "Affen": "monkeys", "Archiv": "archive",
    "Artikel": "article", "Bauer": "farmer", "Bibliothek": "library", "Bohrer": "drills",
    "Brief": "letter", "Briefe": "letters", "Brücke": "bridge", "Bucht": "bay", "Bus": "bus",
    "Clowns": "clowns", "Dampfer": "steamer", "Eidechsen": "lizards", "Elefanten": "elephants",
    "Ente": "duck", "Essay": "essay", "Eule": "owl", "Farn": "fern", "Felsen": "rock",
    "Fest": "festival", "Fisch": "fish", "Flugzeug": "aeroplane", "Fresko": "fresco",
    "Friedhof": "cemetery", "Gasthaus": "inn", "Gedichte": "poems", "Gemälde": "painting",
    "Gletscher": "glacier", "Gärtner": "gardener/gardeners", "Halbinsel": "peninsula",
    "Hotel": "hotel", "Hunden": "dogs", "Hüte": "hats", "Innenhof": "courtyard", "Insel": "island",
    "Institut": "institute", "Internat": "boarding school", "Kaktus": "cactus", "Kapelle": "chapel",
    "Karikaturen": "cartoons", "Kathedrale": "cathedral", "Kinder": "children",
    "Kloster": "monastery", "Konzert": "concert", "Krankenhaus": "hospital", "Käse": "cheese",
    "Labor": "laboratory", "Landzunge": "headland", "Laternen": "lanterns", "Lehrerin": "teacher",
    "Lesung": "reading", "Lieder": "songs", "Luftschiff": "airship", "Löffel": "spoon",
    "Messe": "trade fair", "Mosaik": "mosaic", "Muschel": "mussel", "Museum": "museum",
    "Mäntel": "coats", "Märsche": "marches", "Mönche": "monks", "Mühle": "mill", "Müller": "miller",
    "Opern": "operas", "Papageien": "parrots", "Park": "park", "Pavillon": "pavilion",
    "Pfarrer": "pastor", "Pferden": "horses", "Pflanze": "plant", "Pfleger": "nurses",
    "Pilz": "mushroom", "Plakat": "poster", "Pokal": "cup", "Polizist": "policeman",
    "Predigt": "sermon", "Pumpen": "pumps", "Rede": "speech", "Richter": "judge",
    "Richterin": "judge", "Ring": "ring", "Roman": "novel", "Rätsel": "puzzles",
    "Schaffner": "conductor", "Scheune": "barn", "Schiff": "ship", "Schildkröte": "turtle",
    "Schinken": "ham", "Schirme": "umbrellas", "Schlange": "snake", "Schlangen": "snakes",
    "Schloss": "castle", "Schnecke": "snail", "Schule": "school", "Schuppen": "shed",
    "Seminar": "seminar", "Soldaten": "soldiers", "Spielplatz": "playground", "Spinne": "spider",
    "Steg": "footbridge", "Strauch": "shrub", "Student": "student", "Studentin": "student",
    "Taschen": "bags", "Tassen": "cups", "Teller": "plate/plates", "Theater": "theatre",
    "Tofu": "tofu", "Turnier": "tournament", "Uhren": "clocks", "Universität": "university",
    "Vasen": "vases", "Vorlesung": "lecture", "Vulkan": "volcano", "Waagen": "scales",
    "Walzer": "waltzes", "Wasserfall": "waterfall", "Wein": "wine", "Witwe": "widow",
    "Zaun": "fence", "Zeitschrift": "magazine", "Zentrum": "centre", "Zug": "train",
  ]
}
