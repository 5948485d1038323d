// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import Testing

struct CommandLineTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func bench(_ arguments: String..., environment: [String: String] = [:]) throws
    -> BenchProcess.Result
  {
    try BenchProcess.run(arguments, in: folder.path, environment: environment)
  }

  @Test func helpNamesEveryOptionOfTheMainJob() throws {
    let help = try bench("run", "--help")
    #expect(help.exitCode == 0)
    for option in [
      "--suite", "--task", "--optimizer", "--model", "--optimizer-model", "--seeds", "--data",
      "--data-dir", "--protocol", "--budget", "--run-budget", "--prices",
      "--requests-per-minute", "--tokens-per-minute", "--replay", "--from", "--store", "--jobs",
      "--base-url", "--format",
    ] {
      #expect(help.output.contains(option), "\(option)")
    }
  }

  @Test func theCommandWithoutASubcommandRuns() throws {
    let result = try bench("--suite", "nonsense")
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("--suite names an unknown suite 'nonsense': there are bbh"))
  }

  @Test(arguments: [
    (["--task", "object_countin"], "did you mean 'object_counting'?"),
    (["--optimizer", "magic"], "--optimizer names an unknown optimizer 'magic'"),
    (["--model", "smol"], "smollm2-135m-instruct-q4_1"),
    (["--seeds", "0"], "--seeds takes a number from 1 to 1000"),
    (["--budget", "gold=1"], "--budget: there is no limit of 'gold'"),
    (["--budget", "money=1", "--model", "openai/new"], "the price of openai/new is not known"),
    (["--run-budget", "steps=1"], "--run-budget: there is no limit of 'steps'"),
    (["--prices", "absent.json"], "--prices names the file 'absent.json', which cannot be read"),
    (["--requests-per-minute", "0"], "--requests-per-minute takes a number of at least 1"),
    (["--model", "mistral/large"], "'mistral/large' names no known provider (anthropic, "),
    (["--model", "scripted/absent.json"], "names the file 'absent.json', which cannot be read"),
    (["--data", "other"], "--data takes 'generated' or 'official'"),
    (["--data-dir", "x"], "--data-dir is read only with --data official"),
    (["--base-url", "host:8000"], "--base-url takes an address"),
    (["--base-url", "http://127.0.0.1:9"], "--base-url needs --model"),
    (["--format", "pdf"], "--format takes one of terminal"),
  ])
  func aWrongWordIsOneSentenceThatNamesTheOption(arguments: [String], message: String) throws {
    let result = try BenchProcess.run(arguments, in: folder.path)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func anUnreachableServerIsOneSentence() throws {
    let result = try bench("--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--quiet")
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("127.0.0.1:9"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func aMissingFolderOfDataIsOneSentenceThatNamesTheFile() throws {
    let result = try bench(
      "--data", "official", "--data-dir", "nowhere", "--task", "navigate", "--quiet")
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("nowhere/navigate.json"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func aMissingInterpreterIsOneSentence() throws {
    let result = try bench("--quiet", environment: ["OPTOBENCH_PYTHON": "/nonexistent/python3"])
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("/nonexistent/python3"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func aStoreThatCannotBeMadeIsOneSentence() throws {
    let result = try bench("--store", "no/such/folder/s.sqlite", "--quiet")
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("no/such/folder/s.sqlite"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func aReportWithoutAStoreSaysWhatToRun() throws {
    let result = try bench("report")
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("there is no store at optobench.sqlite"))
  }

  @Test func listsNameWhatAPlanCanName() throws {
    let tasks = try bench("list", "tasks")
    #expect(tasks.output.split(separator: "\n").count == 27)
    #expect(tasks.output.contains("object_counting"))
    #expect(try bench("list", "suites").output.hasPrefix("bbh"))
    #expect(try bench("list", "prices").output.contains("openai/gpt-4o-mini-2024-07-18"))
    let optimizers = try bench("list", "optimizers").output
    for name in ["noop", "random", "optoprime"] { #expect(optimizers.contains(name)) }
    #expect(try bench("list", "models").output.contains("qwen2.5-coder-1.5b-instruct-q4_k_m"))
  }
}
