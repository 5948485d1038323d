// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

extension Encyclopedia {
  /// All articles: rivers, towns, people, novels, workshops and buildings, each group in its order.
  ///
  /// - Complexity: O(*n*) in the length of all texts.
  var passages: [Passage] {
    rivers.map(passage) + towns.map(passage) + people.map(passage)
      + novels.map { novel in
        Passage(
          title: novel.name,
          text: """
            \(novel.name) is a novel by \(people[novel.author].name), published in \(novel.year). It \
            tells of \(novel.plot).
            """)
      }
      + workshops.map { work in
        Passage(
          title: work.name,
          text: """
            \(work.name) makes \(work.matter). It was founded by \(people[work.maker].name) in \
            \(work.year) and has its seat in \(towns[work.town].name).
            """)
      }
      + buildings.map { work in
        Passage(
          title: work.name,
          text: """
            The \(work.name) stands in \(towns[work.town].name). It was designed by \
            \(people[work.maker].name), was opened in \(work.year) and is known for \(work.matter).
            """)
      }
  }

  private func passage(of river: River) -> Passage {
    Passage(
      title: river.name,
      text: """
        The \(river.name) is a river that rises in \(river.region), is \(river.kilometres) kilometres \
        long and flows into the \(river.sea).
        """)
  }

  private func passage(of town: Town) -> Passage {
    Passage(
      title: town.name,
      text: """
        \(town.name) is a town in \(town.region) on the \(rivers[town.river].name). It was founded \
        in \(town.founded) and has \(Self.count(town.inhabitants)) inhabitants.
        """)
  }

  private func passage(of person: Person) -> Passage {
    Passage(
      title: person.name,
      text: """
        \(person.name) was \(Phrase.indefinite(person.trade)), born in \(towns[person.town].name) in \
        \(person.born), who played the \(person.instrument) from childhood on.
        """)
  }

  /// A number of at least 1,000 with a comma between thousands.
  static func count(_ number: Int) -> String {
    let rest = String(number % 1000)
    return "\(number / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
