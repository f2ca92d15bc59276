/** Reads and writes which columns of a list were chosen, as its address carries them: `sku.price`. */
export type ColumnChoice<Key extends string> = {
  readonly keys: readonly Key[];
  readonly usual: ReadonlySet<Key>;
  /** The usual ones where the address names none that there are. */
  read(written: string | undefined): ReadonlySet<Key>;
  /** Nothing for the usual ones. */
  write(columns: ReadonlySet<Key>): string | undefined;
};

export function columnChoice<Key extends string>(
  keys: readonly Key[],
  usualOnes: readonly Key[],
): ColumnChoice<Key> {
  const usual: ReadonlySet<Key> = new Set(usualOnes);
  return {
    keys,
    usual,
    read(written) {
      const named = new Set(written?.split('.') ?? []);
      const chosen = keys.filter((key) => named.has(key));
      return chosen.length === 0 && !named.has('none') ? usual : new Set(chosen);
    },
    write(columns) {
      const chosen = keys.filter((key) => columns.has(key));
      if (chosen.length === 0) return 'none';
      const isUsual = chosen.length === usual.size && chosen.every((key) => usual.has(key));
      return isUsual ? undefined : chosen.join('.');
    },
  };
}
