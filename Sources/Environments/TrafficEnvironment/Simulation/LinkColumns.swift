// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The links of a simulation, one array for each property, with -1 for no vehicle or link.
struct LinkColumns {
  let start: [Int32]
  let end: [Int32]
  let length: [Double]
  let freeSpeed: [Double]
  /// Metres between two platoons at a standstill.
  let spacing: [Double]
  /// Vehicles that the allowances for entering and for leaving grow by in one step.
  let allowanceGain: [Double]
  let mergePriority: [Double]
  /// One bit for each phase of the signal at the end that lets vehicles pass.
  let greenPhases: [UInt64]

  /// Vehicles that may still enter.
  var entryAllowance: [Double]
  /// Vehicles that may still leave.
  var exitAllowance: [Double]
  var first: [Int32]
  var last: [Int32]
  /// The link that the first platoon wants to go on to.
  var request: [Int32]
  /// The time that it takes to travel the link, as last looked at.
  var travelTime: [Double]

  init(_ network: RoadNetwork) {
    let links = network.links
    start = links.map { Int32($0.start) }
    end = links.map { Int32($0.end) }
    length = links.map(\.length)
    freeSpeed = links.map(\.freeSpeed)
    spacing = links.map { 1 / $0.jamDensity * Double(network.platoonSize) }
    mergePriority = links.map(\.mergePriority)
    greenPhases = links.map { $0.greenPhases.reduce(0) { $0 | (1 << UInt64($1)) } }
    let capacity = links.map { Self.capacity(of: $0, reactionTime: network.reactionTime) }
    allowanceGain = capacity.map { 2 * $0 * network.stepTime }
    entryAllowance = capacity.map { 2 * $0 }
    exitAllowance = allowanceGain
    first = [Int32](repeating: -1, count: links.count)
    last = first
    request = first
    travelTime = links.map(\.freeTime)
  }

  /// Vehicles a second where free and congested traffic meet: free speed and jam density with the
  /// backward wave that the reaction time gives.
  private static func capacity(of link: RoadNetwork.Link, reactionTime: Double) -> Double {
    let wave = 1 / reactionTime / link.jamDensity
    return link.freeSpeed * wave * link.jamDensity / (link.freeSpeed + wave)
  }
}
