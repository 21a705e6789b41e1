//! Bytes of unknown encoding as UTF-8, in one pass and constant memory.
use std::io::{self, Read};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

const CHUNK: usize = 64 * 1024;

/// Yields UTF-8 whatever the source is in.
pub(crate) struct Utf8<R> {
    source: R,
    mode: Mode,
    /// Bytes read but not decoded: the beginning of a character cut by the chunk.
    rest: Vec<u8>,
    /// UTF-8 not yet given out, from `given` on.
    ready: Vec<u8>,
    given: usize,
    ended: bool,
    offset: u64,
}

enum Mode {
    Start,
    /// No byte beyond ASCII so far.
    Ascii,
    Utf8,
    /// Through the decoder of another encoding.
    Other(Box<Decoder>),
}

impl<R: Read> Utf8<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            mode: Mode::Start,
            rest: Vec::new(),
            ready: Vec::new(),
            given: 0,
            ended: false,
            offset: 0,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        let mut bytes = std::mem::take(&mut self.rest);
        let before = bytes.len();
        bytes.resize(before + CHUNK, 0);
        let read = read_some(&mut self.source, bytes.get_mut(before..).unwrap_or_default())?;
        bytes.truncate(before + read);
        self.ended = read == 0;
        if matches!(self.mode, Mode::Start) {
            // The mark is at most three bytes; a file shorter than that has ended.
            if bytes.len() < 3 && !self.ended {
                self.rest = bytes;
                return Ok(());
            }
            self.start(&mut bytes);
        }
        self.decode(bytes)
    }

    fn start(&mut self, bytes: &mut Vec<u8>) {
        let (mode, mark) = match bytes.as_slice() {
            [0xef, 0xbb, 0xbf, ..] => (Mode::Utf8, 3),
            [0xff, 0xfe, ..] => (Mode::Other(Box::new(UTF_16LE.new_decoder_without_bom_handling())), 2),
            [0xfe, 0xff, ..] => (Mode::Other(Box::new(UTF_16BE.new_decoder_without_bom_handling())), 2),
            _ => (Mode::Ascii, 0),
        };
        self.mode = mode;
        bytes.drain(..mark);
        self.offset += mark as u64;
    }

    fn decode(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        if let Mode::Other(decoder) = &mut self.mode {
            let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 4 + 16);
            let mut text = String::with_capacity(room);
            let _ = decoder.decode_to_string(&bytes, &mut text, self.ended);
            self.ready = text.into_bytes();
            return Ok(());
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                self.note(text.is_ascii());
                self.offset += bytes.len() as u64;
                self.ready = bytes;
                Ok(())
            }
            Err(error) => self.decode_around(bytes, error),
        }
    }

    /// A character cut by the chunk waits for the next; anything else that is no UTF-8 decides the encoding.
    fn decode_around(&mut self, mut bytes: Vec<u8>, error: std::str::Utf8Error) -> io::Result<()> {
        let valid = error.valid_up_to();
        let tail = bytes.split_off(valid);
        self.note(bytes.is_ascii());
        self.offset += valid as u64;
        self.ready = bytes;
        if error.error_len().is_none() && !self.ended {
            self.rest = tail;
            return Ok(());
        }
        if matches!(self.mode, Mode::Utf8) {
            let offset = self.offset;
            let reason =
                format!("byte {offset} is not UTF-8, although the text before it is: the file is damaged");
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        let mut decoder = WINDOWS_1252.new_decoder_without_bom_handling();
        let mut text = String::with_capacity(tail.len() * 3 + 16);
        let _ = decoder.decode_to_string(&tail, &mut text, self.ended);
        self.ready.extend(text.into_bytes());
        self.mode = Mode::Other(Box::new(decoder));
        Ok(())
    }

    fn note(&mut self, ascii: bool) {
        if !ascii {
            self.mode = Mode::Utf8;
        }
    }
}

impl<R: Read> Read for Utf8<R> {
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

fn read_some(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that gives one byte at a time, so that every character is cut.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let (Some((first, rest)), Some(to)) = (self.0.split_first(), out.first_mut()) else {
                return Ok(0);
            };
            *to = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn check(bytes: &[u8], expect: Result<&str, io::ErrorKind>) {
        let mut whole = String::new();
        let read = Utf8::new(bytes).read_to_string(&mut whole).map(|_| whole.as_str()).map_err(|e| e.kind());
        assert_eq!(read, expect, "for {bytes:?}");
        let mut dropped = String::new();
        let read = Utf8::new(Drops(bytes))
            .read_to_string(&mut dropped)
            .map(|_| dropped.as_str())
            .map_err(|e| e.kind());
        assert_eq!(read, expect, "byte by byte, for {bytes:?}");
    }

    #[test]
    fn reads_what_sources_write() {
        check(b"", Ok(""));
        check(b"a", Ok("a"));
        check("año ¥ 𝄞".as_bytes(), Ok("año ¥ 𝄞"));
        check(b"\xef\xbb\xbfa\xc3\xb1o", Ok("año"));
        check(b"\xef\xbb\xbf", Ok(""));
        check(b"a\xf1o,\x80", Ok("año,€"));
        check(b"PERU\xda", Ok("PERUÚ"));
        check(b"\xff\xfea\0\xf1\0", Ok("añ"));
        check(b"\xfe\xff\0a\0\xf1", Ok("añ"));
        check(b"\xc3\xb1 \xf1", Err(io::ErrorKind::InvalidData));
        check(b"\xef\xbb\xbfa\xf1", Err(io::ErrorKind::InvalidData));
        check(b"\xc3\xb1 \xc3", Err(io::ErrorKind::InvalidData));
    }
}
