// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
package import Datasets

extension FaultyProgram {
  /// Reads a program of a frozen draw, one object of JSON.
  ///
  /// - Parameters:
  ///   - json: An object with `id`, `specification`, `functions`, `visible` and `hidden`.
  ///   - place: The file and line that errors name.
  /// - Throws: ``DataError`` with code `malformed` when a member is missing or of another type.
  package init(_ json: JSONValue, at place: String) throws(DataError) {
    func missing(_ name: String) -> DataError {
      DataError(.malformed, "\(place) has no \"\(name)\" of the documented form: make it anew.")
    }
    guard let name = json["id"]?.stringValue else { throw missing("id") }
    guard let specification = json["specification"]?.stringValue else {
      throw missing("specification")
    }
    let functions = json["functions"]?.arrayValue?.compactMap(Function.init) ?? []
    guard !functions.isEmpty, functions.count == json["functions"]?.arrayValue?.count else {
      throw missing("functions")
    }
    guard let visible = ProgramTest.calls(json["visible"]) else { throw missing("visible") }
    guard let hidden = ProgramTest.calls(json["hidden"]) else { throw missing("hidden") }
    self.init(
      name: name, specification: specification, functions: functions, visible: visible,
      hidden: hidden)
  }
}

extension FaultyProgram.Function {
  fileprivate init?(_ json: JSONValue) {
    guard let name = json["name"]?.stringValue, let faulty = json["faulty"]?.stringValue,
      let parameters = json["parameters"]?.arrayValue?.map(\.stringValue),
      !parameters.contains(nil)
    else { return nil }
    self.init(
      name: name, parameters: parameters.compactMap(\.self), faulty: faulty,
      correct: json["correct"]?.stringValue)
  }
}

extension ProgramTest {
  /// Reads pairs of arguments and expected value; nil when there is none or one is no such pair.
  fileprivate static func calls(_ json: JSONValue?) -> [ProgramTest]? {
    let tests = json?.arrayValue?.map { test -> ProgramTest? in
      guard let pair = test.arrayValue, pair.count == 2, let arguments = pair[0].arrayValue else {
        return nil
      }
      return .call(arguments: arguments, expected: pair[1], tolerance: ordinaryTolerance)
    }
    guard let tests, !tests.isEmpty, !tests.contains(nil) else { return nil }
    return tests.compactMap(\.self)
  }
}
