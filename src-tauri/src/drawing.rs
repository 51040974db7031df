//! How pages get onto the screen where there is no graphics card.
//!
//! WebKitGTK looks for a card to share buffers with before it paints anything. Where there is none, as in virtual
//! machines and many old office PCs, the search costs a quarter of the starting time and now and then the
//! web process. It can only be told by the environment, before it starts.

/// Starts the program over with that search switched off, where there is no card and nobody has said otherwise.
#[cfg(target_os = "linux")]
pub(crate) fn settle() {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    if std::env::var_os(SWITCH).is_some() || has_graphics_card() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // The same process goes on as the same program; it only returns where that failed, and then we go on too.
        let _ = Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(SWITCH, "1")
            .exec();
    }
}

#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let Ok(devices) = std::fs::read_dir("/dev/dri") else {
        return false;
    };
    devices
        .flatten()
        .any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}

/// Elsewhere the web view finds its own way.
#[cfg(not(target_os = "linux"))]
pub(crate) fn settle() {}
