// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
//
// Evaluates with COCO's C code the points that Simulation/SimulationBenchmark.swift evaluates.
// Each line is a case, a dimension, and microseconds per evaluation, separated by tabs: the mean
// over the 24 functions.

#include "coco.h"

#include <stdio.h>
#include <time.h>

coco_problem_t *coco_get_bbob_problem(size_t function, size_t dimension, size_t instance);

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static double one_function(size_t function, size_t dimension) {
  const int count = 20000;
  double point[40], value[1], sum = 0;
  coco_problem_t *problem = coco_get_bbob_problem(function, dimension, 1);
  for (size_t index = 0; index < dimension; index++) point[index] = (double)(index % 7) - 3;
  double start = microseconds();
  for (int index = 0; index < count; index++) {
    point[0] = (index % 100) / 20.0 - 2.5;
    coco_evaluate_function(problem, point, value);
    sum += value[0];
  }
  double time = microseconds() - start;
  coco_problem_free(problem);
  return sum == sum ? time / count : 0;
}

int main(void) {
  const size_t dimensions[] = {2, 10, 40};
  coco_set_log_level("error");
  for (int index = 0; index < 3; index++) {
    double sum = 0;
    for (size_t function = 1; function <= 24; function++) {
      sum += one_function(function, dimensions[index]);
    }
    printf("BBOB, mean of 24 functions\t%zu\t%f\n", dimensions[index], sum / 24);
  }
  return 0;
}
