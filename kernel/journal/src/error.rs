#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("the payload of {command} cannot be written as JSON: {source}")]
    Payload { command: String, source: serde_json::Error },
    #[error("the journal has lost node {position} of level {level}; run `quipu verify`")]
    MissingNode { level: i64, position: i64 },
    #[error(transparent)]
    Checkpoint(#[from] crate::CheckpointError),
}
