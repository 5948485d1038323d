#!/bin/sh
# Formats all Swift sources in place.
set -eu
cd "$(dirname "$0")/.."
swift format format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks
