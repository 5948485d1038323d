// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// The caller's ends of the pipes of a child process.
struct cspawn_child {
  pid_t process;
  int input;   // to its standard input
  int output;  // from its standard output
  int error;   // from its standard error, non-blocking
};

// Starts argv[0], a path, with exactly this environment as the leader of a new session, without any
// other descriptor of ours and with default signals. Gives 0 or an errno.
int cspawn_start(const char *const *argv, const char *const *envp, struct cspawn_child *child);

// Sends SIGKILL to the child's whole process group and waits for the child.
void cspawn_kill(pid_t process);

// A pipe whose ends are closed on exec and do not block. Gives 0 or an errno.
int cspawn_wake_pipe(int ends[2]);

// One kind of system call that generated code may not make.
struct cspawn_rule {
  uint32_t number;
  uint32_t error;  // the errno it fails with
};

// AUDIT_ARCH_* of this processor, or 0 where the filter is not known to work.
extern const uint32_t cspawn_architecture;

// What no call may do, and what is also forbidden where the files are not those of a sandbox.
const struct cspawn_rule *cspawn_rules(size_t *count);
const struct cspawn_rule *cspawn_read_only_rules(size_t *count);

// The calls whose arguments decide; UINT32_MAX where the processor has no such call.
extern const uint32_t cspawn_clone, cspawn_fork, cspawn_vfork, cspawn_kill_call, cspawn_tgkill,
    cspawn_prlimit, cspawn_prctl, cspawn_open, cspawn_openat, cspawn_fcntl, cspawn_ioctl;
