import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { decimalMarkOf } from '../../ui/decimal-mark.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import {
  type Figure,
  type FiguresAction,
  figuresReducer,
  noFigures,
  type ReadFigure,
  readFigure,
} from './count-draft.ts';
import type { SheetLine } from './use-sheet.ts';

/** What was entered last, to see it once more and take it back. */
type Last = { readonly line: SheetLine; readonly counted: Quantity; readonly expected: Quantity | null };

/** Entering figures into a sheet: each is kept as it is typed, sent when it is done, shown until the sheet has it. */
export function useCounting(countId: number, lines: readonly SheetLine[]) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const { mutateAsync } = useCommand('stockCounts.enter');
  const [figures, dispatch] = useFigures();
  const [last, setLast] = useState<Last | null>(null);
  useEffect(() => dispatch({ type: 'listed', lines }), [lines, dispatch]);

  const send = async (line: SheetLine, counted: Quantity | null, typed: string) => {
    const { productId } = line;
    dispatch({ type: 'sent', productId, counted });
    try {
      const { expected } = await mutateAsync({ countId, productId, counted });
      dispatch({ type: 'entered', productId, counted, expected });
      setLast(counted === null ? null : { line, counted, expected });
      if (counted === null) toast(text('stock-take.sheet-taken-back', { name: line.name }));
    } catch (error) {
      dispatch({ type: 'refused', productId, counted, text: typed });
      toast(text('stock-take.sheet-refused', { why: errorText(error) }), { tone: 'danger' });
    }
  };
  const read = (line: SheetLine, typed: string): ReadFigure =>
    readFigure(typed, isMeasured(line.unit), decimalMarkOf(format.decimalSign));
  /** Takes what was typed for a line; false where it cannot be. */
  const commit = (line: SheetLine): boolean => {
    const { productId } = line;
    const figure = figures().get(productId);
    if (figure === undefined || !('typed' in figure)) return true;
    const found = read(line, figure.typed);
    if ('problem' in found) {
      dispatch({ type: 'judged', productId });
      return false;
    }
    if (found.counted === line.counted) dispatch({ type: 'left', productId });
    else void send(line, found.counted, figure.typed);
    return true;
  };
  return {
    figureOf: (productId: number): Figure | undefined => figures().get(productId),
    read,
    type: (line: SheetLine, typed: string) =>
      dispatch({ type: 'typed', productId: line.productId, text: typed }),
    leave: (line: SheetLine) => dispatch({ type: 'left', productId: line.productId }),
    commit,
    last,
    takeBack: () => {
      if (last) void send(last.line, null, '');
    },
  };
}
export type Counting = ReturnType<typeof useCounting>;

/** As `useReducer`, but read at once: the focus that leaves a field must see that its figure was just sent. */
function useFigures() {
  const latest = useRef(noFigures);
  const [, redraw] = useState(noFigures);
  const dispatch = useCallback((action: FiguresAction) => {
    latest.current = figuresReducer(latest.current, action);
    redraw(latest.current);
  }, []);
  return [() => latest.current, dispatch] as const;
}

type SheetCounting = Counting & {
  /** Leads to the line after this one, or before it. */
  readonly goOn: (line: SheetLine, by: 1 | -1) => void;
  /** Leads back to the search. */
  readonly leaveList: () => void;
};

/** The counting of the sheet around a cell, so that rows are drawn again only where a figure changes. */
export const CountingContext = createContext<SheetCounting | null>(null);

export function useSheetCounting(): SheetCounting {
  const counting = useContext(CountingContext);
  if (counting === null) throw new Error('This cell must stand inside a count sheet');
  return counting;
}
