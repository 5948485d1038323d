// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The nodes of a simulation, one array for each property.
struct NodeColumns {
  /// The links that end at each node, in their order: those of node *n* are at the places from
  /// `incomingStart[n]` up to `incomingStart[n + 1]`.
  let incoming: [Int32]
  let incomingStart: [Int]
  /// The links that begin at each node, kept likewise.
  let outgoing: [Int32]
  let outgoingStart: [Int]
  /// How long each phase of each signal is green, kept likewise.
  let greenTimes: [Double]
  let phaseStart: [Int]

  var phase: [Int]
  /// How long the phase has lasted.
  var elapsed: [Double]
  var queueHead: [Int32]
  var queueTail: [Int32]

  init(_ network: RoadNetwork, greenTimes: [[Double]]) {
    let count = network.nodes.count
    (incoming, incomingStart) = Self.grouped(network.links.map(\.end), count: count)
    (outgoing, outgoingStart) = Self.grouped(network.links.map(\.start), count: count)
    self.greenTimes = greenTimes.flatMap(\.self)
    phaseStart = greenTimes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    phase = [Int](repeating: 0, count: count)
    elapsed = [Double](repeating: 0, count: count)
    queueHead = [Int32](repeating: -1, count: count)
    queueTail = queueHead
  }

  private static func grouped(_ nodes: [Int], count: Int) -> ([Int32], [Int]) {
    var links: [Int32] = []
    var starts = [0]
    for node in 0..<count {
      links += nodes.indices.filter { nodes[$0] == node }.map { Int32($0) }
      starts.append(links.count)
    }
    return (links, starts)
  }

  func phaseCount(of node: Int) -> Int { phaseStart[node + 1] - phaseStart[node] }

  /// The places of a node's links in ``incoming``.
  func incomingPlaces(of node: Int) -> Range<Int> { incomingStart[node]..<incomingStart[node + 1] }

  /// The places of a node's links in ``outgoing``.
  func outgoingPlaces(of node: Int) -> Range<Int> { outgoingStart[node]..<outgoingStart[node + 1] }
}
