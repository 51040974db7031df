//! The system calls that reading needs. Any other one fails, as if the right to it were missing.

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64"))]
pub(super) fn filter() {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};

    let allowed = ALLOWED.iter().map(|call| (*call, Vec::new())).collect();
    let filter = TargetArch::try_from(std::env::consts::ARCH).and_then(|arch| {
        let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
        SeccompFilter::new(allowed, refuse, SeccompAction::Allow, arch).and_then(BpfProgram::try_from)
    });
    // A kernel without filters still has the limits of resources, which leave nothing to open or to write.
    if let Ok(program) = filter {
        let _ = seccompiler::apply_filter(&program);
    }
}

/// There is no filter for this processor.
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64")))]
pub(super) fn filter() {}

/// Reading and writing what is open, memory, the end, and what the standard library asks in between.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64"))]
const ALLOWED: &[libc::c_long] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_statx,
    libc::SYS_close,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_sigaltstack,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_tgkill,
    libc::SYS_prlimit64,
    libc::SYS_sched_yield,
];
