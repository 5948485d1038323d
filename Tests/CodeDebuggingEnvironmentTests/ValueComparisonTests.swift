// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeDebuggingEnvironment
import Testing

struct ValueComparisonTests {
  private static let equal: [(JSONValue, JSONValue)] = [
    (1, 1), (1, .real(1)), (.real(0.1 + 0.2), .real(0.3)), ("a", "a"), (.null, .null),
    ([1, [true]], [1, [true]]), (["a": 1, "b": 2], ["b": 2, "a": 1]), ([], []),
    (.real(1e12 + 1), .real(1e12 + 2)),
  ]

  private static let different: [(JSONValue, JSONValue)] = [
    (1, 2), (1, true), (0, false), (0, .null), ("1", 1), ([1], [1, 1]), ([1, 2], [2, 1]),
    (["a": 1], ["a": 1, "b": 1]), (["a": 1, "c": 1], ["a": 1, "b": 1]), ([], .null), ([], ""),
    (.real(0.1), .real(0.1 + 1e-6)), (.integer(.max), .integer(.max - 1)), (false, .null),
  ]

  @Test func equalValuesMatchBothWays() {
    for (first, second) in Self.equal {
      #expect(first.matches(second, tolerance: 1e-9), "\(first) \(second)")
      #expect(second.matches(first, tolerance: 1e-9), "\(second) \(first)")
    }
  }

  @Test func differentValuesDoNotMatch() {
    for (first, second) in Self.different {
      #expect(!first.matches(second, tolerance: 1e-9), "\(first) \(second)")
      #expect(!second.matches(first, tolerance: 1e-9), "\(second) \(first)")
    }
  }

  @Test func theToleranceIsAbsoluteAndRelative() {
    #expect(JSONValue.real(0.04).matches(.real(0), tolerance: 0.05))
    #expect(!JSONValue.real(0.06).matches(.real(0), tolerance: 0.05))
    #expect(JSONValue.real(104).matches(100, tolerance: 0.05))
    #expect(!JSONValue.real(106).matches(100, tolerance: 0.05))
  }
}
