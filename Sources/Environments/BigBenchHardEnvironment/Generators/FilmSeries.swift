// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Films that continue, precede or branch off from one another.
struct FilmSeries: Sendable {
  /// Titles, at least five and none with a comma.
  let films: [String]

  /// Reads titles with a slash between them, over one or more lines.
  private init(_ titles: Substring) {
    let line = titles.split(separator: "\n").joined(separator: " ")
    films = line.split(separator: " / ").map(String.init)
  }

  /// The series: no film is in two of them, and no two of them meet in a film.
  static let all = text.split(separator: "\n\n").map(FilmSeries.init)

  /// A paragraph for each series.
  private static let text = """
    Air Bud / Air Bud: Golden Receiver / Air Bud: World Pup / Air Bud: Seventh Inning Fetch /
    Air Bud: Spikes Back

    Alien / Aliens / Alien 3 / Alien Resurrection / Prometheus / Alien: Covenant

    American Pie / American Pie 2 / American Wedding / American Reunion /
    American Pie Presents: Band Camp / American Pie Presents: Beta House

    Love Finds Andy Hardy / Andy Hardy Gets Spring Fever / Andy Hardy Meets Debutante /
    Life Begins for Andy Hardy / Andy Hardy's Double Life

    Beethoven / Beethoven's 2nd / Beethoven's 3rd / Beethoven's 4th / Beethoven's 5th

    Dr. No / From Russia with Love / Goldfinger / Thunderball / You Only Live Twice /
    Live and Let Die / Moonraker / Octopussy / A View to a Kill / The Living Daylights / GoldenEye /
    Tomorrow Never Dies / Die Another Day / Quantum of Solace / Skyfall / No Time to Die

    The Bourne Identity / The Bourne Supremacy / The Bourne Ultimatum / The Bourne Legacy /
    Jason Bourne

    Carry On Sergeant / Carry On Nurse / Carry On Teacher / Carry On Constable / Carry On Cleo /
    Carry On Screaming! / Carry On Camping / Carry On Matron

    Child's Play / Child's Play 2 / Child's Play 3 / Bride of Chucky / Seed of Chucky /
    Curse of Chucky / Cult of Chucky

    The Conjuring / The Conjuring 2 / Annabelle / Annabelle: Creation / Annabelle Comes Home /
    The Nun / The Nun II

    Death Wish / Death Wish II / Death Wish 3 / Death Wish 4: The Crackdown /
    Death Wish V: The Face of Death

    Despicable Me / Despicable Me 2 / Despicable Me 3 / Minions / Minions: The Rise of Gru

    Die Hard / Die Hard 2 / Die Hard with a Vengeance / Live Free or Die Hard /
    A Good Day to Die Hard

    Dirty Harry / Magnum Force / The Enforcer / Sudden Impact / The Dead Pool

    The Brides of Dracula / Dracula: Prince of Darkness / Dracula Has Risen from the Grave /
    Taste the Blood of Dracula / Scars of Dracula / The Satanic Rites of Dracula

    The Fast and the Furious / 2 Fast 2 Furious / The Fast and the Furious: Tokyo Drift /
    Fast Five / Fast & Furious 6 / Furious 7 / The Fate of the Furious / Fast X

    Final Destination / Final Destination 2 / Final Destination 3 / The Final Destination /
    Final Destination 5

    Friday the 13th / Friday the 13th Part 2 / Friday the 13th: The Final Chapter /
    Friday the 13th: A New Beginning / Jason Goes to Hell: The Final Friday / Jason X

    Godzilla Raids Again / Mothra vs. Godzilla / Son of Godzilla / Destroy All Monsters /
    Godzilla vs. Hedorah / Godzilla vs. Gigan / Terror of Mechagodzilla

    Halloween / Halloween II / Halloween III: Season of the Witch /
    Halloween 4: The Return of Michael Myers / Halloween: Resurrection / Halloween Kills /
    Halloween Ends

    Harry Potter and the Chamber of Secrets / Harry Potter and the Prisoner of Azkaban /
    Harry Potter and the Goblet of Fire / Harry Potter and the Order of the Phoenix /
    Harry Potter and the Half-Blood Prince

    Hellraiser / Hellbound: Hellraiser II / Hellraiser III: Hell on Earth / Hellraiser: Bloodline /
    Hellraiser: Inferno

    The Love Bug / Herbie Rides Again / Herbie Goes to Monte Carlo / Herbie Goes Bananas /
    Herbie: Fully Loaded

    Home Alone / Home Alone 2: Lost in New York / Home Alone 3 / Home Alone: The Holiday Heist /
    Home Sweet Home Alone

    The Hunger Games / The Hunger Games: Catching Fire / The Hunger Games: Mockingjay - Part 1 /
    The Hunger Games: Mockingjay - Part 2 / The Hunger Games: The Ballad of Songbirds & Snakes

    Ice Age / Ice Age: The Meltdown / Ice Age: Dawn of the Dinosaurs / Ice Age: Continental Drift /
    Ice Age: Collision Course

    Raiders of the Lost Ark / Indiana Jones and the Temple of Doom /
    Indiana Jones and the Last Crusade / Indiana Jones and the Kingdom of the Crystal Skull /
    Indiana Jones and the Dial of Destiny

    Jurassic Park / The Lost World: Jurassic Park / Jurassic Park III / Jurassic World /
    Jurassic World: Fallen Kingdom / Jurassic World Dominion

    The Land Before Time / The Land Before Time II: The Great Valley Adventure /
    The Land Before Time III: The Time of the Great Giving /
    The Land Before Time IV: Journey Through the Mists /
    The Land Before Time V: The Mysterious Island

    Mad Max / Mad Max 2 / Mad Max Beyond Thunderdome / Mad Max: Fury Road / Furiosa: A Mad Max Saga

    Iron Man / The Incredible Hulk / Thor / Captain America: The First Avenger / The Avengers /
    Guardians of the Galaxy / Ant-Man / Doctor Strange / Black Panther / Captain Marvel /
    Black Widow

    The Lord of the Rings: The Fellowship of the Ring / The Lord of the Rings: The Two Towers /
    The Lord of the Rings: The Return of the King / The Hobbit: An Unexpected Journey /
    The Hobbit: The Desolation of Smaug / The Hobbit: The Battle of the Five Armies

    Mission: Impossible / Mission: Impossible 2 / Mission: Impossible III /
    Mission: Impossible - Ghost Protocol / Mission: Impossible - Rogue Nation /
    Mission: Impossible - Fallout

    The Muppet Movie / The Great Muppet Caper / The Muppets Take Manhattan /
    The Muppet Christmas Carol / Muppet Treasure Island / Muppets from Space / Muppets Most Wanted

    Paranormal Activity / Paranormal Activity 2 / Paranormal Activity 3 / Paranormal Activity 4 /
    Paranormal Activity: The Marked Ones

    The Pink Panther / A Shot in the Dark / The Return of the Pink Panther /
    The Pink Panther Strikes Again / Revenge of the Pink Panther / Trail of the Pink Panther

    Pirates of the Caribbean: The Curse of the Black Pearl /
    Pirates of the Caribbean: Dead Man's Chest / Pirates of the Caribbean: At World's End /
    Pirates of the Caribbean: On Stranger Tides / Pirates of the Caribbean: Dead Men Tell No Tales

    Planet of the Apes / Beneath the Planet of the Apes / Escape from the Planet of the Apes /
    Conquest of the Planet of the Apes / Battle for the Planet of the Apes /
    Rise of the Planet of the Apes

    Police Academy / Police Academy 2: Their First Assignment / Police Academy 3: Back in Training /
    Police Academy 4: Citizens on Patrol / Police Academy: Mission to Moscow

    First Blood / Rambo: First Blood Part II / Rambo III / Rambo / Rambo: Last Blood

    Resident Evil / Resident Evil: Apocalypse / Resident Evil: Extinction /
    Resident Evil: Afterlife / Resident Evil: Retribution / Resident Evil: The Final Chapter

    Road to Singapore / Road to Zanzibar / Road to Morocco / Road to Utopia / Road to Rio /
    Road to Bali

    Rocky / Rocky II / Rocky III / Rocky IV / Rocky Balboa / Creed / Creed II

    Saw / Saw II / Saw III / Saw IV / Saw V / Saw VI / Jigsaw

    Scary Movie / Scary Movie 2 / Scary Movie 3 / Scary Movie 4 / Scary Movie 5

    Scream / Scream 2 / Scream 3 / Scream 4 / Scream VI

    Sharknado / Sharknado 2: The Second One / Sharknado 3: Oh Hell No! /
    Sharknado: The 4th Awakens / Sharknado 5: Global Swarming

    Shrek / Shrek 2 / Shrek the Third / Shrek Forever After / Puss in Boots /
    Puss in Boots: The Last Wish

    The Belles of St Trinian's / Blue Murder at St Trinian's / The Pure Hell of St Trinian's /
    The Great St Trinian's Train Robbery / The Wildcats of St Trinian's

    Star Trek: The Motion Picture / Star Trek II: The Wrath of Khan /
    Star Trek III: The Search for Spock / Star Trek IV: The Voyage Home / Star Trek Generations /
    Star Trek: First Contact / Star Trek Into Darkness

    Star Wars / The Empire Strikes Back / Return of the Jedi /
    Star Wars: Episode I - The Phantom Menace / Star Wars: Episode II - Attack of the Clones /
    Star Wars: The Force Awakens / Star Wars: The Last Jedi

    Step Up / Step Up 2: The Streets / Step Up 3D / Step Up Revolution / Step Up: All In

    Superman / Superman II / Superman III / Superman IV: The Quest for Peace / Superman Returns

    Tarzan the Ape Man / Tarzan and His Mate / Tarzan Escapes / Tarzan Finds a Son! /
    Tarzan's Secret Treasure / Tarzan's New York Adventure

    The Terminator / Terminator 2: Judgment Day / Terminator 3: Rise of the Machines /
    Terminator Salvation / Terminator Genisys / Terminator: Dark Fate

    The Thin Man / After the Thin Man / Another Thin Man / Shadow of the Thin Man /
    The Thin Man Goes Home / Song of the Thin Man

    Toy Story / Toy Story 2 / Toy Story 3 / Toy Story 4 / Lightyear

    Transformers / Transformers: Revenge of the Fallen / Transformers: Dark of the Moon /
    Transformers: Age of Extinction / Bumblebee / Transformers: Rise of the Beasts

    Tremors / Tremors 2: Aftershocks / Tremors 3: Back to Perfection /
    Tremors 4: The Legend Begins / Tremors 5: Bloodlines

    Twilight / The Twilight Saga: New Moon / The Twilight Saga: Eclipse /
    The Twilight Saga: Breaking Dawn - Part 1 / The Twilight Saga: Breaking Dawn - Part 2

    Underworld / Underworld: Evolution / Underworld: Rise of the Lycans / Underworld: Awakening /
    Underworld: Blood Wars

    National Lampoon's Vacation / National Lampoon's European Vacation /
    National Lampoon's Christmas Vacation / Vegas Vacation / Vacation
    """
}
