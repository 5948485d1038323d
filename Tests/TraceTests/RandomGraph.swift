// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

/// A random acyclic graph, the same for the same seed on every machine.
struct RandomGraph {
  let tape = Tape()
  private(set) var nodes: [TraceNode] = []
  private var state: UInt64

  init(seed: UInt64, operations: Int) throws {
    state = seed
    for index in 0..<2 { nodes.append(tape.parameter(.integer(index), named: "p")) }
    nodes.append(tape.parameter(2, named: "frozen", isTrainable: false))
    for index in 0..<2 { nodes.append(tape.constant(.integer(index), named: "c")) }
    for _ in 0..<operations {
      let (x, y, z) = (pick(), pick(), pick())
      switch next() % 4 {
      case 0: nodes.append(try x.isEqual(to: y))
      case 1: nodes.append(try x.isIdentical(to: x))
      case 2: nodes.append(try x.choosing(y, otherwise: z))
      default: nodes.append(try tape.list(x, y))
      }
    }
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  private mutating func pick() -> TraceNode { nodes[Int(next() % UInt64(nodes.count))] }
}
