import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ShopView } from '../../../shared/contract/setup.ts';
import { exampleBlocks } from '../../../shared/documents/example-blocks.ts';
import { paperDirection } from '../../../shared/documents/paper-direction.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useSession, useToday } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { ReceiptPaper } from '../../ui/receipt/receipt-paper.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './receipts-part.module.css';

type PaperPreviewProps = {
  /** The shop with what is typed and not saved yet. */
  readonly shop: ShopView;
  readonly isUnsaved: boolean;
};
type Document = 'receipt' | 'invoice';

/** The paper as it will be, changing as one types, and a way to see it printed. */
export function PaperPreview({ shop, isUnsaved }: PaperPreviewProps) {
  const text = useText();
  const errorText = useErrorText();
  const { direction: ofWindow } = useApp();
  const [document, setDocument] = useState<Document>('receipt');
  const blocks = useExample(document, shop);
  const print = useCommand('shop.printExample');
  const paper = document === 'invoice' ? 'a4' : shop.receiptPaper;
  return (
    <aside className={styles.preview} aria-label={text('papers.preview')}>
      <div className={styles.bar}>
        <Segmented
          label={text('papers.preview-of')}
          choices={(['receipt', 'invoice'] as const).map((key) => ({
            key,
            label: text(`papers.preview-${key}`),
          }))}
          value={document}
          onChange={setDocument}
        />
        <Button
          icon={<Printer />}
          pending={print.isPending}
          disabledReason={isUnsaved ? text('papers.print-unsaved') : undefined}
          onPress={() =>
            print.mutate(
              { document, paper },
              {
                onSuccess: () => void toast(text('papers.printed'), { tone: 'positive' }),
                onError: (error) => void toast(errorText(error), { tone: 'danger' }),
              },
            )
          }
        >
          {text('papers.print')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.desk} tabIndex={0} aria-label={text('papers.preview')}>
        <div className={joinClasses(paper === 'a4' && styles.sheet)}>
          {blocks === null ? (
            <Skeleton />
          ) : (
            <ReceiptPaper
              blocks={blocks}
              paper={paper}
              direction={paperDirection(shop, ofWindow === 'rtl')}
              label={text(`papers.preview-${document}`)}
            />
          )}
        </div>
      </section>
      <p className={styles.note}>{text('papers.preview-note')}</p>
    </aside>
  );
}

/** The example as blocks; null while main has not said which taxes hold and which number is next. */
function useExample(document: Document, shop: ShopView) {
  const { text, format } = useApp();
  const { data: classes } = useApiQuery('shop.taxClasses', {});
  const { data: numbering } = useApiQuery('shop.numbering', {});
  const { data: next } = useApiQuery('shop.previewNumbers', numbering ?? plain, { enabled: !!numbering });
  const cashier = useSession()?.name ?? '';
  const { data: state } = useApiQuery('setup.state', {});
  const today = useToday();
  const now = state?.now ?? 0;
  return useMemo(() => {
    if (!classes || !next) return null;
    const taxes = classes.find((one) => one.isDefault)?.rates ?? [];
    const numbers = { document, invoiceNumber: next.invoice };
    return exampleBlocks(numbers, shop, { text, format }, { taxes, cashier, now, today });
  }, [classes, next, document, shop, text, format, cashier, now, today]);
}

const plain = {
  ...{ orderPrefix: '', orderDigits: 1, invoicePrefix: '', invoiceDigits: 1 },
  ...{ invoiceYearly: false, yearStartMonth: 1, invoiceFirst: 1 },
};
