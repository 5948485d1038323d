// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// German phrases that can stand in the same place, with their English translations.
///
/// No two mean the same. Adjectives are stems to which a sentence adds the ending, and no two are
/// opposites.
struct GermanVocabulary: Sendable, ExpressibleByDictionaryLiteral {
  /// A phrase in both languages.
  struct Phrase: Sendable {
    /// The phrase as it stands in the German sentence.
    let german: String
    /// Its translation.
    let english: String
  }

  /// The phrases, at least two.
  let phrases: [Phrase]

  /// Creates a vocabulary from German phrases with their translations.
  init(dictionaryLiteral elements: (String, String)...) {
    phrases = elements.map { Phrase(german: $0.0, english: $0.1) }
  }

  /// Creates a vocabulary of numbers in digits.
  init(_ numbers: ClosedRange<Int>) {
    phrases = numbers.map { Phrase(german: String($0), english: String($0)) }
  }

  /// Cities; their German names stand without an article.
  static let cities: GermanVocabulary = [
    "Bremen": "Bremen", "Dresden": "Dresden", "Erfurt": "Erfurt", "Graz": "Graz",
    "Innsbruck": "Innsbruck", "Kassel": "Kassel", "Köln": "Cologne", "Linz": "Linz",
    "Luzern": "Lucerne", "München": "Munich", "Nürnberg": "Nuremberg", "Passau": "Passau",
    "Potsdam": "Potsdam", "Rostock": "Rostock", "Salzburg": "Salzburg", "Wien": "Vienna",
  ]

  /// Countries with a coast whose German names stand without an article.
  static let countries: GermanVocabulary = [
    "Dänemark": "Denmark", "Finnland": "Finland", "Griechenland": "Greece", "Irland": "Ireland",
    "Island": "Iceland", "Italien": "Italy", "Kanada": "Canada", "Kroatien": "Croatia",
    "Norwegen": "Norway",
    "Portugal": "Portugal", "Schottland": "Scotland", "Spanien": "Spain",
  ]

  /// Names of women.
  static let women: GermanVocabulary = [
    "Anna Lindner": "Anna Lindner", "Elsa Marquardt": "Elsa Marquardt",
    "Helene Kraus": "Helene Kraus", "Ida Brandt": "Ida Brandt", "Klara Vogt": "Klara Vogt",
    "Marta Seidel": "Marta Seidel", "Ruth Oberhofer": "Ruth Oberhofer",
    "Sofie Albers": "Sofie Albers", "Thea Rosin": "Thea Rosin",
  ]

  /// Names of men.
  static let men: GermanVocabulary = [
    "Bruno Thiele": "Bruno Thiele", "Emil Hofer": "Emil Hofer", "Franz Ebner": "Franz Ebner",
    "Jakob Reuter": "Jakob Reuter", "Kurt Moosbauer": "Kurt Moosbauer",
    "Leo Sandmann": "Leo Sandmann", "Otto Wendt": "Otto Wendt", "Paul Kessler": "Paul Kessler",
    "Veit Lohmann": "Veit Lohmann",
  ]

  /// Colours.
  static let colors: GermanVocabulary = [
    "blau": "blue", "braun": "brown", "gelb": "yellow", "grau": "grey", "grün": "green",
    "rot": "red",
  ]

  /// What writings and schools may be about.
  static let fields: GermanVocabulary = [
    "historisch": "historical", "medizinisch": "medical", "musikalisch": "musical",
    "philosophisch": "philosophical", "politisch": "political", "technisch": "technical",
  ]

  /// Materials.
  static let materials: GermanVocabulary = [
    "bronzen": "bronze", "gläsern": "glass", "golden": "golden", "hölzern": "wooden",
    "kupfern": "copper", "silbern": "silver",
  ]

  /// Patterns of cloth and china.
  static let patterns: GermanVocabulary = [
    "geblümt": "flowered", "gepunktet": "dotted", "gestreift": "striped", "kariert": "checked",
  ]
}
