// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

struct ContentDigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsAgreeWithThePublishedVectors(text: String, hex: String) {
    #expect(ContentDigest(of: text).hex == hex)
  }

  @Test func aMillionBytesHaveThePublishedDigest() {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(
      ContentDigest(of: text).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  @Test func memberOrderDoesNotChangeADigest() {
    let one: JSONValue = ["a": 1, "b": 2]
    let other: JSONValue = ["b": 2, "a": 1]
    #expect(ContentDigest(of: one) == ContentDigest(of: other))
  }

  @Test func piecesGiveTheDigestOfTheWhole() {
    var hasher = SHA256Hasher()
    for byte in "hello world".utf8 { hasher.update(CollectionOfOne(byte)) }
    #expect(hasher.finalize() == ContentDigest(of: "hello world"))
  }

  @Test func onlySixtyFourHexadecimalDigitsAreADigest() {
    #expect(ContentDigest(hex: "abc") == nil)
    #expect(ContentDigest(hex: String(repeating: "g", count: 64)) == nil)
    #expect(ContentDigest(hex: String(repeating: "A", count: 64))?.hex.first == "a")
  }
}
