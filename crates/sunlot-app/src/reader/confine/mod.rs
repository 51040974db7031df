//! What the process that reads gives up before it looks at a single byte: opening files, the network, other programs,
//! and more than a share of memory and time. What it was handed is open already.
//!
//! On Linux these are limits of resources, which every kernel knows, and a filter of system calls where the processor
//! is known to it. On other systems there is only the patience of `parent`.

#[cfg(target_os = "linux")]
mod calls;

use std::io;

/// Memory of its own: far more than a list of 100,000 rows needs.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Addresses, of which the libraries of a window take their share.
#[cfg(target_os = "linux")]
const ADDRESSES: u64 = 4 * MEMORY;
/// Seconds of computing.
#[cfg(target_os = "linux")]
const SECONDS: u64 = 60;
/// Even with all the seconds that rows bring.
#[cfg(target_os = "linux")]
const MOST_SECONDS: u64 = 600;

/// Gives up what is not needed.
#[cfg(target_os = "linux")]
pub(super) fn confine() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let limits = [
        (Resource::Core, 0, 0),
        (Resource::Fsize, 0, 0),
        (Resource::Nproc, 0, 0),
        (Resource::Cpu, SECONDS, MOST_SECONDS),
        (Resource::Data, MEMORY, MEMORY),
        (Resource::As, ADDRESSES, ADDRESSES),
        // The last one: no file and no socket is opened any more, with or without the filter below.
        (Resource::Nofile, 0, 0),
    ];
    for (resource, current, maximum) in limits {
        let limit = Rlimit {
            current: Some(current),
            maximum: Some(maximum),
        };
        setrlimit(resource, limit)?;
    }
    calls::filter();
    Ok(())
}

/// Nothing can be given up here.
#[cfg(not(target_os = "linux"))]
pub(super) fn confine() -> io::Result<()> {
    Ok(())
}

/// A second more, because rows came.
#[cfg(target_os = "linux")]
pub(super) fn give_a_second() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let Rlimit { current, maximum } = getrlimit(Resource::Cpu);
    let more = Rlimit {
        current: current.map(|seconds| seconds.saturating_add(1).min(maximum.unwrap_or(u64::MAX))),
        maximum,
    };
    // Without it the process ends a second earlier.
    let _ = setrlimit(Resource::Cpu, more);
}

/// There is no limit here that could grow.
#[cfg(not(target_os = "linux"))]
pub(super) fn give_a_second() {}

/// Tries what must fail here, for the tests of the limits: ends well only if it could be done.
pub(super) fn attempt(what: &str) -> io::Result<()> {
    match what {
        "write" => std::fs::write(std::env::temp_dir().join("sunlot-read-table"), b"x"),
        "open" => std::fs::File::open(std::env::temp_dir()).map(drop),
        "connect" => std::net::TcpStream::connect("127.0.0.1:9").map(drop),
        "listen" => std::net::UdpSocket::bind("127.0.0.1:0").map(drop),
        "start" => std::process::Command::new("true").status().map(drop),
        "memory" => {
            let mut kept = Vec::new();
            while kept.len() < 64 {
                kept.push(vec![1_u8; 64 * 1024 * 1024]);
            }
            Ok(())
        }
        "time" => loop {
            std::hint::spin_loop();
        },
        "sleep" => loop {
            std::thread::park();
        },
        _ => {
            #[allow(clippy::panic, reason = "this is the attempt")]
            {
                panic!("{what}")
            }
        }
    }
}
