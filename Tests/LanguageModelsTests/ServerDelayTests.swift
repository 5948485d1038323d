// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import Testing

@testable import LanguageModels

struct ServerDelayTests {
  @Test(arguments: [
    ("7", Duration.seconds(7)), ("0", .zero), ("0.25", .milliseconds(250)),
  ])
  func secondsAreRead(text: String, expected: Duration) {
    #expect(ServerDelay.read(from: [HTTPHeader("Retry-After", text)]) == expected)
  }

  @Test(arguments: ["", "soon", "-3", "nan", "inf"])
  func anythingElseIsNoDelay(text: String) {
    #expect(ServerDelay.read(from: [HTTPHeader("Retry-After", text)]) == nil)
  }

  @Test func millisecondsComeBeforeSeconds() {
    let headers = [HTTPHeader("Retry-After", "9"), HTTPHeader("retry-after-ms", "150")]
    #expect(ServerDelay.read(from: headers) == .milliseconds(150))
  }

  @Test func aDateIsComparedWithTheServersClock() {
    let headers = [
      HTTPHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
      HTTPHeader("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"),
    ]
    #expect(ServerDelay.read(from: headers) == .seconds(30))
    #expect(ServerDelay.read(from: [headers[1]]) == nil)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600),
    ("Sat, 31 Dec 2022 23:59:59 GMT", 1_672_531_199),
  ])
  func datesBecomeSecondsSince1970(text: String, seconds: Int) {
    #expect(ServerDelay.seconds(ofDate: text) == seconds)
  }
}
