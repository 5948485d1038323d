// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A sport with what belongs to it and to none of the others.
///
/// Words that several of them share are left out, such as center alone, goalkeeper, power forward,
/// penalty box and offside.
struct Sport: Sendable {
  /// Positions that can all do the same things.
  struct Squad: Sendable {
    /// Positions and roles.
    let players: [String]
    /// What any of them may do in a game, in the past tense.
    let actions: [String]
  }

  /// Who plays it.
  let squads: [Squad]
  /// Competitions, to be named after `in the`.
  let events: [String]

  /// The five sports.
  static let all = [soccer, basketball, iceHockey, americanFootball, baseball]

  private static let soccer = Sport(
    squads: [
      Squad(
        players: [
          "striker", "false nine", "attacking midfielder", "holding midfielder",
          "box-to-box midfielder", "deep-lying playmaker", "wing-back", "centre-back", "left back",
          "right back",
        ],
        actions: [
          "headed a corner kick into the net", "tried an overhead kick",
          "chipped a panenka from the penalty spot", "bent a free kick around the wall",
          "was booked for a late sliding tackle", "chested down a long ball",
          "equalized with a header in stoppage time", "volleyed a cross over the bar",
          "was shown a second yellow card", "scored with a diving header",
          "cleared a header off the goal line", "backheeled the ball to the left winger",
        ]
      )
    ],
    events: ["FIFA World Cup", "Copa Libertadores", "DFB-Pokal", "UEFA Europa League"]
  )

  private static let basketball = Sport(
    squads: [
      Squad(
        players: [
          "point guard", "backup point guard", "shooting guard", "combo guard", "small forward",
          "point forward", "stretch four", "three-and-D wing",
        ],
        actions: [
          "drained a three-pointer from the corner", "finished an alley-oop with a dunk",
          "sank a hook shot", "missed both free throws", "was whistled for a double dribble",
          "boxed out for a defensive rebound", "ran a pick-and-roll", "hit a fadeaway jumper",
          "stayed in the paint for more than three seconds", "blocked a layup",
          "made a bank shot off the backboard", "let the shot clock run out",
        ]
      )
    ],
    events: ["NBA Finals", "WNBA Finals", "EuroLeague Final Four", "NBA play-in tournament"]
  )

  private static let iceHockey = Sport(
    squads: [
      Squad(
        players: [
          "stay-at-home defenseman", "puck-moving defenseman", "shutdown defenseman",
          "fourth-line winger", "third-line center", "first-line center", "checking-line winger",
          "blueliner",
        ],
        actions: [
          "iced the puck", "scored on a slap shot", "checked an opponent into the boards",
          "served a two-minute minor for hooking", "dumped the puck behind the net",
          "deflected a slap shot past the goaltender", "jumped over the boards on a line change",
          "was penalized for high-sticking", "hit the post with a wrist shot",
          "dropped the gloves in the second period", "cleared the puck from the crease",
          "carried the puck across the blue line",
        ]
      ),
      Squad(
        players: ["butterfly goaltender"],
        actions: [
          "stopped a slap shot with the blocker", "smothered the puck in the crease",
          "made a pad save on a wrist shot", "was pulled for an extra skater",
          "caught the puck in the trapper",
        ]
      ),
    ],
    events: ["Spengler Cup", "NHL Winter Classic", "Calder Cup Finals", "Gagarin Cup Finals"]
  )

  private static let americanFootball = Sport(
    squads: [
      Squad(
        players: ["quarterback", "third-string quarterback", "dual-threat quarterback"],
        actions: [
          "threw a touchdown pass", "took a knee after the two-minute warning",
          "called an audible at the line of scrimmage", "was sacked on third and long",
          "fumbled a shotgun snap", "handed off to the running back at the two-yard line",
        ]
      ),
      Squad(
        players: ["wide receiver", "slot receiver", "tight end", "running back"],
        actions: [
          "caught a touchdown pass", "converted a third down with a one-handed catch",
          "was tackled at the one-yard line on fourth and goal", "ran a double reverse",
          "dropped a pass in the end zone", "gained twelve yards on a jet sweep",
        ]
      ),
      Squad(
        players: [
          "cornerback", "free safety", "strong safety", "middle linebacker", "outside linebacker",
          "nose tackle", "edge rusher",
        ],
        actions: [
          "was flagged for roughing the passer", "sacked the quarterback",
          "recovered a fumble in the end zone", "returned an interception for a touchdown",
          "stopped the run behind the line of scrimmage", "batted down a pass on fourth down",
        ]
      ),
    ],
    events: ["Super Bowl", "NFL season opener", "Pro Bowl", "NFL wild-card round"]
  )

  private static let baseball = Sport(
    squads: [
      Squad(
        players: [
          "starting pitcher", "relief pitcher", "knuckleball pitcher", "sidearm pitcher",
        ],
        actions: [
          "threw a curveball in the dirt", "walked in a run with the bases loaded",
          "balked with a runner on third base", "gave up a grand slam",
          "struck out the leadoff hitter", "picked off a runner at first base",
          "retired the side in order",
        ]
      ),
      Squad(
        players: [
          "shortstop", "first baseman", "second baseman", "third baseman", "left fielder",
          "center fielder", "right fielder", "catcher", "leadoff hitter", "cleanup hitter",
        ],
        actions: [
          "stole second base", "laid down a sacrifice bunt", "hit a ground-rule double",
          "fouled off a two-strike pitch", "struck out looking at a slider",
          "slid into home plate", "drew a walk on a full count",
          "grounded into an inning-ending double play", "hit a three-run homer",
          "flied out to deep center field",
        ]
      ),
    ],
    events: ["Japan Series", "Caribbean Series", "MLB All-Star Game", "AL Division Series"]
  )
}
