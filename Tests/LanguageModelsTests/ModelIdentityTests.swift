// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import Testing

struct ModelIdentityTests {
  @Test(arguments: [
    ("openai/gpt-4o-2024-08-06", "openai", "gpt-4o-2024-08-06"),
    ("openrouter/meta/llama-3", "openrouter", "meta/llama-3"),
    ("http://host:8000/v1#a/b", "http://host:8000/v1", "a/b"),
    ("http://host/@v1#m@2", "http://host/@v1", "m@2"),
  ])
  func textsAreReadAndWrittenAlike(text: String, provider: String, model: String) {
    let identity = ModelIdentity(text)
    #expect(identity?.provider == provider)
    #expect(identity?.model == model)
    #expect(identity?.description == text)
    #expect(identity?.isAddress == text.hasPrefix("http"))
  }

  @Test func slashesAtTheEndOfAnAddressAreDropped() {
    #expect(ModelIdentity("https://host/v1//#m")?.description == "https://host/v1#m")
  }

  @Test(arguments: [
    "", "gpt", "/m", "p/", "http://host/v1", "http://#m", "http://host/v1#", "a b/c",
    "https://me:key@host/v1#m", "http://key@host#m",
  ])
  func otherTextsAreNoIdentity(text: String) {
    #expect(ModelIdentity(text) == nil)
  }
}
