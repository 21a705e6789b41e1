//! Codes of questions and waves.
base::numbered_codes! {
    /// `q128`: the entry that wrote the question.
    QuestionCode = 'q';
    /// `w128`: the entry that drafted the wave.
    WaveCode = 'w';
}
