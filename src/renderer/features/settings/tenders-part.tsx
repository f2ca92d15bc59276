import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TenderView } from '../../../shared/contract/shop-tenders.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { List } from '../../ui/list.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { PutTenderAside } from './put-tender-aside.tsx';
import { movedBy } from './reorder.ts';
import { ChangeTenderDialog, NewTenderDialog } from './tender-dialog.tsx';
import styles from './tender-row.module.css';
import { TenderRow } from './tender-row.tsx';

type Task = { readonly kind: 'add' } | { readonly kind: 'change' | 'put-aside'; readonly tender: TenderView };

/** The shop's own ways to pay. */
export function TendersPart() {
  const text = useText();
  const errorText = useErrorText();
  const tenders = useApiQuery('tenders.list', {});
  const [task, setTask] = useState<Task | null>(null);
  if (tenders.error) {
    return (
      <ProblemNote
        title={text('tenders.unreadable')}
        action={<Button onPress={() => void tenders.refetch()}>{text('tenders.again')}</Button>}
      >
        {errorText(tenders.error)}
      </ProblemNote>
    );
  }
  const all = tenders.data ?? [];
  const live = all.filter(({ archivedAt }) => archivedAt === null);
  const aside = all.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      <Card
        title={text('tenders.list')}
        flush
        actions={
          <Button size="small" icon={<Plus />} onPress={() => setTask({ kind: 'add' })}>
            {text('tenders.add')}
          </Button>
        }
      >
        <p className={styles.note}>{text('tenders.note')}</p>
        {tenders.data ? (
          <LiveTenders tenders={live} onTask={setTask} />
        ) : (
          <div className={styles.loading}>
            <Skeleton height="2.5rem" />
            <Skeleton height="2.5rem" />
          </div>
        )}
      </Card>
      {aside.length > 0 && <TendersAside tenders={aside} />}
      {task && <TenderDialogs task={task} tenders={all} onClose={() => setTask(null)} />}
    </>
  );
}

type DialogsProps = {
  readonly task: Task;
  readonly tenders: readonly TenderView[];
  readonly onClose: () => void;
};

/** The dialog of a task, over the tender as it is by now. */
function TenderDialogs({ task, tenders, onClose }: DialogsProps) {
  if (task.kind === 'add') return <NewTenderDialog onClose={onClose} />;
  const tender = tenders.find(({ id }) => id === task.tender.id) ?? task.tender;
  return task.kind === 'change' ? (
    <ChangeTenderDialog tender={tender} onClose={onClose} />
  ) : (
    <PutTenderAside tender={tender} onClose={onClose} />
  );
}

type LiveProps = { readonly tenders: readonly TenderView[]; readonly onTask: (task: Task) => void };

function LiveTenders({ tenders, onTask }: LiveProps) {
  const text = useText();
  const errorText = useErrorText();
  const reorder = useCommand('tenders.reorder');
  const before = tenders.map(({ id }) => id);
  const move = ({ id, name }: TenderView, by: -1 | 1) => {
    const after = movedBy(before, id, by);
    if (after === null) return null;
    return () =>
      reorder.mutate(
        { before, after },
        {
          onSuccess: () => void toast(text('tenders.moved', { name }), { tone: 'positive' }),
          onError: (error) => void toast(errorText(error), { tone: 'danger' }),
        },
      );
  };
  return (
    <List
      label={text('tenders.list')}
      items={tenders}
      itemKey={({ id }) => String(id)}
      onOpen={(tender) => onTask({ kind: 'change', tender })}
      action={(tender) => (
        <TenderMenu
          tender={tender}
          isLast={tenders.length === 1}
          onTask={onTask}
          onMoveUp={move(tender, -1)}
          onMoveDown={move(tender, 1)}
        />
      )}
    >
      {(tender) => <TenderRow tender={tender} />}
    </List>
  );
}

type MenuProps = {
  readonly tender: TenderView;
  readonly isLast: boolean;
  readonly onTask: (task: Task) => void;
  readonly onMoveUp: (() => void) | null;
  readonly onMoveDown: (() => void) | null;
};

function TenderMenu({ tender, isLast, onTask, onMoveUp, onMoveDown }: MenuProps) {
  const text = useText();
  const label = text('tenders.actions-of', { name: tender.name });
  const actions: readonly MenuAction[] = [
    {
      key: 'change',
      label: text('tenders.change'),
      icon: <Pencil />,
      onAction: () => onTask({ kind: 'change', tender }),
    },
    {
      key: 'up',
      label: text('tenders.move-up'),
      icon: <ArrowUp />,
      disabled: onMoveUp === null,
      onAction: () => onMoveUp?.(),
    },
    {
      key: 'down',
      label: text('tenders.move-down'),
      icon: <ArrowDown />,
      disabled: onMoveDown === null,
      onAction: () => onMoveDown?.(),
    },
    {
      key: 'aside',
      label: text('tenders.put-aside'),
      description: isLast ? text('tenders.last-stays') : undefined,
      icon: <Archive />,
      disabled: isLast,
      separated: true,
      onAction: () => onTask({ kind: 'put-aside', tender }),
    },
  ];
  return <Menu trigger={<IconButton label={label} icon={<Ellipsis />} />} label={label} actions={actions} />;
}

function TendersAside({ tenders }: { readonly tenders: readonly TenderView[] }) {
  const text = useText();
  const errorText = useErrorText();
  const restore = useCommand('tenders.restore');
  const bringBack = ({ id, revision, name, payKey: key }: TenderView) =>
    restore.mutate(
      { tenderId: id, revision },
      {
        onSuccess: ({ payKey }) => {
          const lost = key !== null && payKey === null;
          const words = lost
            ? text('tenders.restored-without-key', { name, key })
            : text('tenders.restored', { name });
          toast(words, { tone: lost ? 'info' : 'positive' });
        },
        onError: (error) => void toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <Card title={text('tenders.aside')} flush>
      <List
        label={text('tenders.aside')}
        items={tenders}
        itemKey={({ id }) => String(id)}
        action={(tender) => (
          <Button size="small" pending={restore.isPending} onPress={() => bringBack(tender)}>
            {text('tenders.restore')}
          </Button>
        )}
      >
        {(tender) => <TenderRow tender={tender} />}
      </List>
    </Card>
  );
}
