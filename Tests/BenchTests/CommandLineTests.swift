// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import LoopbackServer
import Testing
import TrialRecords

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
    let start = "--suite names an unknown suite 'nonsense': there are aime, bbh, "
    #expect(result.errors.contains(start), "\(result.errors)")
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
    (["--suite", "numerical", "--protocol", "paper:train=9"], "train is not read by 'paper'"),
    (["--store", ""], "the store '' is no file: name a file with --store"),
    (["--store", "."], "the store . is a folder: name a file with --store"),
    (["--store", "/dev/null"], "the store /dev/null is no regular file: name a file with --store"),
  ])
  func aWrongWordIsOneSentenceThatNamesTheOption(arguments: [String], message: String) throws {
    let result = try BenchProcess.run(arguments, in: folder.path)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func aPrintedPlanIsTheSamePlan() throws {
    let options = ["--suite", "numerical", "--optimizer", "noop,random", "--seeds", "2"]
    let printed = try BenchProcess.run(["plan", "print"] + options, in: folder.path)
    #expect(printed.exitCode == 0, "\(printed.errors)")
    try printed.output.write(toFile: folder.file("p.yaml"), atomically: true, encoding: .utf8)
    let byFile = try bench("plan", "expand", "--plan", "p.yaml")
    let byOptions = try BenchProcess.run(["plan", "expand"] + options, in: folder.path)
    #expect(byFile.output == byOptions.output)
    #expect(byFile.output.split(separator: "\n").count >= 4)
    let check = try bench("plan", "check", "p.yaml")
    #expect(check.output.hasPrefix("p.yaml is a plan of"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("p.yaml"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func aWrongPlanIsOneSentenceWithLineAndKeyAndWritesNothing() throws {
    try "suites: bbh\noptimizers: [noop, optoprim]\n".write(
      toFile: folder.file("p.yaml"), atomically: true, encoding: .utf8)
    for arguments in [["plan", "check", "p.yaml"], ["run", "--plan", "p.yaml"]] {
      let result = try BenchProcess.run(arguments, in: folder.path)
      #expect(result.exitCode != 0)
      #expect(result.errors.contains("p.yaml:2: optimizers names an unknown optimizer 'optoprim'"))
      #expect(result.output.isEmpty)
    }
    #expect(
      try bench("run", "--plan", "p.yaml", "--seeds", "2").errors.contains("leave --seeds out"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func aDryRunPrintsWhatItMayCostAndWritesNothing() throws {
    let result = try bench("--task", "navigate", "--optimizer", "noop,optoprime", "--dry-run")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("bbh:navigate  optoprime"))
    #expect(result.output.contains("upper bounds"))
    #expect(result.output.contains("At most about 0.0 US dollars."))
    let unknown = try bench("--task", "navigate", "--model", "openai/gpt-4o", "--dry-run")
    #expect(unknown.output.contains("the price of a model is not known"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func partsThatAreMergedAreTheWholeRun() throws {
    let plan = [
      "--suite", "numerical", "--task", "program-nontrivial", "--optimizer", "noop,random",
      "--seeds", "3", "--quiet",
      "--format", "csv",
    ]
    let whole = try BenchProcess.run(plan + ["--store", "whole.sqlite"], in: folder.path)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    for part in 1...2 {
      let result = try BenchProcess.run(
        plan + ["--shard", "auto/2", "--store", "\(part).sqlite"], in: folder.path,
        environment: ["SLURM_ARRAY_TASK_ID": "\(part)"])
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    let merged = try bench("merge", "merged.sqlite", "2.sqlite", "1.sqlite")
    #expect(merged.output.contains("merged.sqlite has 6 trials of 2 runs, 6 of them complete"))
    let report = try bench("report", "--store", "merged.sqlite", "--format", "csv")
    #expect(report.output == whole.output)
    let wrong = try bench("--shard", "3/2")
    #expect(wrong.errors.contains("--shard 3/2 names no part"))
  }

  @Test func anUnreachableServerIsOneSentenceThatIsKeptWithTheRun() async throws {
    let result = try bench("--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--quiet")
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("127.0.0.1:9"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    let store = try TrialStore(path: folder.file("optobench.sqlite"), access: .reading)
    let notes = try await store.results().notes
    try store.close()
    #expect(notes.map(\.kind) == [.failure])
    #expect(result.errors == "Error: \(notes.first?.message ?? "")\n")
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

  @Test func publishedTablesAreListedAndPlannedWithoutAStore() throws {
    let list = try bench("reproduce", "list")
    #expect(list.output.contains("figure-5a  Numerical optimization"))
    let plan = try bench("reproduce", "figure-5b", "--optimizer", "scats,random", "--dry-run")
    #expect(plan.exitCode == 0)
    let run = try bench(
      "run", "--suite", "traffic", "--optimizer", "scats,random", "--seeds", "20", "--protocol",
      "paper", "--dry-run")
    #expect(run.exitCode == 0)
    #expect(plan.output.hasSuffix(run.output))
    // Two optimizers and twenty seeds; 50 steps, 51 queries and two tests at most.
    let sum = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("all ") })
    #expect(sum.split(separator: " ").prefix(3) == ["all", "40", "2120"])
    let unknown = try bench("reproduce", "figure-9")
    #expect(unknown.errors.contains("There is no published table 'figure-9': there are table-1"))
    let slip = try bench("reproduce", "table-2", "--dry-run", "--task", "gsm")
    #expect(slip.errors.contains("--task names no task of table-2: there are college_physics, "))
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func publishedValuesOfSetsThatAreNotHereAreShownAndNotRun() throws {
    let values = try bench("reproduce", "figure-1", "--no-run", "--format", "markdown")
    #expect(values.exitCode == 0, "\(values.errors)")
    #expect(values.errors.contains("there is no store at optobench.sqlite: only published values"))
    #expect(values.output.contains("60.5"))
    #expect(values.output.contains("the suite battleship is not part of this program"))
    let run = try bench("reproduce", "figure-1")
    #expect(run.exitCode != 0)
    #expect(run.errors.contains("The suite 'battleship' of figure-1 is not part of this program"))
  }

  @Test func publishedValuesStandBesideThoseOfAStore() async throws {
    let arguments = ["figure-5a", "--optimizer", "noop", "--seeds", "2", "--quiet"]
    let run = try BenchProcess.run(["reproduce"] + arguments, in: folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("noop (not published)"))
    #expect(run.output.contains("ours asked no model"))
    let again = try bench("reproduce", "figure-5a", "--no-run")
    #expect(again.output == run.output)
    let comparison = try bench("compare", "optobench.sqlite", "optobench.sqlite")
    #expect(comparison.output.contains("All conditions are the same."))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("me@home.sqlite"), withDestinationPath: "optobench.sqlite")
    let store = try TrialStore(path: folder.file("optobench.sqlite"), access: .reading)
    let runID = try #require(try await store.runs().first).id
    try store.close()
    for side in ["me@home.sqlite", "me@home.sqlite@\(runID)"] {
      let marked = try bench("compare", side, "optobench.sqlite")
      #expect(marked.exitCode == 0, "\(marked.errors)")
      #expect(marked.output.contains("All conditions are the same."))
    }
    let alone = try bench("compare", "optobench.sqlite")
    #expect(alone.errors.contains("Name at least two stores"))
    let page = try bench("report", "--html", "page.html")
    #expect(page.exitCode == 0, "\(page.errors)")
    let html = try String(contentsOfFile: folder.file("page.html"), encoding: .utf8)
    #expect(html.components(separatedBy: "src=\"data:image/svg+xml;base64,").count > 2)
    let plain = try bench("report", "--html", "p.html", environment: ["PATH": "/nonexistent"])
    #expect(plain.exitCode == 0, "\(plain.errors)")
    let bare = try String(contentsOfFile: folder.file("p.html"), encoding: .utf8)
    #expect(bare.contains("There are no figures here: figures need gnuplot"))
    let figures = try bench("report", "--figures", "f", environment: ["PATH": "/nonexistent"])
    #expect(figures.errors.contains("figures need gnuplot"))
    #expect(figures.errors.split(separator: "\n").count == 1, "\(figures.errors)")
  }

  @Test func aTableIsPrintedAlsoWhenTrialsFailedAndTheCommandFails() throws {
    let failing = try RefusingServer()
    defer { failing.server.stop() }
    let result = try BenchProcess.run(
      ["reproduce", "figure-6", "--optimizer", "optoprime", "--seeds", "1", "--quiet"]
        + failing.options, in: folder.path)
    #expect(result.exitCode == 1)
    #expect(result.output.contains("Robot control"), "\(result.output) \(result.errors)")
    #expect(result.errors.contains("failed"))
  }

  @Test func theTaskOfAFileIsListedWhenTheFileCanBeRead() throws {
    let lines = (0..<24).map { #"{"input": "\#($0)?", "target": "\#($0)"}"# + "\n" }
    try lines.joined().write(toFile: folder.file("ok.jsonl"), atomically: true, encoding: .utf8)
    let list = try bench("list", "tasks", "--suite", "file:ok.jsonl")
    #expect(list.exitCode == 0, "\(list.errors)")
    #expect(list.output == "ok  answer as ok.jsonl says  user  default\n")
    let missing = try bench("list", "tasks", "--suite", "file:none.jsonl")
    #expect(missing.exitCode != 0)
    #expect(missing.output.isEmpty)
    #expect(missing.errors.contains("none.jsonl does not exist"), "\(missing.errors)")
  }

  @Test func listsNameWhatAPlanCanName() throws {
    let tasks = try bench("list", "tasks")
    #expect(tasks.output.split(separator: "\n").count == 27)
    #expect(tasks.output.contains("object_counting"))
    let suites = try bench("list", "suites").output.split(separator: "\n")
    #expect(suites.contains { $0.hasPrefix("bbh ") })
    #expect(suites.contains { $0.hasPrefix("bbh-hard ") })
    #expect(try bench("list", "prices").output.contains("openai/gpt-4o-mini-2024-07-18"))
    let optimizers = try bench("list", "optimizers").output
    for name in ["noop", "random", "optoprime"] { #expect(optimizers.contains(name)) }
    #expect(try bench("list", "models").output.contains("qwen2.5-coder-1.5b-instruct-q4_k_m"))
  }
}
