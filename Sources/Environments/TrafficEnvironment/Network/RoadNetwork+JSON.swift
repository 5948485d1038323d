// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

extension RoadNetwork {
  /// Reads a network.
  ///
  /// - Parameters:
  ///   - text: A JSON object as in `intersection.json`.
  ///   - file: The name that errors give.
  /// - Throws: ``RoadNetworkError`` when a member is missing or wrong.
  package init(parsing text: String, named file: String) throws {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw RoadNetworkError("\(file) is \(error)")
    }
    let reader = NetworkReader(file: file)
    name = try reader.text("name", of: json)
    duration = try reader.positive("duration", of: json)
    platoonSize = try reader.whole("platoonSize", of: json)
    reactionTime = try reader.positive("reactionTime", of: json)
    routeUpdateInterval = try reader.positive("routeUpdateInterval", of: json)
    greenTimes = try reader.greenTimes(of: json)
    nodes = try reader.array("nodes", of: json).map(reader.node)
    let places = try reader.places(of: nodes)
    links = try reader.array("links", of: json).map { [nodes] in
      try reader.link($0, nodes: nodes, places: places)
    }
    demand = try reader.demand(of: json, places: places)
    try reader.check(self)
  }
}

private struct NetworkReader {
  let file: String

  func wrong(_ name: String, _ kind: String) -> RoadNetworkError {
    RoadNetworkError("\(file) has no member \"\(name)\" that is \(kind): add it")
  }

  func text(_ name: String, of json: JSONValue) throws -> String {
    guard let text = json[name]?.stringValue else { throw wrong(name, "a text") }
    return text
  }

  func positive(_ name: String, of json: JSONValue) throws -> Double {
    guard let number = json[name]?.doubleValue, number > 0 else {
      throw wrong(name, "a number above 0")
    }
    return number
  }

  func number(_ name: String, of json: JSONValue) throws -> Double {
    guard let number = json[name]?.doubleValue, number >= 0 else {
      throw wrong(name, "a number of at least 0")
    }
    return number
  }

  func whole(_ name: String, of json: JSONValue) throws -> Int {
    guard let number = json[name]?.intValue, number > 0 else {
      throw wrong(name, "a whole number above 0")
    }
    return number
  }

  func array(_ name: String, of json: JSONValue) throws -> [JSONValue] {
    guard let elements = json[name]?.arrayValue else { throw wrong(name, "an array") }
    return elements
  }

  func greenTimes(of json: JSONValue) throws -> RoadNetwork.GreenTimes {
    guard let member = json["greenTimes"] else { throw wrong("greenTimes", "an object") }
    let (least, most) = (try whole("least", of: member), try whole("most", of: member))
    let start = try whole("start", of: member)
    guard least <= start, start <= most else {
      throw RoadNetworkError("\(file) starts with a green time out of its bounds: change \"start\"")
    }
    return RoadNetwork.GreenTimes(bounds: least...most, start: start)
  }

  func node(_ json: JSONValue) throws -> RoadNetwork.Node {
    let phases = (json["phases"]?.arrayValue ?? []).compactMap(\.stringValue)
    return RoadNetwork.Node(name: try text("name", of: json), phases: phases)
  }

  func places(of nodes: [RoadNetwork.Node]) throws -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, node) in nodes.enumerated() {
      guard places.updateValue(place, forKey: node.name) == nil else {
        throw RoadNetworkError("\(file) has two nodes called \(node.name): rename one")
      }
    }
    return places
  }

  func place(_ name: String, of json: JSONValue, in places: [String: Int]) throws -> Int {
    let node = try text(name, of: json)
    guard let place = places[node] else {
      throw RoadNetworkError("\(file) names the node \(node) that it does not list: add it")
    }
    return place
  }

  func link(
    _ json: JSONValue, nodes: [RoadNetwork.Node], places: [String: Int]
  ) throws -> RoadNetwork.Link {
    let end = try place("to", of: json, in: places)
    let phases = nodes[end].phases
    let green = try (json["phases"]?.arrayValue ?? []).map { phase in
      guard let index = phases.firstIndex(where: { $0 == phase.stringValue }) else {
        throw RoadNetworkError(
          "\(file) gives a link to \(nodes[end].name) the phase \(phase.text), which is not there: "
            + "use one of \(phases.joined(separator: ", "))")
      }
      return index
    }
    return RoadNetwork.Link(
      start: try place("from", of: json, in: places),
      end: end,
      length: try positive("length", of: json),
      freeSpeed: try positive("freeSpeed", of: json),
      jamDensity: try positive("jamDensity", of: json),
      mergePriority: json["mergePriority"]?.doubleValue ?? 1,
      greenPhases: green.isEmpty ? Set(phases.indices) : Set(green)
    )
  }

  func demand(of json: JSONValue, places: [String: Int]) throws -> TravelDemand {
    guard let member = json["demand"] else { throw wrong("demand", "an object") }
    let terminals = try array("terminals", of: member).map { terminal in
      guard let place = terminal.stringValue.flatMap({ places[$0] }) else {
        throw RoadNetworkError("\(file) has the unknown terminal \(terminal.text): list its node")
      }
      return place
    }
    let surges = try (member["surges"]?.arrayValue ?? []).map { surge in
      TravelDemand.Surge(
        origin: try place("from", of: surge, in: places),
        destination: try place("to", of: surge, in: places),
        start: try number("start", of: surge),
        end: try number("end", of: surge),
        flow: try number("flow", of: surge)
      )
    }
    return TravelDemand(
      terminals: terminals,
      slot: try positive("slot", of: member),
      greatestFlow: try number("greatestFlow", of: member),
      surges: surges
    )
  }

  func check(_ network: RoadNetwork) throws {
    var pairs: Set<[Int]> = []
    for link in network.links where !pairs.insert([link.start, link.end]).inserted {
      throw RoadNetworkError(
        "\(file) has two links from \(network.nodes[link.start].name) to "
          + "\(network.nodes[link.end].name): keep one")
    }
    var paths = ShortestPaths(network)
    for destination in network.demand.terminals {
      paths.search(to: destination)
      for origin in network.demand.terminals where !paths.distance[origin].isFinite {
        throw RoadNetworkError(
          "\(file) has no way from \(network.nodes[origin].name) to "
            + "\(network.nodes[destination].name): add links")
      }
    }
  }
}
