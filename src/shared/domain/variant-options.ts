/** What a variant is called beside its parent: "M / Red". */
export function variantLabel(values: readonly string[]): string {
  return values.join(' / ');
}

/** Every combination of the values of some options, the last one turning quickest; none where an option has none. */
export function optionCombinations(options: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (options.length === 0) return [];
  return options.reduce<readonly (readonly string[])[]>(
    (combined, values) => combined.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
}

/** How variants are told apart: neither case nor spaces make another one of the same parent. */
export function variantKey(label: string): string {
  return label.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
