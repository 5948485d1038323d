// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

static void close_all(int pipes[3][2]) {
  for (int i = 0; i < 3; i++)
    for (int end = 0; end < 2; end++)
      if (pipes[i][end] >= 0) close(pipes[i][end]);
}

static int spawn(const char *const *argv, const char *const *envp, int pipes[3][2], pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0);
  posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1);
  posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawnattr_init(&attributes);
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawn(
      process, argv[0], &actions, &attributes, (char *const *)argv, (char *const *)envp);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int cspawn_start(const char *const *argv, const char *const *envp, struct cspawn_child *child) {
  int pipes[3][2] = {{-1, -1}, {-1, -1}, {-1, -1}};
  int error = 0;
  for (int i = 0; i < 3 && !error; i++)
    if (pipe2(pipes[i], O_CLOEXEC)) error = errno;
  if (!error) error = spawn(argv, envp, pipes, &child->process);
  if (error) {
    close_all(pipes);
    return error;
  }
  close(pipes[0][0]);
  close(pipes[1][1]);
  close(pipes[2][1]);
  fcntl(pipes[0][1], F_SETFL, O_NONBLOCK);
  fcntl(pipes[1][0], F_SETFL, O_NONBLOCK);
  fcntl(pipes[2][0], F_SETFL, O_NONBLOCK);
  child->input = pipes[0][1];
  child->output = pipes[1][0];
  child->error = pipes[2][0];
  return 0;
}

void cspawn_kill(pid_t process) {
  int status = 0;
  kill(-process, SIGKILL);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
}

int cspawn_wake_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK) ? errno : 0; }
