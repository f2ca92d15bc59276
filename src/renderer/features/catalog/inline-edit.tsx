import { createContext, type ReactNode, useContext } from 'react';

export type EditedColumn = 'price' | 'category';

/** Which cell of the table is a field just now. */
export type EditedCell = {
  readonly productId: number;
  readonly column: EditedColumn;
  /** What was typed to begin with, in place of what the cell holds; null to change that. */
  readonly typed: string | null;
};

export type InlineEdit = {
  readonly cell: EditedCell | null;
  /** Null where the person may not. */
  readonly edit: ((cell: EditedCell) => void) | null;
  /** Ends it; `next` goes on to another column of the same row. */
  readonly end: (next: EditedColumn | null) => void;
};

const Context = createContext<InlineEdit>({ cell: null, edit: null, end: () => undefined });

type InlineEditProviderProps = { readonly value: InlineEdit; readonly children: ReactNode };

/** Lets the cells of a table become fields without drawing its other rows anew. */
export function InlineEditProvider({ value, children }: InlineEditProviderProps) {
  return <Context value={value}>{children}</Context>;
}

export function useInlineEdit(): InlineEdit {
  return useContext(Context);
}
