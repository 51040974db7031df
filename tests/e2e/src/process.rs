//! Processes that go when the test goes, with everything they started.

use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

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

    /// Kills the members whose program ends like this, without warning, and waits until they are dead: a thread that is just
    /// writing ends its call first.
    pub fn kill_members(&self, ending: &str) {
        for (pid, program) in self.members() {
            if program.ends_with(ending) {
                let pid = pid.to_string();
                signal(&pid);
                let begun = Instant::now();
                while lives(&pid) && begun.elapsed() < DYING {
                    std::thread::sleep(Duration::from_millis(1));
                }
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

/// Longer than any call takes to end.
const DYING: Duration = Duration::from_secs(5);

/// Whether a thread of it still runs. One that waits to be buried does not.
fn lives(pid: &str) -> bool {
    let tasks = fs::read_dir(format!("/proc/{pid}/task"))
        .into_iter()
        .flatten()
        .flatten();
    let mut states = tasks.filter_map(|task| fs::read_to_string(task.path().join("stat")).ok());
    states.any(|stat| {
        let state = stat.rsplit(") ").next().and_then(|rest| rest.chars().next());
        !matches!(state, Some('Z' | 'X'))
    })
}

fn signal(target: &str) {
    let _ = Command::new("kill")
        .args(["-KILL", "--", target])
        .stderr(Stdio::null())
        .status();
}
