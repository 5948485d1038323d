// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import Testing

struct SecretKeyTests {
  private let key = SecretKey("hush")

  @Test func noWayOfPrintingShowsTheKey() {
    var dumped = ""
    dump(key, to: &dumped)
    dump(ChatCompletionsEndpoint(baseURL: "http://h", key: key), to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: key), dumped] {
      #expect(!text.contains("hush"))
    }
    #expect(key.text == "hush")
  }

  @Test func theKeyIsTakenOutOfTexts() {
    #expect(key.redacted("Bearer hush, hush!") == "Bearer (key), (key)!")
  }

  @Test func anEnvironmentVariableIsTrimmed() throws {
    let key = try SecretKey(environmentVariable: "K", environment: ["K": " hush\n"])
    #expect(key.text == "hush")
  }

  @Test(arguments: [[:], ["K": ""], ["K": "  "]])
  func aMissingVariableIsNamed(environment: [String: String]) {
    let error = #expect(throws: LanguageModelError.self) {
      try SecretKey(environmentVariable: "K", environment: environment)
    }
    #expect(error?.code == .unauthorized)
    #expect(error?.message.contains("variable K") == true)
  }

  @Test func theFirstLineOfAFileIsTheKey() throws {
    let folder = try TemporaryFolder()
    #expect(try SecretKey(file: folder.write(" hush \nrest\n", to: "key")).text == "hush")
    for path in [folder.path("none"), try folder.write("\n", to: "empty")] {
      let error = #expect(throws: LanguageModelError.self) { try SecretKey(file: path) }
      #expect(error?.code == .unauthorized)
      #expect(error?.message.contains(path) == true)
    }
  }
}
