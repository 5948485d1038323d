// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Words of lower-case letters, among them groups that begin alike.
enum SortableWords {
  static let all = text.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let text = """
    abbey acorn acrobat adapt admire adventure agile airport album alcove almond amber amend ample
    anchor anvil apron archer arena armour arrive artist aspen atlas attic avenue awning axle
    bacon badger bagpipe balcony ballad bamboo banner barge barley barrel basil basin bayou beacon
    beaver bellow bench berry bishop blanket blaze blossom boulder bracket brave breeze bridle
    brisk bronze brook buckle budget bugle bundle butter
    cabin cactus camera canal candle canoe canvas canyon caravan carbon card cargo carpet cart
    carve castle cavern cedar cellar chalk chamber channel chapel chapter charm cherry chimney
    chisel cider cinema circle circus citadel clarinet clasp clay cliff climb cloak clover cobalt
    cobble comet compass copper coral cottage cradle crane crater cricket crimson crystal curtain
    cushion cymbal
    dagger daisy damp dapper dawn decade delta denim desert diamond dimple dinner divide dolphin
    domino donkey drapery dream drizzle dungeon dusk
    eager eagle early easel echo eclipse edge elbow ember emblem empire enamel engine envelope
    epoch equator estuary evening exile
    fabric falcon fancy farmer feather fennel ferry fiddle field fig flame flannel fleece flint
    flock flood florist flute fog foliage forest forge fossil fountain fragile frost fudge furnace
    gadget gallop garden garlic gather gazelle geyser giant ginger glacier glade glance glider
    gloom glove goblet gondola gorge granite gravel grape gravity grove guitar gutter
    habit hamlet hammer harbour harness harvest hatch haven hazel heather hedge helmet hermit
    heron hinge hollow honey horizon hornet hound husk
    icicle idle igloo imprint indigo inlet insect island ivory ivy
    jacket jade jaguar jasmine jetty jigsaw jolly journal juggle juniper
    kayak kernel kettle kiosk kitchen kitten knapsack knight knot
    label lacquer ladder lagoon lantern larch lather lattice laurel lava lavender lemon lentil
    lever lichen lilac limber linen lizard lobster locket lullaby lumber lyric
    magnet mallet mango mantle maple marble margin marina marsh meadow medal mellow melody mercury
    meteor mimosa mineral mirror mitten molten monsoon mosaic muffin museum mustard myth
    napkin narrow nectar needle nettle nimble noble nomad novel nugget nutmeg
    oasis oatmeal oblong ocean octave olive onyx opal orbit orchard orchid organ otter outpost
    oxygen oyster
    paddle palace panther paper parade parcel parrot pastry patio pebble pelican pepper pewter
    piano picnic pigeon pilgrim pillar pilot pine pioneer plank plaster plaza plume pocket pollen
    pony poplar portrait prairie prism puddle pumpkin puppet pyramid
    quarry quartz quilt quiver
    rabbit racket radar radish raft rafter ragged raisin ramp ranch raven reef relic ribbon riddle
    ripple river robin rocket rowan ruby rudder rustic
    saddle saffron sailor salad salmon sandal sapling satin sauna scarf scarlet sculpt seashell
    season shadow shallow shamrock shelter shepherd shovel shrine silver skein sleet slender sloop
    smoke snowfall socket sonnet sparrow spindle spiral spruce stable staple starling statue steam
    stencil stitch stone storm story stove strand stream stride sturdy summit swallow swamp
    tablet talcum tangle tapestry tarnish tavern teapot temple tempo tender terrace thicket
    thimble thistle thorn thread throne thunder ticket tidal timber tinsel toffee topaz torch
    tortoise trail tropic trumpet tulip tundra tunnel turret twilight
    umbrella unicorn upland urban utensil
    valley vanilla varnish velvet veranda vessel viaduct village vinegar violet violin vivid
    volcano voyage
    waffle wagon walnut walrus warble waterfall wax weasel weather wharf wheat whisper wicker
    widget willow window winter wisdom wolf woodland wreath wren
    yacht yarn yeast yellow yonder
    zebra zenith zephyr zinc zither
    """
}
