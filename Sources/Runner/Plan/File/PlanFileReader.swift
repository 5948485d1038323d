// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import LanguageModels
import OPTO
import Yams

/// Turns the nodes of a plan file into requests.
struct PlanFileReader {
  let name: String
  let models: ModelPair
  private(set) var namesModels = false

  init(name: String, models: ModelPair) {
    self.name = name
    self.models = models
  }

  private static let shared: [PlanKey] = [
    .optimizers, .models, .seeds, .data, .dataDirectory, .protocols, .budgets, .exclude,
  ]

  /// Reads a whole file.
  ///
  /// - Throws: ``PlanError``.
  mutating func requests(of text: String) throws(PlanError) -> [PlanRequest] {
    let file = PlanNode(try root(of: text), file: name, key: "the plan")
    let members = try file.members(allowed: ["suites"] + Self.shared.map(\.rawValue))
    guard let suites = members["suites"] else {
      throw PlanError("\(name): the plan names no suite: add 'suites', such as 'suites: bbh'")
    }
    var requests: [PlanRequest] = []
    for entry in try suites.elements() {
      var request = PlanRequest(suite: "", models: [models])
      try read(members, into: &request)
      if entry.isMapping {
        let own = try entry.members(allowed: ["suite", "tasks"] + Self.shared.map(\.rawValue))
        guard let suite = own["suite"] else {
          throw entry.error("has no 'suite': name the suite of this entry")
        }
        request.suite = try suite.word()
        request.places[PlanPlace(.suite)] = suite.place
        try read(own, into: &request)
        try readExclusions(own["exclude"], into: &request)
        try checkSuites(of: own["exclude"], areAmong: [request])
      } else {
        request.suite = try entry.word()
        request.places[PlanPlace(.suite)] = entry.place
      }
      try readExclusions(members["exclude"], into: &request)
      requests.append(request)
    }
    try checkSuites(of: members["exclude"], areAmong: requests)
    return requests
  }

