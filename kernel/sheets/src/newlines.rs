use std::io::{self, BufRead as _, Read};

/// Turns `\r\n` into `\n` and ends the last line, so that a line can be counted by its newline.
pub(crate) struct Newlines<R> {
    source: R,
    /// A `\r` whose follower is not known yet.
    held: bool,
    last: u8,
    ended: bool,
    bytes: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Newlines<R> {
    pub(crate) fn new(source: R) -> Self {
        let bytes = vec![0; 64 * 1024];
        Self { source, held: false, last: b'\n', ended: false, bytes, ready: Vec::new(), given: 0 }
    }

    fn refill(&mut self) -> io::Result<()> {
        let read = self.source.read(&mut self.bytes)?;
        self.ready.clear();
        self.given = 0;
        if read == 0 {
            self.end();
            return Ok(());
        }
        let mut rest = self.bytes.get(..read).unwrap_or_default();
        while let Some(first) = rest.first() {
            if std::mem::take(&mut self.held) && *first != b'\n' {
                self.ready.push(b'\r');
            }
            // Searched for as a whole: a file has thousand million bytes, and mostly no `\r`.
            rest.read_until(b'\r', &mut self.ready)?;
            self.held = self.ready.last() == Some(&b'\r');
            if self.held {
                self.ready.pop();
            }
        }
        self.last = self.ready.last().copied().unwrap_or(self.last);
        Ok(())
    }

    fn end(&mut self) {
        self.ended = true;
        if self.held || self.last != b'\n' {
            self.ready.push(b'\n');
        }
    }
}

impl<R: Read> Read for Newlines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            self.refill()?;
        }
        let ready = self.ready.get(self.given..).unwrap_or_default();
        let count = ready.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let mut got = String::new();
        let read = Newlines::new(text.as_bytes()).read_to_string(&mut got);
        assert!(read.is_ok());
        assert_eq!(got, expect, "for {text:?}");
    }

    #[test]
    fn every_line_ends_with_one_newline() {
        check("", "");
        check("a", "a\n");
        check("a\n", "a\n");
        check("a\r\nb\r\n", "a\nb\n");
        check("a\r\nb\r", "a\nb\n");
        check("a\rb", "a\rb\n");
        check("\r\n\n", "\n\n");
        check("\r\r\n", "\r\n");
        check("a\r\rb\r\n\r", "a\r\rb\n\n");
    }
}
