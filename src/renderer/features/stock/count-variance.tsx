import { CircleAlert } from 'lucide-react';
import { pieces } from '../../../shared/domain/quantity.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp } from '../../ui/app-context.tsx';
import type { ReadFigure } from './count-draft.ts';
import { countFieldId } from './count-field.tsx';
import styles from './count-variance.module.css';
import { shownFigure } from './shown-figure.ts';
import { useSheetCounting } from './use-counting.ts';
import type { SheetLine } from './use-sheet.ts';
import { Variance } from './variance.tsx';

/** How what was counted differs from what was expected; or why a figure cannot be taken. */
export function CountVariance({ line }: { readonly line: SheetLine }) {
  const { text, format } = useApp();
  const counting = useSheetCounting();
  const figure = counting.figureOf(line.productId);
  if (figure?.stage === 'refused') {
    const read = counting.read(line, figure.typed);
    return (
      <span id={`${countFieldId(line.productId)}-problem`} className={styles.problem}>
        <CircleAlert aria-hidden="true" />
        {problemWords(read, text, format)}
      </span>
    );
  }
  if (figure?.stage === 'typed') return null;
  const { counted, expected } = shownFigure(line, figure);
  return counted === null ? null : <Variance counted={counted} expected={expected} unit={line.unit} />;
}

function problemWords(read: ReadFigure, text: AppText, format: Format): string {
  if (!('problem' in read)) return text('stock-take.figure-refused');
  return read.problem === 'unreadable'
    ? text('stock-take.figure-unreadable', { example: format.quantity(pieces(12)) })
    : text(`stock-take.figure-${read.problem}`);
}
