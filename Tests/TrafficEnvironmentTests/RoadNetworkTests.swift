// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import TrafficEnvironment

struct RoadNetworkTests {
  @Test func theIntersectionIsThePapersOne() throws {
    let network = try BuiltInNetwork.intersection.load()
    #expect(network.nodes.map(\.name) == ["W1", "E1", "N1", "S1", "I1"])
    #expect(network.signals == [4])
    #expect(network.links.count == 8)
    #expect(network.links.allSatisfy { $0.freeTime == 50 })
    #expect(network.stepCount == 1800)
    #expect(network.greenTimes.bounds == 15...90)
    // Links into the signal from west and east have its first phase, the others its second.
    let green = network.links.filter { $0.end == 4 }.map(\.greenPhases)
    #expect(green == [[0], [0], [1], [1]])
  }

  @Test func theGridHasFourSignalsAndEightTerminals() throws {
    let network = try BuiltInNetwork.grid.load()
    #expect(network.signals.count == 4)
    #expect(network.demand.terminals.count == 8)
    #expect(network.links.count == 24)
  }

  @Test func shortestPathsFollowTheFreeTimes() throws {
    var paths = ShortestPaths(try BuiltInNetwork.grid.load())
    paths.search(to: 0)  // W1; S2 is at the opposite corner, four links away.
    #expect(paths.distance[7] == 200)
    #expect(paths.distance[0] == 0)
    #expect(paths.nextLink[0] == nil)
  }

  @Test(arguments: [
    ("\"duration\": 1500", "\"duration\": -1", "\"duration\" that is a number above 0"),
    ("\"phases\": [\"fromA\"]", "\"phases\": [\"fromX\"]", "use one of fromA, fromB, back"),
    ("\"terminals\": [\"A\"", "\"terminals\": [\"X\"", "unknown terminal \"X\""),
    ("{ \"name\": \"B\" }", "{ \"name\": \"A\" }", "two nodes called A"),
    ("\"from\": \"A\", \"to\": \"C\"", "\"from\": \"B\", \"to\": \"C\"", "two links from B to C"),
    ("\"start\": 20", "\"start\": 70", "out of its bounds"),
    ("\"from\": \"F\", \"to\": \"C\"", "\"from\": \"D\", \"to\": \"C\"", "no way from F to A"),
    ("\"nodes\": [", "\"nodes\": [,", "not JSON at line 8"),
  ])
  func aDamagedTextIsRefusedWithASentence(
    original: String, changed: String, complaint: String
  ) throws {
    let text = try Fixture.text("detour")
    let damaged = text.replacing(original, with: changed, maxReplacements: 1)
    try #require(damaged != text)
    #expect {
      try RoadNetwork(parsing: damaged, named: "detour.json")
    } throws: { error in
      "\(error)".hasPrefix("detour.json") && "\(error)".contains(complaint)
    }
  }
}
