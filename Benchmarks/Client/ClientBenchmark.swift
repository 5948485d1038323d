// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import LanguageModels

/// Measures calls to a chat-completions server on this machine, on the work that
/// `peers/chat_client.py` does with public clients.
///
/// Each line is a case, the calls at once, and microseconds per call, separated by tabs: the median
/// of several rounds. Processor time is that of this process alone.
///
/// With `--cancel URL` it cancels 1,000 calls to a server that takes its time instead, and says how
/// long that took, which memory it needed and whether descriptors are left.
@main
struct ClientBenchmark {
  private static let rounds = 7
  private static let callsPerRound = 2000

  static func main() async throws {
    let arguments = CommandLine.arguments
    switch arguments.count {
    case 2:
      for concurrency in [1, 16, 128] { try await measure(concurrency, at: arguments[1]) }
    case 3 where arguments[1] == "--cancel":
      try await cancel(1000, at: arguments[2])
    default:
      FileHandle.standardError.write(Data("usage: client-benchmark [--cancel] URL\n".utf8))
      exit(64)
    }
  }

  private static func model(at url: String) throws -> ChatCompletionsModel {
    ChatCompletionsModel(
      identity: ModelIdentity(provider: url, model: "m"),
      endpoint: ChatCompletionsEndpoint(baseURL: url),
      options: RemoteOptions(
        client: HTTPClient(), retryPolicy: RetryPolicy(maximumAttempts: 1)))
  }

  private static func request(_ number: Int) -> ModelRequest {
    ModelRequest([
      .system("Answer with a number."),
      .user("I have \(number) apples and three pears. How many fruits do I have?"),
    ])
  }

  private static func measure(_ concurrency: Int, at url: String) async throws {
    let model = try model(at: url)
    try await ask(4 * concurrency, of: model, concurrency)
    var (wall, cpu): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      let cpuBefore = Resources.processorSeconds
      let start = ContinuousClock.now
      try await ask(callsPerRound, of: model, concurrency)
      wall.append((ContinuousClock.now - start) / .microseconds(1))
      cpu.append((Resources.processorSeconds - cpuBefore) * 1e6)
    }
    let count = Double(callsPerRound)
    print("call, time\t\(concurrency)\t\(median(wall) / count)")
    print("call, processor time\t\(concurrency)\t\(median(cpu) / count)")
  }

  private static func ask(_ count: Int, of model: some LanguageModel, _ lanes: Int) async throws {
    try await withThrowingTaskGroup { group in
      for lane in 0..<lanes {
        group.addTask {
          for number in stride(from: lane, to: count, by: lanes) {
            let answer = try await model.answer(request(number))
            precondition(answer.text.hasSuffix("Answer: 7"), "another answer came")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func cancel(_ count: Int, at url: String) async throws {
    // The timers of the system have a descriptor of their own from the first sleep on.
    try await Task.sleep(for: .milliseconds(1))
    let descriptors = Resources.descriptors
    let elapsed: Duration
    do {
      let model = try model(at: url)
      let calls = (0..<count).map { number in
        Task { try? await model.answer(request(number)).text }
      }
      // The server takes them within this time, and answers none.
      try await Task.sleep(for: .seconds(3))
      let start = ContinuousClock.now
      for call in calls { call.cancel() }
      for call in calls {
        let answer = await call.value
        precondition(answer == nil, "a call was answered")
      }
      elapsed = ContinuousClock.now - start
    }
    try await Task.sleep(for: .milliseconds(500))
    print("\(count) calls cancelled in \(elapsed)")
    print("peak memory \(Resources.peakMegabytes) MB")
    print("descriptors before \(descriptors), after \(Resources.descriptors)")
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
