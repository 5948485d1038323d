// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A figure with its picture.
package struct DrawnFigure: Sendable {
  /// What is shown.
  package let figure: Figure
  /// The picture as an SVG document.
  package let picture: Data

  /// Puts a figure and its picture together.
  package init(_ figure: Figure, picture: Data) {
    self.figure = figure
    self.picture = picture
  }

  /// Writes the picture, what it shows in words, and its numbers, as HTML.
  ///
  /// The picture is an image from an address that holds its bytes: nothing in it can run, and nothing
  /// is fetched.
  func write(to stream: inout some TextOutputStream) {
    let title = htmlEscaped(plainText(figure.title))
    let axes = htmlEscaped(plainText("\(figure.vertical) by \(figure.horizontal)"))
    stream.write("<figure>\n<figcaption>\(title): \(axes)</figcaption>\n")
    stream.write("<img alt=\"\(title): \(axes)\" width=\"720\" height=\"440\" ")
    stream.write("src=\"data:image/svg+xml;base64,\(picture.base64EncodedString())\">\n")
    stream.write("<details>\n<summary>Numbers of this figure</summary>\n")
    stream.write("<pre>\(htmlLines(figure.csv))</pre>\n</details>\n</figure>\n")
  }
}
