import { useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Table } from '../../ui/table.tsx';
import { useScanner } from '../../ui/use-scanner.ts';
import { countFieldId } from './count-field.tsx';
import styles from './count-sheet.module.css';
import { LastCounted } from './last-counted.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { sheetColumns } from './sheet-columns.tsx';
import { SheetEmpty } from './sheet-empty.tsx';
import { CountingContext, useCounting } from './use-counting.ts';
import { lineKey, type Sheet, type SheetLine, useSheet } from './use-sheet.ts';

type Count = Output<'stockCounts.get'>;

/** The sheet of a stock-take: find or scan a product, write what is there, Enter, on to the next. */
export function CountSheet({ count }: { readonly count: Count }) {
  const { text, format } = useApp();
  const isOpen = count.state === 'open';
  const sheet = useSheet(count.countId, isOpen ? 'uncounted' : count.different > 0 ? 'different' : 'all');
  const counting = useCounting(count.countId, sheet.lines);
  const listRef = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const allColumns = useMemo(() => sheetColumns(text, format, isOpen), [text, format, isOpen]);
  const columns = useFittingColumns(listRef, allColumns);
  const jump = useJump(sheet, isOpen);
  const focusSearch = () => field.current?.focus();
  useHotkeys([{ keys: 'F2', label: text('stock-take.sheet-search'), run: focusSearch }]);

  const goOn = (line: SheetLine, by: 1 | -1) => {
    const at = sheet.lines.findIndex((one) => one.productId === line.productId);
    const next = sheet.lines[at + by];
    if (at >= 0 && next !== undefined) return focusLine(next);
    if (by < 0) return focusSearch();
    // The last hit of a search: on to the next thing on the shelf.
    if (sheet.text !== '') sheet.search('');
    focusSearch();
  };
  return (
    <CountingContext value={{ ...counting, goOn, leaveList: focusSearch }}>
      <SheetBar count={count} sheet={sheet} field={field} onCommit={() => jump(sheet.text)} />
      {isOpen && <LastCounted counting={counting} />}
      <div ref={listRef} className={styles.list}>
        <Table
          label={text('stock-take.sheet-lines')}
          columns={columns}
          rows={sheet.lines}
          rowKey={lineKey}
          rowName={(line) => line.name}
          tall={isOpen}
          loading={sheet.isLoading}
          hasMore={sheet.hasMore}
          loadingMore={sheet.isLoadingMore}
          onLoadMore={sheet.loadMore}
          empty={<SheetEmpty sheet={sheet} />}
        />
      </div>
    </CountingContext>
  );
}

function focusLine(line: SheetLine): void {
  document.getElementById(countFieldId(line.productId))?.focus();
}

/**
 * Leads the focus to the first line of what was searched or scanned, as soon as it is there. A scan searches by
 * itself, and what was typed until then is taken when its field is left.
 */
function useJump(sheet: Sheet, isOpen: boolean): (words: string) => void {
  const [wanted, setWanted] = useState<string | null>(null);
  const { isCurrent, text, lines } = sheet;
  useScanner((code) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    sheet.search(code);
    setWanted(code.trim());
  }, isOpen);
  useEffect(() => {
    if (wanted === null || !isCurrent || text !== wanted) return;
    setWanted(null);
    const [first] = lines;
    if (first) focusLine(first);
  }, [wanted, isCurrent, text, lines]);
  return setWanted;
}
