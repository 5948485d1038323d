// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import HTTPTransport
import LoopbackServer
import Synchronization
import Testing

@testable import LanguageModels

/// Real answers of the smallest model; skipped where the engine or the model is not set up.
@Suite(
  .serialized,
  .enabled("scripts/test sets the smallest model up") { await InstalledModel.isThere }
)
struct LocalEngineTests {
  private func start(
    slots: Int = 2,
    retryPolicy: RetryPolicy = RetryPolicy(baseDelay: .milliseconds(500)),
    onEvent: @escaping @Sendable (LocalEngineEvent) -> Void = { _ in }
  ) async throws -> (LocalEngine, LocalModel) {
    let engine = try await LocalEngine.start(
      model: InstalledModel.model(),
      cacheDirectory: InstalledModel.cacheDirectory,
      slots: slots,
      contextTokensPerSlot: 1024,
      onEvent: onEvent
    )
    let options = RemoteOptions(client: HTTPClient(), retryPolicy: retryPolicy)
    return (engine, LocalModel(engine: engine, options: options))
  }

  @Test func aRealModelAnswersAndItsTokensAreCounted() async throws {
    let (engine, model) = try await start()
    let request = ModelRequest([.user("What is the capital of France?")], maximumTokens: 24)
    let answer = try await model.answer(request)
    let again = try await model.answer(request)
    await engine.stop()
    #expect(model.identity.description == "local/smollm2-135m-instruct-q4_1")
    #expect(!answer.text.isEmpty)
    #expect(!answer.usage.isEstimated)
    #expect(answer.usage.promptTokens > 8)
    #expect((1...24).contains(answer.usage.completionTokens))
    #expect(again.text == answer.text)
    #expect((again.usage.cachedPromptTokens ?? 0) > 0)
  }

  @Test func answersFitTheSchemaInAllSlots() async throws {
    let (engine, model) = try await start(slots: 4)
    let schema: JSONValue = [
      "type": "object",
      "properties": [
        "city": ["type": "string", "maxLength": 20], "size": ["enum": ["small", "large"]],
      ],
      "required": ["city", "size"],
      "additionalProperties": false,
    ]
    let cities = ["Paris", "Rome", "Oslo", "Bern", "Graz", "Lyon"]
    let answers = try await withThrowingTaskGroup(of: ModelAnswer.self) { group in
      for city in cities {
        group.addTask {
          try await model.answer(
            ModelRequest(
              [.user("Describe \(city) as JSON.")],
              maximumTokens: 80,
              answerFormat: .jsonSchema(name: "city", schema)
            )
          )
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    await engine.stop()
    #expect(answers.count == cities.count)
    for answer in answers {
      let value = try JSONValue(parsing: answer.text)
      #expect(value.members?.map(\.name) == ["city", "size"])
      #expect(["small", "large"].contains(value["size"]))
      #expect(answer.attempts == 1)
    }
  }

  @Test func aRequestThatDoesNotFitTheContextIsRefusedOnce() async throws {
    let (engine, model) = try await start(slots: 1)
    let request = ModelRequest([.user(String(repeating: "word ", count: 2000))])
    let error = await #expect(throws: LanguageModelError.self) { try await model.answer(request) }
    await engine.stop()
    #expect(error?.code == .contextExceeded)
    #expect(error?.attempts == 1)
    #expect(error?.message.contains("context") == true)
  }

  @Test func theKeyIsNeededAndIsInNoProcessListAndInNoLog() async throws {
    let (engine, _) = try await start()
    let key = try #require(engine.endpoint.key)
    var request = HTTPRequest(url: engine.endpoint.modelsURL)
    #expect(try await HTTPClient().send(request).status == 401)
    request.headers = engine.endpoint.headers
    #expect(try await HTTPClient().send(request).status == 200)
    let log = try String(contentsOfFile: engine.logPath, encoding: .utf8)
    let commands = RunningProcesses.allCommands
    await engine.stop()
    #expect(commands.contains { $0.contains(engine.logPath) })
    #expect(!commands.contains { $0.contains(key.text) })
    #expect(!log.contains(key.text))
    #expect(key.text.count > 40)
  }

  @Test func stoppingLeavesNoProcess() async throws {
    let (engine, model) = try await start(retryPolicy: .never)
    #expect(!RunningProcesses.withCommand(containing: engine.logPath).isEmpty)
    await engine.stop()
    #expect(RunningProcesses.withCommand(containing: engine.logPath).isEmpty)
    #expect(engine.failure == nil)
    let error = await #expect(throws: LanguageModelError.self) {
      try await model.answer(ModelRequest([.user("Hi")]))
    }
    #expect(error?.code == .transport)
  }

  @Test func aDeathIsToldAndTheCallsUnderWayAreAnsweredByTheNextServer() async throws {
    let events = Mutex<[LocalEngineEvent]>([])
    let (engine, model) = try await start { event in events.withLock { $0.append(event) } }
    let story = ModelRequest([.user("Tell me a long story.")], maximumTokens: 200)
    let call = Task { try await model.answer(story) }
    try await eventually {
      try String(contentsOfFile: engine.logPath, encoding: .utf8).contains("launch_slot_")
    }
    InstalledModel.killServer(of: engine)
    let answer = try await call.value
    #expect(answer.attempts > 1)
    #expect(events.withLock(\.self).last == .restarted)
    #expect(engine.failure == nil)
    InstalledModel.killServer(of: engine)
    await eventually { engine.failure != nil }
    let error = await #expect(throws: LanguageModelError.self) { try await model.answer(story) }
    await engine.stop()
    #expect(error?.code == .notReady)
    #expect(error?.message.contains("signal 9") == true)
    #expect(events.withLock(\.count) == 3)
    #expect(RunningProcesses.withCommand(containing: engine.logPath).isEmpty)
    try FileManager.default.removeItem(atPath: engine.logPath)
  }

  @Test func stoppingDuringARestartLeavesNoProcess() async throws {
    let events = Mutex<[LocalEngineEvent]>([])
    let (engine, _) = try await start { event in events.withLock { $0.append(event) } }
    InstalledModel.killServer(of: engine)
    await eventually { !events.withLock(\.isEmpty) }
    await engine.stop()
    #expect(events.withLock(\.self) == [.died(reason: "the server was killed by signal 9")])
    #expect(engine.failure == nil)
    await eventually { RunningProcesses.withCommand(containing: engine.logPath).isEmpty }
  }

  @Test func noServerSurvivesAProcessThatIsKilled() async throws {
    let result = try await #require(
      processExitsWith: .signal(SIGKILL),
      observing: [\.standardOutputContent]
    ) {
      let engine = try await LocalEngine.start(
        model: InstalledModel.model(),
        cacheDirectory: InstalledModel.cacheDirectory
      )
      let running = RunningProcesses.withCommand(containing: engine.logPath)
      FileHandle.standardOutput.write(Data("<\(engine.logPath)|\(running.count)>".utf8))
      kill(getpid(), SIGKILL)
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    let told = try #require(output.firstMatch(of: /<(.+)\|(\d+)>/))
    let logPath = String(told.1)
    #expect((Int(told.2) ?? 0) > 0)
    await eventually { RunningProcesses.withCommand(containing: logPath).isEmpty }
    try FileManager.default.removeItem(atPath: logPath)
  }

  @Test func speedIsMeasured() async throws {
    let (engine, model) = try await start(slots: 1)
    let speed = try await ModelSpeed.measure(model)
    await engine.stop()
    #expect(speed.promptTokensPerSecond > 0)
    #expect(speed.completionTokensPerSecond > 0)
    #expect(speed.usage.promptTokens > 500)
  }
}
