// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension PronounFrame {
  /// All frames.
  static let all =
    aboutFirst.map { PronounFrame(.first, $0.key, claim: $0.value) }
    + aboutSecond.map { PronounFrame(.second, $0.key, claim: $0.value) }
    + aboutEither.map { PronounFrame(.either, $0.key, claim: $0.value) }

  /// Sentences with what they say about the first person.
  private static let aboutFirst: KeyValuePairs<String, String> = [
    "{1} apologized to {2} because {he} had forgotten the appointment.":
      "{0} had forgotten the appointment",
    "{1} borrowed an umbrella from {2} because {he} had left {his} own at home.":
      "{0} had left an umbrella at home",
    "{1} asked {2} for directions because {he} {was} lost.":
      "{0} was lost",
    "{1} promised {2} that {he} would bring the ladder back by Sunday.":
      "{0} would bring the ladder back",
    "{1} confessed to {2} that {he} had scratched the car.":
      "{0} had scratched the car",
    "{1} hid from {2} because {he} did not want to be found.":
      "{0} did not want to be found",
    "{1} leaned on {2} because {he} had sprained an ankle.":
      "{0} had sprained an ankle",
    "{1} begged {2} for forgiveness because {he} had told a lie.":
      "{0} had told a lie",
    "{1} overslept, so {2} caught the train without {him}.":
      "The train left without {0}",
    "{1} stumbled, and {2} caught {him} just in time.":
      "{0} was caught",
    "{1} was stuck in the lift until {2} freed {him}.":
      "{0} was freed",
    "{1} asked {2} for a glass of water because {he} {was} thirsty.":
      "{0} was thirsty",
    "{1} sued {2} because {he} wanted {his} money back.":
      "{0} wanted the money back",
    "{1} asked {2} for a loan because {he} could not pay the rent.":
      "{0} could not pay the rent",
    "{1} thanked {2} for finding the wallet that {he} had lost.":
      "{0} had lost the wallet",
    "{1} ran after {2} because {he} did not want to be left behind.":
      "{0} did not want to be left behind",
    "{1} could not lift the box alone, so {2} helped {him}.":
      "{0} was helped",
  ]

  /// Sentences with what they say about the second person.
  private static let aboutSecond: KeyValuePairs<String, String> = [
    "{1} congratulated {2} because {he} had won the raffle.":
      "{0} had won the raffle",
    "{1} thanked {2} because {he} had carried the heavy boxes upstairs.":
      "{0} had carried the boxes",
    "{1} scolded {2} because {he} had come an hour late.":
      "{0} had come late",
    "{1} comforted {2} because {he} had lost a dear friend.":
      "{0} had lost a friend",
    "{1} lent {2} a coat because {he} had left {his} own at home.":
      "{0} had left a coat at home",
    "{1} woke {2} because {he} {was} snoring loudly.":
      "{0} was snoring",
    "{1} praised {2} because {he} had sung so well.":
      "{0} had sung well",
    "{1} gave {2} a towel because {he} had fallen into the pond.":
      "{0} had fallen into the pond",
    "{1} called an ambulance for {2} because {he} had fainted.":
      "{0} had fainted",
    "{1} hired {2} because {he} had excellent references.":
      "{0} had excellent references",
    "{1} voted for {2} because {he} had made the best speech.":
      "{0} had made the best speech",
    "{1} followed {2} because {he} knew the way.":
      "{0} knew the way",
    "{1} opened the door to {2} because {he} had rung the bell.":
      "{0} had rung the bell",
    "{1} forgave {2} because {he} had apologized sincerely.":
      "{0} had apologized",
    "{1} searched the forest for {2} because {he} had not come home.":
      "{0} had not come home",
    "{1} carried {2} to the car because {he} had twisted an ankle.":
      "{0} had twisted an ankle",
    "{1} envied {2} because {he} had won a trip around the world.":
      "{0} had won a trip",
    "{1} read the sign aloud to {2} because {he} had forgotten {his} glasses.":
      "{0} had forgotten the glasses",
  ]

  /// Sentences with what they say about one of the two.
  private static let aboutEither: KeyValuePairs<String, String> = [
    "{1} met {2} after {he} had come back from a holiday.":
      "{0} had come back from a holiday",
    "{1} chatted with {2} while {he} {was} waiting for the bus.":
      "{0} was waiting for the bus",
    "{1} played chess with {2}, and {he} won after forty moves.":
      "{0} won the game",
    "{1} told {2} that {he} had been chosen for the prize.":
      "{0} had been chosen",
    "{1} shared a taxi with {2} because {he} had missed the last train.":
      "{0} had missed the train",
    "{1} ran into {2} when {he} {was} changing trains.":
      "{0} was changing trains",
    "{1} wrote to {2} that {his} application had been accepted.":
      "{0}'s application had been accepted",
    "When {1} met {2}, {he} {was} carrying a large suitcase.":
      "{0} was carrying a suitcase",
    "{1} had not seen {2} since {he} moved to another city.":
      "{0} had moved",
    "{1} danced with {2} until {he} {was} tired.":
      "{0} was tired",
    "{1} could hardly hear {2} because {he} {was} standing at the other end of the hall.":
      "{0} was at the other end of the hall",
    "{1} had dinner with {2} on the day {he} turned forty.":
      "{0} turned forty",
    "{1} lived next door to {2} until {he} sold the house.":
      "{0} sold a house",
    "{1} told {2} that {his} car had been towed away.":
      "{0}'s car had been towed away",
    "{1} quarrelled with {2} because {he} {was} in a bad mood.":
      "{0} was in a bad mood",
    "{1} stopped working with {2} after {he} had inherited a fortune.":
      "{0} had inherited a fortune",
    "{1} travelled with {2}, and {he} kept a diary.":
      "{0} kept a diary",
    "{1} sat beside {2} on the plane, and {he} slept the whole way.":
      "{0} slept",
  ]
}
