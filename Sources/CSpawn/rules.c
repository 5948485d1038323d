// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <linux/audit.h>
#include <stdint.h>
#include <sys/syscall.h>

#include "CSpawn.h"

#if defined(__x86_64__)
const uint32_t cspawn_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
const uint32_t cspawn_architecture = AUDIT_ARCH_AARCH64;
#else
const uint32_t cspawn_architecture = 0;
#endif

#define DENY(name) {SYS_##name, EPERM},
#define UNKNOWN(number) {number, ENOSYS},

static const struct cspawn_rule rules[] = {
    // Sockets, and the rings that could make them behind the filter's back.
    {SYS_socket, EACCES},
    UNKNOWN(425) UNKNOWN(426) UNKNOWN(427)  // io_uring_setup, _enter, _register
    // Other programs. clone3 hides its flags from the filter; libc falls back to clone.
    DENY(execve) DENY(execveat) UNKNOWN(435)
    // Other processes' memory, descriptors, signals and scheduling.
    DENY(ptrace) DENY(process_vm_readv) DENY(process_vm_writev) DENY(kcmp)
    DENY(tkill) DENY(rt_sigqueueinfo) DENY(rt_tgsigqueueinfo)
    DENY(setpriority) DENY(ioprio_set) DENY(sched_setparam) DENY(sched_setscheduler)
    DENY(sched_setattr) DENY(sched_setaffinity) DENY(migrate_pages) DENY(move_pages)
    DENY(pidfd_send_signal)
    UNKNOWN(438) UNKNOWN(440) UNKNOWN(448)  // pidfd_getfd, process_madvise, process_mrelease
    // Memory and messages that outlive the process or escape its limits.
    DENY(memfd_create) UNKNOWN(447)  // memfd_secret
    DENY(shmget) DENY(shmat) DENY(shmctl) DENY(msgget) DENY(msgsnd) DENY(msgrcv) DENY(msgctl)
    DENY(semget) DENY(semop) DENY(semctl) DENY(semtimedop)
    DENY(mq_open) DENY(mq_unlink) DENY(add_key) DENY(request_key) DENY(keyctl)
    DENY(mlock) DENY(mlock2) DENY(mlockall)
    // Namespaces, mounts and the machine.
    DENY(unshare) DENY(setns) DENY(mount) DENY(umount2) DENY(pivot_root) DENY(chroot)
    UNKNOWN(428) UNKNOWN(429) UNKNOWN(430) UNKNOWN(431) UNKNOWN(432) UNKNOWN(433) UNKNOWN(442)
    DENY(name_to_handle_at) DENY(open_by_handle_at) DENY(quotactl) DENY(swapon) DENY(swapoff)
    DENY(acct) DENY(reboot) DENY(sethostname) DENY(setdomainname) DENY(settimeofday)
    DENY(clock_settime) DENY(adjtimex) DENY(clock_adjtime) DENY(syslog) DENY(vhangup)
    DENY(init_module) DENY(finit_module) DENY(delete_module) DENY(kexec_load) DENY(kexec_file_load)
    DENY(personality)
    // Large parts of the kernel that code under test has no use for.
    DENY(bpf) DENY(perf_event_open) DENY(userfaultfd) DENY(fanotify_init) DENY(fanotify_mark)
#if defined(__x86_64__)
    DENY(modify_ldt) DENY(iopl) DENY(ioperm) DENY(uselib) DENY(ustat) DENY(sysfs)
#endif
};

#define READ_ONLY(name) {SYS_##name, EROFS},

static const struct cspawn_rule read_only_rules[] = {
    READ_ONLY(unlinkat) READ_ONLY(renameat2) READ_ONLY(linkat) READ_ONLY(symlinkat)
    READ_ONLY(mkdirat) READ_ONLY(mknodat) READ_ONLY(truncate) READ_ONLY(fchmod) READ_ONLY(fchmodat)
    READ_ONLY(fchown) READ_ONLY(fchownat) READ_ONLY(utimensat) READ_ONLY(setxattr)
    READ_ONLY(lsetxattr) READ_ONLY(fsetxattr) READ_ONLY(removexattr) READ_ONLY(lremovexattr)
    READ_ONLY(fremovexattr) UNKNOWN(437) UNKNOWN(452)  // openat2, fchmodat2
#ifdef SYS_renameat
    READ_ONLY(renameat)
#endif
#if defined(__x86_64__)
    READ_ONLY(creat) READ_ONLY(unlink) READ_ONLY(rename) READ_ONLY(link) READ_ONLY(symlink)
    READ_ONLY(mkdir) READ_ONLY(rmdir) READ_ONLY(mknod) READ_ONLY(chmod) READ_ONLY(chown)
    READ_ONLY(lchown) READ_ONLY(utime) READ_ONLY(utimes) READ_ONLY(futimesat)
#endif
};

const struct cspawn_rule *cspawn_rules(size_t *count) {
  *count = sizeof rules / sizeof *rules;
  return rules;
}

const struct cspawn_rule *cspawn_read_only_rules(size_t *count) {
  *count = sizeof read_only_rules / sizeof *read_only_rules;
  return read_only_rules;
}

const uint32_t cspawn_clone = SYS_clone, cspawn_kill_call = SYS_kill, cspawn_tgkill = SYS_tgkill,
               cspawn_prlimit = SYS_prlimit64, cspawn_prctl = SYS_prctl, cspawn_openat = SYS_openat,
               cspawn_fcntl = SYS_fcntl, cspawn_ioctl = SYS_ioctl;
#if defined(__x86_64__)
const uint32_t cspawn_fork = SYS_fork, cspawn_vfork = SYS_vfork, cspawn_open = SYS_open;
#else
const uint32_t cspawn_fork = UINT32_MAX, cspawn_vfork = UINT32_MAX, cspawn_open = UINT32_MAX;
#endif
