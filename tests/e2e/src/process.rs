//! Processes that go when the test goes, with everything they started.

use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The variable by which every process of a run is found again, however deep it was started.
const MARK: &str = "SUNLOT_E2E_RUN";

/// A process with a group of its own; ended together with the group.
pub struct Group {
    child: Child,
    mark: String,
}

impl Group {
    /// Starts a command in a group of its own.
    pub fn start(command: &mut Command) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let mark = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let child = command
            .env(MARK, &mark)
            .process_group(0)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("{}: {e}", command.get_program().display()));
        Self { child, mark }
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// The processes of this group, and those that left it, by number and program.
    pub fn members(&self) -> Vec<(u32, String)> {
        let wanted = format!("{MARK}={}", self.mark);
        let mut members = Vec::new();
        for entry in fs::read_dir("/proc").expect("Linux").filter_map(Result::ok) {
            let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
                continue;
            };
            let environment = fs::read(entry.path().join("environ")).unwrap_or_default();
            if environment
                .split(|byte| *byte == 0)
                .any(|variable| variable == wanted.as_bytes())
            {
                let program = fs::read_link(entry.path().join("exe")).unwrap_or_default();
                members.push((pid, program.display().to_string()));
            }
        }
        members
    }

    /// Kills the members whose program ends like this, without warning.
    pub fn kill_members(&self, ending: &str) {
        for (pid, program) in self.members() {
            if program.ends_with(ending) {
                signal(&pid.to_string());
            }
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        signal(&format!("-{}", self.child.id()));
        let _ = self.child.wait();
        // A helper that left the group (the web view's own processes may) is found by its mark.
        self.kill_members("");
    }
}

fn signal(target: &str) {
    let _ = Command::new("kill")
        .args(["-KILL", "--", target])
        .stderr(Stdio::null())
        .status();
}