  private func root(of text: String) throws(PlanError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw PlanError("\(name): the plan is empty: add 'suites', such as 'suites: bbh'")
      }
      return node
    } catch let error as PlanError {
      throw error
    } catch let error as YamlError {
      throw PlanError("\(name)\(error.sentence)")
    } catch {
      throw PlanError("\(name): the plan cannot be read: \(error)")
    }
  }

  private mutating func read(
    _ members: [String: PlanNode], into request: inout PlanRequest
  ) throws(PlanError) {
    if let node = members["tasks"] { request.tasks = try words(node, .tasks, &request) }
    if let node = members["optimizers"] {
      request.optimizers = try words(node, .optimizers, &request)
    }
    if let node = members["protocols"] { request.protocols = try words(node, .protocols, &request) }
    if let node = members["models"] { request.models = try modelPairs(node) }
    if let node = members["seeds"] { request.seeds = try seeds(node) }
    if let node = members["budgets"] { request.budgets = try budgets(node) }
    try readData(members, into: &request)
  }

  private func words(
    _ node: PlanNode, _ key: PlanKey, _ request: inout PlanRequest
  ) throws(PlanError) -> [String] {
    request.places[PlanPlace(key)] = node.place
    var words: [String] = []
    for element in try node.elements() {
      let word = try element.word()
      words.append(word)
      request.places[PlanPlace(key, word)] = element.place
    }
    return words
  }

  private mutating func modelPairs(_ node: PlanNode) throws(PlanError) -> [ModelPair] {
    namesModels = true
    var pairs: [ModelPair] = []
    for element in try node.elements() {
      guard element.isMapping else {
        let identity = try identity(element)
        pairs.append(ModelPair(task: identity, optimizer: identity))
        continue
      }
      let members = try element.members(allowed: ["task", "optimizer"])
      guard let task = members["task"] else {
        throw element.error("names no 'task' model: write {task: NAME, optimizer: NAME}")
      }
      let taskModel = try identity(task)
      let optimizerModel = try members["optimizer"].map(identity) ?? taskModel
      pairs.append(ModelPair(task: taskModel, optimizer: optimizerModel))
    }
    return pairs
  }

  private func identity(_ node: PlanNode) throws(PlanError) -> String {
    let word = try node.word()
    do {
      return try ModelPair.identity(named: word).description
    } catch {
      throw node.error("'\(word)': \(error)")
    }
  }

  private func seeds(_ node: PlanNode) throws(PlanError) -> [UInt64] {
    guard node.isSequence else {
      let count = try node.number(in: 1...1000)
      return Array(0..<UInt64(count))
    }
    var seeds: [UInt64] = []
    for element in try node.elements() {
      seeds.append(UInt64(try element.number(in: 0...Int.max)))
    }
    return seeds
  }

  private func budgets(_ node: PlanNode) throws(PlanError) -> [Budget] {
    var budgets: [Budget] = []
    for element in try node.elements() {
      var limits: [String] = []
      for (name, value) in try element.orderedMembers() {
        limits.append("\(name)=\(try value.word())")
      }
      do throws(Budget.ParseError) {
        budgets.append(
          limits.isEmpty ? Budget() : try Budget(parsing: limits.joined(separator: ",")))
      } catch {
        throw element.error(": \(error.description)")
      }
    }
    return budgets
  }

  private func readData(
    _ members: [String: PlanNode], into request: inout PlanRequest
  ) throws(PlanError) {
    if let node = members["data"] {
      let word = try node.word()
      switch word {
      case DataSource.generated.label: request.data = .generated
      case DataSource.official(directory: nil).label: request.data = .official(directory: nil)
      default: throw .unknown("source", word, option: node.place, known: ["generated", "official"])
      }
    }
    guard let folder = members["data-dir"] else { return }
    guard request.data != .generated else {
      throw folder.error("is read only with 'data: official': add it")
    }
    request.data = .official(directory: try folder.word())
  }

  /// Adds the exclusions of the file that concern the request's suite to its own.
  private func readExclusions(
    _ node: PlanNode?, into request: inout PlanRequest
  ) throws(PlanError) {
    guard let node else { return }
    for element in try node.elements() {
      let keys = TrialExclusion.Key.allCases
      let members = try element.members(allowed: ["suite"] + keys.map(\.rawValue))
      guard !members.isEmpty else { throw element.error("names nothing: leave it out") }
      if let suites = members["suite"] {
        guard try names(of: suites).contains(Self.name(of: request)) else { continue }
      }
      var words: [TrialExclusion.Key: [String]] = [:]
      for key in keys {
        guard let member = members[key.rawValue] else { continue }
        var values: [String] = []
        for value in try member.elements() { values.append(try value.word()) }
        words[key] = values
      }
      request.exclusions.append(TrialExclusion(words, place: element.place))
    }
  }

  /// Refuses an exclusion that concerns none of the requests.
  private func checkSuites(
    of node: PlanNode?, areAmong requests: [PlanRequest]
  ) throws(PlanError) {
    guard let node else { return }
    for element in try node.elements() {
      guard let member = try element.orderedMembers().first(where: { $0.0 == "suite" }) else {
        continue
      }
      let known = requests.map(Self.name)
      guard try names(of: member.1).isDisjoint(with: known) else { continue }
      throw member.1.error(
        "names no suite that is run here: use \(Set(known).sorted().joined(separator: ", ")) or "
          + "take the exclusion out")
    }
  }

  /// The names of suites, however they are spelled.
  private func names(of node: PlanNode) throws(PlanError) -> Set<String> {
    var names: Set<String> = []
    for suite in try node.elements() {
      names.insert(try SuiteCatalog.suite(named: try suite.word(), place: suite.place).name)
    }
    return names
  }

  /// The name of the request's suite; one that is not known is refused when it is looked up.
  private static func name(of request: PlanRequest) -> String {
    (try? SuiteCatalog.suite(named: request.suite).name) ?? request.suite
  }
}
