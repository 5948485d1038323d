// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Tells the series of each film by words of its title and looks for the only option of the series
/// of the four.
func solveFilms(_ text: String) -> String? {
  guard let list = text.text(between: "similar to ", and: ":\n") else { return nil }
  let series = Set(list.split(separator: ", ").map { seriesOf(String($0)) })
  guard series.count == 1, let common = series.first, let common else { return nil }
  let item = ItemText(text)
  guard item.options.allSatisfy({ seriesOf($0) != nil }) else { return nil }
  return item.letter { seriesOf($0) == common }
}

/// The number of the only series with one of its marks in a title.
private func seriesOf(_ title: String) -> Int? {
  let words = title.filter { !":!&-".contains($0) }.words
  let runs = words.indices.flatMap { start in
    (start..<words.count).map { words[start...$0].joined(separator: " ") }
  }
  let found = Set(runs.compactMap { seriesByMark[$0] })
  return found.count == 1 ? found.first : nil
}

/// The number of the series that a run of words gives away.
private let seriesByMark = Dictionary(
  uniqueKeysWithValues: seriesMarks.split(separator: "\n").enumerated().flatMap { number, line in
    line.split(separator: ", ").map { (String($0), number) }
  })

/// Words that give a series away, one series a line.
private let seriesMarks = """
  Air Bud
  Alien, Aliens, Prometheus
  American Pie, American Wedding, American Reunion
  Andy Hardy, Andy Hardy's
  Beethoven, Beethoven's
  Dr. No, Russia with Love, Goldfinger, Thunderball, Only Live Twice, Live and Let Die, Moonraker, \
  Octopussy, View to a Kill, Living Daylights, GoldenEye, Tomorrow Never Dies, Die Another Day, \
  Quantum of Solace, Skyfall, No Time to Die
  Bourne
  Carry On
  Chucky, Child's Play
  Conjuring, Annabelle, Nun
  Death Wish
  Despicable Me, Minions
  Die Hard
  Dirty Harry, Magnum Force, Enforcer, Sudden Impact, Dead Pool
  Dracula
  Furious, Fast Five, Fast X
  Final Destination
  Friday the 13th, Jason X, Final Friday
  Godzilla, Destroy All Monsters, Mechagodzilla
  Halloween
  Harry Potter
  Hellraiser
  Herbie, Love Bug
  Home Alone
  Hunger Games
  Ice Age
  Indiana Jones, Lost Ark
  Jurassic
  Land Before Time
  Mad Max
  Iron Man, Hulk, Thor, Captain America, Avengers, Guardians of the Galaxy, AntMan, \
  Doctor Strange, Black Panther, Captain Marvel, Black Widow
  Lord of the Rings, Hobbit
  Mission Impossible
  Muppet, Muppets
  Paranormal Activity
  Pink Panther, Shot in the Dark
  Pirates of the Caribbean
  of the Apes
  Police Academy
  Rambo, First Blood
  Resident Evil
  Road to
  Rocky, Creed
  Saw, Jigsaw
  Scary Movie
  Scream
  Sharknado
  Shrek, Puss in Boots
  St Trinian's
  Star Trek
  Star Wars, Jedi, Empire Strikes Back
  Step Up
  Superman
  Tarzan, Tarzan's
  Terminator
  Thin Man
  Toy Story, Lightyear
  Transformers, Bumblebee
  Tremors
  Twilight
  Underworld
  Vacation
  """
