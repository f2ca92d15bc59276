import { PackageOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { SearchPick } from '../../ui/search-pick.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { BegunNote } from './begun-note.tsx';
import styles from './find-sale.module.css';
import { NoSales } from './no-sales.tsx';
import { RecentReturns } from './recent-returns.tsx';
import type { ReturnAction, ReturnDraft } from './return-draft.ts';
import { type FoundSale, SaleOption } from './sale-option.tsx';

const mostSales = 30;
const noSales: readonly FoundSale[] = [];

type FindSaleProps = { readonly draft: ReturnDraft; readonly dispatch: (action: ReturnAction) => void };

/** The first step: the sale that something comes back from, by a scan of its receipt or by words. */
export function FindSale({ draft, dispatch }: FindSaleProps) {
  const text = useText();
  const mayWithoutReceipt = useMay('return-without-receipt');
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const take = useTakeWords(setWords);
  const answer = useApiQuery('returns.findSales', searchOf(words), { keepPrevious: true });
  const sales = answer.data ?? noSales;
  const leave = () => navigate('/orders');
  useScanner((code) => void take(code, true));
  useHotkeys([
    { keys: 'F2', label: text('returns.find'), run: () => field.current?.focus() },
    { keys: 'Escape', label: text('ui.back'), run: leave },
  ]);
  return (
    <div className={styles.page}>
      <PageHeader
        title={text('returns.title')}
        onBack={leave}
        actions={
          mayWithoutReceipt && (
            <Button icon={<PackageOpen />} onPress={() => navigate('/returns/without-receipt')}>
              {text('returns.without-receipt')}
            </Button>
          )
        }
      />
      <BegunNote draft={draft} dispatch={dispatch} />
      <div className={styles.columns}>
        <section className={styles.sales} aria-label={text('returns.sales')}>
          <SearchPick
            label={text('returns.find')}
            placeholder={text('returns.find-hint')}
            listLabel={text('returns.sales')}
            size="touch"
            keys="F2"
            autoFocus
            words={words}
            onType={setWords}
            items={answer.error ? noSales : sales}
            itemKey={saleKey}
            onPick={chooseSale}
            onCommit={(typed) => void take(typed, false)}
            inputRef={field}
            instead={<NoSales answer={answer} words={words} most={mostSales} />}
          >
            {(sale) => <SaleOption sale={sale} />}
          </SearchPick>
        </section>
        <RecentReturns />
      </div>
    </div>
  );
}

function searchOf(words: string) {
  return { text: words.trim().slice(0, 200), limit: mostSales };
}

function saleKey(sale: FoundSale): string {
  return String(sale.orderId);
}

function chooseSale({ orderId }: { readonly orderId: number }): void {
  navigate('/returns', { query: { order: String(orderId) } });
}

/**
 * Enter and scans: a receipt's code or a number names its sale; of other words the newest sale that fits is taken,
 * but where they were scanned, for a product is on many receipts.
 */
function useTakeWords(search: (words: string) => void): (typed: string, isScan: boolean) => Promise<void> {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const take = async (words: string, isScan: boolean): Promise<void> => {
    const number = parseOrderCode(words);
    if (number !== null) {
      const order = await client.ask('orders.findByCode', { code: words });
      if (order) chooseSale(order);
      else toast(text('returns.scan-no-order', { number: String(number) }));
      return;
    }
    if (words === '') return;
    if (isScan) search(words);
    const found = await client.ask('returns.findSales', searchOf(words));
    const named = found.find((sale) => String(sale.orderId) === words.replace(/^#/, ''));
    const only = isScan ? (found.length === 1 ? found[0] : undefined) : found[0];
    const sale = named ?? only;
    if (sale) chooseSale(sale);
  };
  return (typed, isScan) =>
    take(typed.trim(), isScan).catch((error: unknown) => void toast(errorText(error), { tone: 'danger' }));
}
