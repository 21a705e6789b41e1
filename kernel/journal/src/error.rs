#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("the payload of {command} cannot be written as JSON: {source}")]
    Payload { command: String, source: serde_json::Error },
    #[error("the journal has lost node {position} of level {level}; run `quipu verify`")]
    MissingNode { level: i64, position: i64 },
    #[error(
        "{0:?} cannot be named in the public journal: give the code of a post or of a program, in small letters, \
         such as `operator` or `post:e-11-011/planning`; never a person's name or number"
    )]
    Actor(String),
    #[error("the journal has lost entry {seq}; run `quipu verify`")]
    MissingEntry { seq: i64 },
    #[error("entry {seq} has {bytes} bytes; a published entry has at most 65,535")]
    LongLeaf { seq: i64, bytes: usize },
    #[error(transparent)]
    Checkpoint(#[from] crate::CheckpointError),
}
