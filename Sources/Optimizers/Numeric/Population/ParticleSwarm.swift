// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Particle swarm optimization with one best particle for all (Kennedy and Eberhart, ICNN 1995;
/// inertia of Shi and Eberhart, 1998).
///
/// Five particles move in the unit cube that is stretched over the ranges, the first one from the
/// start of the trial. All are evaluated before any moves on.
struct ParticleSwarm: NumericSearch {
  /// What happens at an end of a range.
  enum Border: Sendable {
    /// The particle stays there and loses its velocity.
    case stops
    /// The particle enters at the other end.
    case wraps
  }

  private static let count = 5

  /// How much of a velocity is kept.
  let inertia: Double
  /// How strongly a particle is drawn to the best place that it has seen.
  let cognitive: Double
  /// How strongly a particle is drawn to the best place that any has seen.
  let social: Double
  /// What happens at an end of a range.
  let border: Border

  private struct Particle {
    var place: [Double]
    var velocity: [Double]
    var best: [Double]
    var bestCost = Double.infinity
  }

  /// Moves the swarm for as long as anybody asks.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    let space = objective.space
    var particles = (0..<Self.count).map { index in
      let drawn = space.coordinates.map { _ in objective.generator.unit() }
      let place = index == 0 ? space.unit(of: space.start) : drawn
      return Particle(
        place: place, velocity: firstVelocity(in: objective), best: place)
    }
    while particles.contains(where: { $0.velocity.contains { abs($0) > 1e-12 } }) {
      for index in particles.indices {
        let cost = try objective.cost(at: space.point(atUnit: particles[index].place))
        if cost < particles[index].bestCost {
          particles[index].bestCost = cost
          particles[index].best = particles[index].place
        }
      }
      guard let leader = particles.min(by: { $0.bestCost < $1.bestCost })?.best else { break }
      for index in particles.indices { move(&particles[index], to: leader, objective) }
    }
    return "no particle moves any more"
  }

  /// From 0 to 1 in the parameters' own units, as in the published experiment.
  private func firstVelocity(in objective: NumericObjective) -> [Double] {
    objective.space.coordinates.map { objective.generator.unit() / max(1, $0.width) }
  }

  private func move(_ particle: inout Particle, to leader: [Double], _ objective: NumericObjective)
  {
    for index in particle.place.indices {
      let place = particle.place[index]
      let own = cognitive * objective.generator.unit() * (particle.best[index] - place)
      let common = social * objective.generator.unit() * (leader[index] - place)
      particle.velocity[index] = inertia * particle.velocity[index] + own + common
      let moved = place + particle.velocity[index]
      switch border {
      case .stops:
        particle.place[index] = UnitInterval.clamped(moved)
        if particle.place[index] != moved { particle.velocity[index] = 0 }
      case .wraps:
        particle.place[index] = UnitInterval.wrapped(moved)
      }
    }
  }
}
