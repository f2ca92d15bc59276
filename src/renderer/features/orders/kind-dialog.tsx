import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { KindList } from './kind-list.tsx';

type KindDialogProps = {
  readonly parent: ProductTile;
  readonly onPick: (tile: ProductTile) => void;
  readonly onClose: () => void;
};

/** Which kind of a product that comes in several. */
export function KindDialog({ parent, onPick, onClose }: KindDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const { data, error } = useApiQuery('catalog.variants', { parentId: parent.id });
  return (
    <Dialog open onClose={onClose} title={text('orders.edit-choose-kind', { name: parent.name })}>
      {error && <ProblemNote>{errorText(error)}</ProblemNote>}
      {data ? <KindList kinds={data} onPick={onPick} /> : <Skeleton height="12rem" />}
    </Dialog>
  );
}
