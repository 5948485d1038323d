// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import TrafficEnvironment

struct TrafficReportTests {
  /// Two pairs of two trips each over free ways of 100 s: one pair takes 110 s and 130 s, of the
  /// other one trip takes 150 s and one does not end.
  private func report(publishedImputation: Bool) throws -> TrafficReport {
    let network = try BuiltInNetwork.intersection.load()
    let flows = [(0, 1), (2, 3)].map { origin, destination in
      TravelDemand.Flow(origin: origin, destination: destination, start: 0, rate: 0.34)
    }
    let trips = TripTable(flows, on: network, dropsRemainder: true)
    #expect(trips.count == 4)
    return TrafficReport(
      [110, 130, 150, nil], of: trips, on: network, publishedImputation: publishedImputation)
  }

  @Test func missingTripsLastOneSecondMoreThanTheSlowest() throws {
    let report = try report(publishedImputation: false)
    // 10 + 30 = 40 s lost by the first pair; 50 + 51 = 101 s by the second; 35.25 s a vehicle.
    #expect(report.pairs.map(\.lostPerVehicle) == [20, 50.5])
    #expect(report.estimatedDelay == 35.25)
    #expect(report.averageDelay == 30)
    #expect(report.score == 35.25 + 15.25)
    #expect(report.attempted == 4)
    #expect(report.completed == 3)
    #expect(report.pairs.map(\.name) == ["W1->E1", "N1->S1"])
  }

  @Test func thePublishedCountTakesPairsForCompletedTrips() throws {
    // Two pairs and two trips each: by the published count none is missing.
    let report = try report(publishedImputation: true)
    #expect(report.pairs.map(\.lostPerVehicle) == [20, 25])
    #expect(report.estimatedDelay == 22.5)
    #expect(report.score == 22.5 + 2.5)
  }

  @Test func aPairWithoutArrivalsCountsTheWholeTime() throws {
    let network = try BuiltInNetwork.intersection.load()
    let flow = TravelDemand.Flow(origin: 0, destination: 1, start: 0, rate: 0.17)
    let trips = TripTable([flow], on: network, dropsRemainder: true)
    let report = TrafficReport([nil], of: trips, on: network, publishedImputation: false)
    #expect(report.averageDelay == nil)
    #expect(report.estimatedDelay == 1701)
  }
}
