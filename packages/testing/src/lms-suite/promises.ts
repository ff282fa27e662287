/** What a learning system promises, in a few words, by the number of the promise in the port `LearningSystem`. */
export const learningPromises: Readonly<Record<number, string>> = {
  1: 'finds courses, each once, over all pages',
  2: 'returns plain text in one language',
  3: 'answers undefined for unknown courses',
  4: 'assigns only what is confirmed',
  5: 'enrols once, however often it is asked',
  6: 'says why it did not, with HTTP 200 too',
  7: 'tells of nobody and nothing else',
  8: 'recommends without enrolling',
  9: 'ends enrolments',
  10: 'continues cursors without gap or repetition',
  11: 'believes only what is signed, fresh and new',
  12: 'takes odd answers for failures',
  13: 'keeps its token to itself',
  14: 'offers what it declares',
};
