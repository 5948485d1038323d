// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A figure as data: what it shows is written beside it as comma-separated values.
package struct Figure: Sendable, Hashable {
  /// How series are drawn.
  package enum Style: String, Sendable, Hashable {
    /// Lines with bands.
    case curve
    /// Steps, for shares that grow.
    case profile
    /// Bars with intervals, one group for each label of the horizontal axis.
    case bars
    /// Marks with intervals, one for each optimizer.
    case points
  }

  /// A number of a series.
  package struct Point: Sendable, Hashable {
    /// The place on the horizontal axis; for bars the number of the label.
    package let place: Double
    /// The number.
    package let value: Double
    /// The interval, where there is one.
    package let interval: ConfidenceInterval?
    /// How many trials or instances are behind it; nil where it is the same for all.
    package let count: Int?

    /// Creates a point.
    package init(
      _ place: Double, _ value: Double, interval: ConfidenceInterval? = nil, count: Int? = nil
    ) {
      self.place = place
      self.value = value
      self.interval = interval
      self.count = count
    }
  }

  /// The numbers of one optimizer.
  package struct Series: Sendable, Hashable {
    /// The optimizer, as tables name it.
    package let label: String
    /// The numbers by place.
    package let points: [Point]

    /// Creates a series.
    package init(label: String, points: [Point]) {
      self.label = label
      self.points = points
    }
  }

  /// The name of its files, made of letters, digits and hyphens.
  package let name: String
  /// What it shows, in a sentence.
  package let title: String
  /// What the horizontal axis counts.
  package let horizontal: String
  /// What the vertical axis measures.
  package let vertical: String
  /// How series are drawn.
  package let style: Style
  /// The labels of groups of bars.
  package var labels: [String] = []
  /// The series, at least one.
  package let series: [Series]

  /// Creates a figure; `name` keeps only what file names may hold.
  package init(
    name: String, title: String, axes: (horizontal: String, vertical: String), style: Style,
    labels: [String] = [], series: [Series]
  ) {
    self.name = Self.fileName(name)
    self.title = title
    horizontal = axes.horizontal
    vertical = axes.vertical
    self.style = style
    self.labels = labels
    self.series = series
  }

  private static func fileName(_ text: String) -> String {
    let letters = text.unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isDigit)
      return isPlain ? Character(scalar) : "-"
    }
    return letters.split(separator: "-").map { String($0) }.joined(separator: "-").lowercased()
  }

  /// The data as comma-separated values with a line of headings; series and labels are numbered
  /// from 1.
  ///
  /// - Complexity: O(*n*) in the number of points.
  package var csv: String {
    var lines = ["series,optimizer,place,label,value,lower,upper,n"]
    for (number, series) in series.enumerated() {
      for point in series.points {
        let label = style == .bars ? labels[Int(point.place)] : ""
        let ends = [point.interval?.lower, point.interval?.upper].map { $0.map { "\($0)" } ?? "" }
        let fields =
          ["\(number + 1)", CSVFormat.field(series.label), "\(point.place)"]
          + [CSVFormat.field(label), "\(point.value)"] + ends
          + [point.count.map { "\($0)" } ?? ""]
        lines.append(fields.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
