# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Makes programs with one fault each from correct programs."""
