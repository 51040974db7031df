// Which colour goes with a word that stands for a state.

export type Tone = 'good' | 'fair' | 'bad' | 'plain'
