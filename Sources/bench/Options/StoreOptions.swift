// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Where results are kept.
struct StoreOptions: ParsableArguments {
  @Option(
    help: "The SQLite file that holds all results; made when it does not exist.",
    completion: .file(extensions: ["sqlite"]))
  var store: String = "optobench.sqlite"
}
