// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import CanonicalJSON
import Datasets
import Rescoring
import Testing
import TrialRecords

struct RescoringTests {
}
