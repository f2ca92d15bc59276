/** A text of at most some letters, its end left away and marked so. */
export function cut(words: string, most: number): string {
  const letters = [...words];
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`;
}

/** A text that is no wider than so many pixels in the letters the canvas is set to. */
export function cutToWidth(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  const letters = [...words];
  let [fits, tooMany] = [1, letters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (context.measureText(cut(words, middle)).width <= width) fits = middle;
    else tooMany = middle;
  }
  return cut(words, fits);
}
