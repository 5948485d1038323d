// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The budget refused a model call of training, which ends training and is no failure.
struct BudgetRefusal: Error {}
