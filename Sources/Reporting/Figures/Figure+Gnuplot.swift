// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// A kind of picture that gnuplot writes.
  package enum Picture: String, Sendable, Hashable, CaseIterable {
    case svg, png, pdf

    fileprivate var terminal: String {
      switch self {
      case .svg: "svg noenhanced size 720,440 font 'sans,13' background '#ffffff'"
      case .png: "pngcairo noenhanced size 1440,880 font 'sans,24' lw 2"
      case .pdf: "pdfcairo noenhanced size 6.5in,4in font 'sans,11'"
      }
    }
  }

  /// A script for gnuplot 5 that draws figures from the files beside it.
  ///
  /// Colours are those of Okabe and Ito (Color Universal Design, 2008), which colour-blind readers
  /// can tell apart; dashes, marks and patterns tell series apart in grey.
  ///
  /// - Parameters:
  ///   - figures: What is drawn.
  ///   - pictures: The kinds of picture that are made of each.
  /// - Returns: The script, which writes pictures named after their figures.
  /// - Complexity: O(*n*) in the number of series.
  package static func gnuplotScript(
    _ figures: [Figure], as pictures: [Picture] = Picture.allCases
  ) -> String {
    let head = """
      # Draws the figures of this folder from the CSV files beside it: gnuplot figures.gp
      set encoding utf8
      set datafile separator ','
      set datafile missing ''
      set border 3
      set tics nomirror
      set grid ytics lc rgb '#dddddd'
      set style fill transparent solid 0.13 noborder

      """
    return figures.reduce(into: head) { $0 += "\n" + $1.gnuplotCommands(pictures) }
  }

  private static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#a6a100",
  ]

  /// Marks that differ in shape also when they are small: disc, square, triangles, diamond, star.
  private static let shapes = [7, 4, 9, 10, 13, 3]

  private func gnuplotCommands(_ pictures: [Picture]) -> String {
    var lines = ["# \(Self.gnuplotText(title))", "set key outside right center vertical"]
    lines.append("set title '\(Self.gnuplotText(title))' noenhanced")
    lines.append("set xlabel '\(Self.gnuplotText(horizontal))'")
    lines.append("set ylabel '\(Self.gnuplotText(vertical))'")
    let range =
      switch style {
      case .profile: "[0:1.02]"
      case .bars: "[*<0:0<*]"
      case .curve, .points: "[*:*]"
      }
    lines.append("set yrange \(range)")
    lines.append(style == .bars ? "set xzeroaxis lt -1" : "unset xzeroaxis")
    let places = style == .points ? "[0:*]; set offsets graph 0.05, graph 0.05, 0, 0" : "[*:*]"
    lines.append(
      style == .bars ? barTics : "set xtics autofreq norotate; unset offsets; set xrange \(places)")
    // Bands come first, so that no line is hidden behind one.
    let parts = series.indices.flatMap(bands) + series.indices.flatMap(drawing)
    for picture in pictures {
      lines.append("set terminal \(picture.terminal)")
      lines.append("set output '\(name).\(picture.rawValue)'")
      lines.append("plot \(parts.joined(separator: ", \\\n  "))")
      lines.append("unset output")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var barTics: String {
    let tics = labels.enumerated().map { "'\(Self.gnuplotText($0.element))' \($0.offset)" }
    return "set xtics (\(tics.joined(separator: ", "))) rotate by -20; "
      + "set xrange [-0.6:\(labels.count).0 - 0.4]"
  }

  private func chosen(_ index: Int) -> String {
    "'\(name).csv' skip 1 using ($1 == \(index + 1) ? $3 : NaN)"
  }

  private func hasIntervals(_ index: Int) -> Bool {
    series[index].points.contains { $0.interval != nil }
  }

  private func color(_ index: Int) -> String {
    "lc rgb '\(Self.colors[index % Self.colors.count])'"
  }

  private func bands(_ index: Int) -> [String] {
    guard style == .curve, hasIntervals(index) else { return [] }
    return ["\(chosen(index)):6:7 with filledcurves \(color(index)) notitle"]
  }

  /// The parts of a plot command that draw one series.
  private func drawing(_ index: Int) -> [String] {
    let title = "title '\(Self.gnuplotText(series[index].label))'"
    let color = color(index)
    let chosen = chosen(index)
    switch style {
    case .curve:
      let shape = Self.shapes[index % Self.shapes.count]
      let mark = "pt \(shape) ps 0.7 pi \(max(1, series[index].points.count / 8))"
      let line = "\(chosen):5 with linespoints \(color) dt \(index % 5 + 1) lw 2 \(mark)"
      return ["\(line) \(title)"]
    case .points:
      let mark = "\(color) pt \(Self.shapes[index % Self.shapes.count]) ps 1.2 lw 2"
      return hasIntervals(index)
        ? ["\(chosen):5:6:7 with yerrorbars \(mark) \(title)"]
        : ["\(chosen):5 with points \(mark) \(title)"]
    case .profile:
      return ["\(chosen):5 with steps \(color) dt \(index % 5 + 1) lw 2 \(title)"]
    case .bars:
      let width = 0.8 / Double(series.count)
      let shift = (Double(index) - Double(series.count - 1) / 2) * width
      let place = "'\(name).csv' skip 1 using ($1 == \(index + 1) ? $3 + \(shift) : NaN)"
      let fill = "fs pattern \(index % 7 + 1) border -1"
      let bars = "\(place):5:(\(width * 0.92)) with boxes \(color) \(fill) \(title)"
      let ends = "\(place):5:6:7 with yerrorbars lc rgb '#222222' pt 0 notitle"
      return [bars] + (hasIntervals(index) ? [ends] : [])
    }
  }

  /// A text that a quoted string of gnuplot holds and that cannot end it or run anything.
  private static func gnuplotText(_ text: String) -> String {
    // A combining mark joins a quote to one character, which gnuplot does not know.
    plainText(text).unicodeScalars.reduce(into: "") { quoted, scalar in
      quoted.unicodeScalars.append(["'", "`", "\\", "@"].contains(scalar) ? "’" : scalar)
    }
  }
}
