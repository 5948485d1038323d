// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The platoons of a simulation, one array for each property, with -1 for no vehicle.
struct VehicleColumns {
  /// Metres from the beginning of the link.
  var position: [Double]
  /// The position before the last movement.
  var oldPosition: [Double]
  /// How far a platoon at the end of its link could have gone beyond it.
  var leftover: [Double]
  /// The platoon ahead on the same link.
  var leader: [Int32]
  /// The platoon behind on the same link.
  var follower: [Int32]
  /// The platoon behind in the queue of the origin.
  var behindInQueue: [Int32]
  /// Whether the platoon is at its destination, behind another that has to leave the link first.
  var waitsToFinish: [Bool]
  /// The time that each trip took, or a negative number while it is not finished.
  var travelTime: [Double]

  init(count: Int) {
    position = [Double](repeating: 0, count: count)
    oldPosition = position
    leftover = position
    leader = [Int32](repeating: -1, count: count)
    follower = leader
    behindInQueue = leader
    waitsToFinish = [Bool](repeating: false, count: count)
    travelTime = [Double](repeating: -1, count: count)
  }
}
