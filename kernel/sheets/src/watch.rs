//! Whoever waits for a long file is told how far it has been read.
use std::{
    fmt,
    io::{self, Read, Seek, SeekFrom},
    sync::Arc,
};

/// Is called with the position in the file as it lies on disk, in bytes (of a gzip, those of the archive).
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<dyn Fn(u64) + Send + Sync>>);

impl Watch {
    pub fn new(told: impl Fn(u64) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(told)))
    }

    pub(crate) fn over<R>(&self, reader: R) -> Watched<R> {
        Watched { reader, position: 0, watch: self.clone() }
    }

    fn tell(&self, position: u64) {
        if let Some(told) = &self.0 {
            told(position);
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Watch(told)" } else { "Watch(nobody)" })
    }
}

pub(crate) struct Watched<R> {
    reader: R,
    position: u64,
    watch: Watch,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.position += read as u64;
        self.watch.tell(self.position);
        Ok(read)
    }
}

impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = self.reader.seek(to)?;
        Ok(self.position)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, PoisonError};

    use super::*;

    #[test]
    fn it_is_told_every_step_to_the_last_byte() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let steps = Arc::clone(&told);
        let watch = Watch::new(move |at| steps.lock().unwrap_or_else(PoisonError::into_inner).push(at));
        let mut reader = watch.over(io::Cursor::new([7_u8; 10]));
        let mut four = [0; 4];
        while reader.read(&mut four).is_ok_and(|read| read > 0) {}
        assert_eq!(*told.lock().unwrap_or_else(PoisonError::into_inner), [4, 8, 10, 10]);
    }
}
