//! Progress of long work, on a terminal alone.
use std::{path::Path, time::Duration};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sheets::Watch;

/// A spinner with a message; silent where standard error is no terminal.
pub fn spinner(message: String) -> ProgressBar {
    styled(None, "{spinner} {elapsed_precise} {msg}", message)
}

/// A bar over the bytes of a file; what comes after its last byte goes on under a full bar.
pub fn of_file(path: &Path) -> ProgressBar {
    let bytes = path.metadata().map(|found| found.len()).ok();
    let template = "{spinner} {elapsed_precise} {bar:30} {bytes}/{total_bytes} {msg}";
    styled(bytes, template, file_name(path))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A bar over the lines of a file that is written.
pub fn of_lines(path: &Path, lines: u64) -> ProgressBar {
    let template = "{spinner} {elapsed_precise} {bar:30} {human_pos}/{human_len} {msg}";
    styled(Some(lines), template, file_name(path))
}

/// Moves the bar as the file is read. A header is looked for more than once: the bar never goes back.
pub fn watch(bar: &ProgressBar) -> Watch {
    let bar = bar.clone();
    Watch::new(move |position| bar.set_position(position.max(bar.position())))
}

fn styled(length: Option<u64>, template: &str, message: String) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(message);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}
