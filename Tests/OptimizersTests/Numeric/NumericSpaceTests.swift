// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Testing
import Trace

@testable import Optimizers

struct NumericSpaceTests {
  static let parameters = [
    ParameterSpecification(name: "text", kind: .text, initialValue: "t", summary: "text"),
    ParameterSpecification(
      name: "whole", kind: .integer(-3...7), initialValue: 2, summary: "whole"),
    ParameterSpecification(
      name: "frozen", kind: .real(0...1), initialValue: .real(0.5), summary: "frozen",
      isTrainable: false),
    ParameterSpecification(
      name: "single", kind: .real(2...2), initialValue: .real(2), summary: "single"),
    ParameterSpecification(
      name: "free", kind: .real(nil), initialValue: .real(-30), summary: "free"),
    ParameterSpecification(
      name: "bounded", kind: .real(0.1...0.3), initialValue: .real(0.2), summary: "bounded"),
  ]
  let space = NumericSpace(Self.parameters)
  let values = ParameterValues(initialOf: Self.parameters)

  @Test func coordinatesAreTheTrainableNumbersWithMoreThanOneValue() {
    #expect(space.coordinates.map(\.name) == ["whole", "free", "bounded"])
    #expect(space.start == [2, -30, 0.2])
  }

  @Test func aPointChangesItsCoordinatesAndNothingElse() {
    let changed = space.values(at: [2.5, 1e9, 0.15], changing: values)
    #expect(changed["whole"] == .integer(3))
    #expect(changed["free"] == .real(1e9))
    #expect(changed["bounded"] == .real(0.15))
    #expect(["text", "frozen", "single"].allSatisfy { changed[$0] == values[$0] })
  }

  @Test func numbersOutsideAreTakenToTheBoundAndNoNumbersToTheStart() {
    #expect(space.admitted([7.6, 5, 0.31]) == [7, 5, 0.3])
    #expect(space.admitted([-99, .nan, -.infinity]) == [-3, -30, 0.2])
    #expect(space.values(at: [-3.4, .infinity, .nan], changing: values)["whole"] == .integer(-3))
  }

  @Test func theStartIsMetExactly() {
    let there = space.point(atUnit: space.unit(of: space.start))
    #expect(zip(there, space.start).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(space.values(at: space.start, changing: values) == values)
  }

  @Test func withoutBoundsTheRangeIsTenTimesTheStart() {
    #expect(space.coordinates[1].range == -330...270)
    #expect(space.point(atUnit: [0, 0, 0]) == [-3, -330, 0.1])
    #expect(space.point(atUnit: [1, 1, 1])[0] == 7)
  }

  @Test func onlyWholeAndRealNumbersAreCovered() {
    #expect(NumericSpace.covers([.integer(nil), .real(0...1)]))
    #expect(!NumericSpace.covers([.real(nil), .flag]))
    #expect(!NumericSpace.covers([.text]))
    #expect(!NumericSpace.covers([]))
  }

  @Test func theUnitIntervalIsCameBackToInThreeWays() {
    #expect([-0.25, 1.25, 2.5, -3.5].map(UnitInterval.reflected) == [0.25, 0.75, 0.5, 0.5])
    #expect([-0.25, 1.25, 2.5].map(UnitInterval.wrapped) == [0.75, 0.25, 0.5])
    #expect([-0.25, 1.25, 0.5].map(UnitInterval.clamped) == [0, 1, 0.5])
  }
}
