// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
#pragma once
#if __has_include(<gsl/gsl_rng.h>)
#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_deriv.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_vector.h>
#else
#error "the GNU Scientific Library is missing: run scripts/setup, or apt-get install libgsl-dev"
#endif

// GSL exports its algorithm tables as mutable global pointers, which Swift 6 refuses to read;
// inline getters are imported as functions.
static inline const gsl_rng_type *cgsl_rng_mt19937(void) { return gsl_rng_mt19937; }
static inline const gsl_qrng_type *cgsl_qrng_sobol(void) { return gsl_qrng_sobol; }
static inline const gsl_qrng_type *cgsl_qrng_niederreiter(void) { return gsl_qrng_niederreiter_2; }
static inline const gsl_multimin_fminimizer_type *cgsl_nmsimplex2(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}
static inline const gsl_multimin_fdfminimizer_type *cgsl_bfgs2(void) {
  return gsl_multimin_fdfminimizer_vector_bfgs2;
}
static inline const gsl_multimin_fdfminimizer_type *cgsl_conjugate_fr(void) {
  return gsl_multimin_fdfminimizer_conjugate_fr;
}
static inline const gsl_multimin_fdfminimizer_type *cgsl_conjugate_pr(void) {
  return gsl_multimin_fdfminimizer_conjugate_pr;
}
static inline const gsl_multimin_fdfminimizer_type *cgsl_steepest_descent(void) {
  return gsl_multimin_fdfminimizer_steepest_descent;
}
static inline const gsl_odeiv2_step_type *cgsl_rk8pd(void) { return gsl_odeiv2_step_rk8pd; }
static inline const gsl_odeiv2_step_type *cgsl_rk4(void) { return gsl_odeiv2_step_rk4; }
