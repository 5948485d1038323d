// swift-tools-version: 6.2
// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "optobench",
  targets: [
    .target(name: "CanonicalJSON", swiftSettings: strict),
    .testTarget(
      name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
