// swift-tools-version: 6.2
// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CompilerPluginSupport
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "optobench",
  products: [
    .executable(name: "bench", targets: ["bench"]),
    .executable(name: "client-benchmark", targets: ["ClientBenchmark"]),
    .executable(name: "report-benchmark", targets: ["ReportBenchmark"]),
    .executable(name: "robot-benchmark", targets: ["RobotBenchmark"]),
    .executable(name: "sandbox-benchmark", targets: ["SandboxBenchmark"]),
    .executable(name: "simulation-benchmark", targets: ["SimulationBenchmark"]),
    .executable(name: "store-benchmark", targets: ["StoreBenchmark"]),
    .executable(name: "trace-benchmark", targets: ["TraceBenchmark"]),
    .library(name: "Trace", targets: ["Trace"]),
    .library(name: "TraceBundles", targets: ["TraceBundles"]),
    .library(name: "TraceGraphviz", targets: ["TraceGraphviz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swiftlang/swift-syntax", "602.0.0"..<"604.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),

    .target(name: "CanonicalJSON", swiftSettings: strict),
    .target(name: "Trace", swiftSettings: strict),
    .macro(
      name: "TraceMacros",
      dependencies: [
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
      ],
      swiftSettings: strict),
    .target(
      name: "TraceBundles", dependencies: ["Trace", "TraceMacros"], swiftSettings: strict),
    .target(name: "TraceGraphviz", dependencies: ["Trace"], swiftSettings: strict),
    .target(name: "HTTPTransport", dependencies: ["CCurl"], swiftSettings: strict),
    .target(
      name: "LanguageModels", dependencies: ["CanonicalJSON", "HTTPTransport"],
      resources: [
        .embedInCode("Local/Resources/models.json"),
        .embedInCode("Local/Resources/fetch_model.py"),
        .embedInCode("Local/Resources/setup_engine.py"),
        .embedInCode("Local/Resources/serve_model.py"),
        .embedInCode("Prices/Resources/prices.json"),
      ],
      swiftSettings: strict),
    .target(name: "CSpawn"),
    .target(
      name: "CodeExecution", dependencies: ["CSpawn", "CanonicalJSON"],
      resources: [
        .embedInCode("Python/candidate.py"), .embedInCode("Python/confine.py"),
        .embedInCode("Python/worker.py"),
      ],
      swiftSettings: strict),
    .target(
      name: "Datasets", dependencies: ["CanonicalJSON", "HTTPTransport"], swiftSettings: strict),

    .target(name: "OPTO", dependencies: ["CanonicalJSON", "Trace"], swiftSettings: strict),
    .target(
      name: "BenchmarkSuites",
      dependencies: ["CodeExecution", "LanguageModels", "OPTO", "Training"],
      swiftSettings: strict),
    .target(
      name: "QuestionAnswering",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "Datasets", "OPTO", "Trace", "Training",
      ],
      swiftSettings: strict),
    .target(
      name: "AIMEEnvironment",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "Datasets", "QuestionAnswering", "Training",
      ],
      path: "Sources/Environments/AIMEEnvironment",
      resources: [.embedInCode("Data/aime-official.json")], swiftSettings: strict),
    .target(
      name: "BigBenchHardEnvironment",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "Datasets", "QuestionAnswering", "Training",
      ],
      path: "Sources/Environments/BigBenchHardEnvironment",
      resources: [.embedInCode("Data/bbh-official.json")], swiftSettings: strict),
    .target(
      name: "CodeDebuggingEnvironment",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "CodeExecution", "Datasets", "OPTO", "Trace",
        "Training",
      ],
      path: "Sources/Environments/CodeDebuggingEnvironment", swiftSettings: strict),
    .target(
      name: "GSM8KEnvironment",
      dependencies: ["BenchmarkSuites", "Datasets", "QuestionAnswering", "Training"],
      path: "Sources/Environments/GSM8KEnvironment",
      resources: [.embedInCode("Data/gsm8k-official.json")], swiftSettings: strict),
    .target(
      name: "MultiHopEnvironment",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "Datasets", "OPTO", "QuestionAnswering", "Trace",
        "Training",
      ],
      path: "Sources/Environments/MultiHopEnvironment",
      resources: [.embedInCode("Data/hotpotqa-official.json")], swiftSettings: strict),
    .target(
      name: "MultipleChoiceEnvironment",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "Datasets", "OPTO", "QuestionAnswering", "Trace",
        "Training",
      ],
      path: "Sources/Environments/MultipleChoiceEnvironment",
      resources: [
        .embedInCode("GPQA/gpqa-official.json"), .embedInCode("MMLU/mmlu-official.json"),
      ], swiftSettings: strict),
    .target(
      name: "NumericalEnvironment",
      dependencies: ["BenchmarkSuites", "CanonicalJSON", "Datasets", "OPTO", "Trace", "Training"],
      path: "Sources/Environments/NumericalEnvironment", swiftSettings: strict),
    .target(
      name: "TrafficEnvironment",
      dependencies: ["BenchmarkSuites", "CanonicalJSON", "Datasets", "OPTO", "Trace", "Training"],
      path: "Sources/Environments/TrafficEnvironment",
      resources: [
        .embedInCode("Network/grid.json"), .embedInCode("Network/intersection.json"),
      ],
      swiftSettings: strict),
    .target(
      name: "TuningEnvironment",
      dependencies: [
        "BenchmarkSuites", "CGSL", "CanonicalJSON", "Datasets", "OPTO", "Trace", "Training",
      ],
      path: "Sources/Environments/TuningEnvironment", swiftSettings: strict),
    .target(
      name: "RobotArmEnvironment",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "CodeExecution", "Datasets", "OPTO", "Trace",
        "Training",
      ],
      path: "Sources/Environments/RobotArmEnvironment", swiftSettings: strict),
    .target(
      name: "UserDataEnvironment",
      dependencies: ["BenchmarkSuites", "CanonicalJSON", "Datasets", "QuestionAnswering"],
      path: "Sources/Environments/UserDataEnvironment", swiftSettings: strict),
    .target(
      name: "Optimizers",
      dependencies: ["CGSL", "CanonicalJSON", "LanguageModels", "OPTO", "Trace"],
      swiftSettings: strict),
    .target(name: "Training", dependencies: ["OPTO"], swiftSettings: strict),

    .target(
      name: "TrialRecords",
      dependencies: ["CanonicalJSON", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Runner",
      dependencies: [
        "AIMEEnvironment", "BenchmarkSuites", "BigBenchHardEnvironment", "CanonicalJSON",
        "CodeDebuggingEnvironment", "CodeExecution", "Datasets", "GSM8KEnvironment",
        "LanguageModels", "MultiHopEnvironment", "MultipleChoiceEnvironment",
        "NumericalEnvironment",
        "OPTO", "Optimizers", "QuestionAnswering", "RobotArmEnvironment", "TrafficEnvironment",
        "Training",
        "TrialRecords", "TuningEnvironment", "UserDataEnvironment",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["CGSL", "CanonicalJSON", "TrialRecords"],
      resources: [.embedInCode("Published/published.json")], swiftSettings: strict),
    .target(
      name: "Rescoring",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "Datasets", "QuestionAnswering", "Reporting", "Runner",
        "TrialRecords",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bench",
      dependencies: [
        "BenchmarkSuites", "CanonicalJSON", "CodeExecution", "Datasets", "HTTPTransport",
        "LanguageModels", "OPTO", "Optimizers", "QuestionAnswering", "Reporting", "Rescoring",
        "RobotArmEnvironment", "Runner", "Trace", "Training", "TrialRecords",
        "UserDataEnvironment",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "ClientBenchmark", dependencies: ["HTTPTransport", "LanguageModels"],
      path: "Benchmarks/Client", exclude: ["peers", "run"], swiftSettings: strict),
    .executableTarget(
      name: "RobotBenchmark", dependencies: ["OPTO", "RobotArmEnvironment"],
      path: "Benchmarks/Robot", exclude: ["peers", "run"], swiftSettings: strict),
    .executableTarget(
      name: "SandboxBenchmark", dependencies: ["CanonicalJSON", "CodeExecution"],
      path: "Benchmarks/Sandbox", exclude: ["peers", "run"], swiftSettings: strict),
    .executableTarget(
      name: "SimulationBenchmark",
      dependencies: ["NumericalEnvironment", "OPTO", "Trace", "TrafficEnvironment"],
      path: "Benchmarks/Simulation", exclude: ["peers", "run"], swiftSettings: strict),
    .executableTarget(
      name: "StoreBenchmark", dependencies: ["CanonicalJSON", "TrialRecords"],
      path: "Benchmarks/Store", exclude: ["run"], swiftSettings: strict),
    .executableTarget(
      name: "TraceBenchmark", dependencies: ["LanguageModels", "OPTO", "Optimizers", "Trace"],
      path: "Benchmarks/Trace", exclude: ["peers", "run"], swiftSettings: strict),
    .executableTarget(
      name: "ReportBenchmark", dependencies: ["CanonicalJSON", "Reporting", "TrialRecords"],
      path: "Benchmarks/Report", exclude: ["run"], swiftSettings: strict),

    .target(
      name: "BenchTestSupport", dependencies: ["CanonicalJSON", "CodeExecution", "OPTO", "Trace"],
      path: "Tests/BenchTestSupport",
      swiftSettings: strict),
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer", swiftSettings: strict),
    .testTarget(
      name: "BenchTests",
      dependencies: [
        "BenchTestSupport", "CanonicalJSON", "LanguageModels", "LoopbackServer", "TrialRecords",
        "bench",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BigBenchHardEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "BigBenchHardEnvironment", "CanonicalJSON",
        "Datasets", "LanguageModels", "OPTO", "QuestionAnswering", "Trace",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: strict),
    .testTarget(
      name: "CodeDebuggingEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "CodeDebuggingEnvironment",
        "CodeExecution", "Datasets", "LanguageModels", "OPTO", "Trace", "Training",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CodeExecutionTests", dependencies: ["CanonicalJSON", "CodeExecution"],
      swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests",
      dependencies: ["BenchTestSupport", "CanonicalJSON", "Datasets", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "AIMEEnvironmentTests",
      dependencies: [
        "AIMEEnvironment", "BenchTestSupport", "BenchmarkSuites", "Datasets", "QuestionAnswering",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MultiHopEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "Datasets", "LanguageModels",
        "MultiHopEnvironment", "OPTO", "QuestionAnswering", "Trace", "Training",
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "MultipleChoiceEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "Datasets", "MultipleChoiceEnvironment",
        "QuestionAnswering",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GSM8KEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "Datasets", "GSM8KEnvironment",
        "LanguageModels", "OPTO", "QuestionAnswering", "Trace", "Training",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HTTPTransportTests", dependencies: ["HTTPTransport", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "LanguageModelsTests",
      dependencies: ["CanonicalJSON", "HTTPTransport", "LanguageModels", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "NumericalEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CGSL", "CanonicalJSON", "CodeExecution", "Datasets",
        "LanguageModels",
        "NumericalEnvironment", "OPTO", "Optimizers", "Trace",
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "OPTOTests", dependencies: ["BenchTestSupport", "CanonicalJSON", "OPTO", "Trace"],
      swiftSettings: strict),
    .testTarget(
      name: "OptimizersTests",
      dependencies: [
        "BenchTestSupport", "CanonicalJSON", "LanguageModels", "OPTO", "Optimizers", "Trace",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["CanonicalJSON", "Reporting", "TrialRecords"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "RescoringTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "BigBenchHardEnvironment", "CanonicalJSON",
        "Datasets", "Rescoring", "TrialRecords",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RobotArmEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "CodeExecution", "LanguageModels",
        "OPTO", "RobotArmEnvironment", "Trace",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RunnerTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "CodeExecution", "LanguageModels",
        "OPTO", "Optimizers", "Runner", "Training", "TrialRecords",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TrafficEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "Datasets", "OPTO", "Trace",
        "TrafficEnvironment",
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "TuningEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "CanonicalJSON", "Datasets", "LanguageModels",
        "OPTO", "Optimizers", "Trace",
        "TuningEnvironment",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TraceTests", dependencies: ["BenchTestSupport", "CanonicalJSON", "Trace"],
      swiftSettings: strict),
    .testTarget(
      name: "TraceGraphvizTests", dependencies: ["Trace", "TraceGraphviz"], swiftSettings: strict),
    .testTarget(
      name: "TraceBundlesTests", dependencies: ["Trace", "TraceBundles"], swiftSettings: strict),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["BenchTestSupport", "CanonicalJSON", "OPTO", "Trace", "Training"],
      swiftSettings: strict),
    .testTarget(
      name: "UserDataEnvironmentTests",
      dependencies: [
        "BenchTestSupport", "BenchmarkSuites", "Datasets", "OPTO", "QuestionAnswering",
        "UserDataEnvironment",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TrialRecordsTests",
      dependencies: [
        "CanonicalJSON", "TrialRecords", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
