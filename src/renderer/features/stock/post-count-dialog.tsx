import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './post-count-dialog.module.css';
import type { SheetLine } from './use-sheet.ts';
import { Variance } from './variance.tsx';

type Count = Output<'stockCounts.get'>;
type PostCountDialogProps = { readonly count: Count; readonly onClose: () => void };

/** Says what posting a stock-take changes, product by product, and posts it. */
export function PostCountDialog({ count, onClose }: PostCountDialogProps) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const seesCost = useMay('see-profit');
  const post = useCommand('stockCounts.post');
  const { countId, name, products, counted, different, varianceCost } = count;
  const confirm = () =>
    post.mutate(
      { countId },
      {
        onSuccess: ({ changed }) => {
          toast(text('stock-take.posted', { count: changed, name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('stock-take.post-title', { name })}
      busy={post.isPending}
      onSubmit={confirm}
      footer={
        <>
          <Button onPress={onClose} disabled={post.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" pending={post.isPending} autoFocus>
            {text('stock-take.post-do', { count: different })}
          </Button>
        </>
      }
    >
      <div className={styles.summary}>
        <p>{text('stock-take.post-changes', { count: different })}</p>
        <p>{text('stock-take.post-uncounted', { count: products - counted })}</p>
        {seesCost && varianceCost !== 0 && (
          <p>{text('stock-take.post-cost', { amount: format.money(varianceCost, 'always') })}</p>
        )}
        {different > 0 && <Changes countId={countId} different={different} />}
        {post.error && (
          <p role="alert" className={styles.refusal}>
            {errorText(post.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

type ChangesProps = { readonly countId: number; readonly different: number };

/** As many as a person reads before posting; the sheet has them all. */
const mostListed = 50;

function Changes({ countId, different }: ChangesProps) {
  const text = useText();
  const { data } = useApiQuery('stockCounts.listLines', {
    countId,
    show: 'different',
    text: '',
    cursor: null,
    limit: mostListed,
  });
  return (
    <div className={styles.changes}>
      <List
        label={text('stock-take.post-list')}
        items={data?.items ?? []}
        itemKey={(line) => String(line.productId)}
      >
        {(line) => <Change line={line} />}
      </List>
      {different > mostListed && <p className={styles.more}>{text('stock-take.post-more')}</p>}
    </div>
  );
}

function Change({ line }: { readonly line: SheetLine }) {
  const { text, format } = useApp();
  const { name, unit, expected, counted } = line;
  if (counted === null) return null;
  return (
    <>
      <span className={styles.name} title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className={styles.figures}>
        {text('stock-take.post-line', {
          expected: format.quantity(expected, unit),
          counted: format.quantity(counted, unit),
        })}
      </span>
      <Variance counted={counted} expected={expected} unit={unit} />
    </>
  );
}
