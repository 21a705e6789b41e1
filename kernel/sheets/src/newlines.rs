use std::io::{self, Read};

/// Turns `\r\n` into `\n` and ends the last line, so that a line can be counted by its newline.
pub(crate) struct Newlines<R> {
    source: R,
    /// A `\r` whose follower is not known yet.
    held: bool,
    last: u8,
    ended: bool,
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Newlines<R> {
    pub(crate) const fn new(source: R) -> Self {
        Self { source, held: false, last: b'\n', ended: false, ready: Vec::new(), given: 0 }
    }

    fn refill(&mut self) -> io::Result<()> {
        let mut bytes = vec![0; 64 * 1024];
        let read = self.source.read(&mut bytes)?;
        bytes.truncate(read);
        self.ready.clear();
        self.given = 0;
        if read == 0 {
            self.end();
            return Ok(());
        }
        for byte in bytes {
            if std::mem::take(&mut self.held) && byte != b'\n' {
                self.ready.push(b'\r');
            }
            match byte {
                b'\r' => self.held = true,
                other => self.ready.push(other),
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
    }
}
