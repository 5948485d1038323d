// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Words of which questions about coloured objects are made.
enum ColoredObjectsTable {
  /// A kind of object.
  struct Kind: Sendable {
    let singular: String
    let plural: String
  }

  /// The colours in the order in which they are listed as options.
  static let colors = [
    "white", "black", "grey", "brown", "beige", "red", "crimson", "orange", "yellow", "green",
    "olive", "turquoise", "blue", "navy", "violet", "purple", "pink", "silver",
  ]

  static let surfaces = ["bench", "carpet", "shelf", "windowsill"]

  static let objects = [
    Kind("button"), Kind("candle"), Kind("coaster"), Kind("comb"), Kind("eraser"), Kind("feather"),
    Kind("glove"), Kind("key ring"), Kind("magnet"), Kind("marble"), Kind("matchbox", "matchboxes"),
    Kind("napkin"), Kind("paintbrush", "paintbrushes"), Kind("pebble"), Kind("postcard"),
    Kind("ribbon"), Kind("ruler"), Kind("shoelace"), Kind("sponge"), Kind("spoon"),
    Kind("stapler"), Kind("sticker"), Kind("thimble"), Kind("whistle"),
  ]
}

extension ColoredObjectsTable.Kind {
  /// Creates a kind; the plural is the singular with `s` unless it is given.
  fileprivate init(_ singular: String, _ plural: String? = nil) {
    self.init(singular: singular, plural: plural ?? singular + "s")
  }
}
