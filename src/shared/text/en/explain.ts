/** "Explain this number": how a figure comes about, and the rows behind it. */
export const explainText = {
  'explain.open': 'Explain {figure}',
  'explain.figure-of': '{figure}: {part}',
} as const;
