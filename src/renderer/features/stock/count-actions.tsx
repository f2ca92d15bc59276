import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { PostCountDialog } from './post-count-dialog.tsx';

type Count = Output<'stockCounts.get'>;

/** The two ends of a stock-take. */
export function CountActions({ count }: { readonly count: Count }) {
  const text = useText();
  const mayPost = useMay('adjust-stock');
  const [open, setOpen] = useState<'post' | 'discard' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen('discard')}>
        {text('stock-take.discard')}
      </Button>
      <Button
        variant="primary"
        onPress={() => setOpen('post')}
        disabledReason={
          mayPost
            ? count.counted === 0
              ? text('stock-take.post-nothing-counted')
              : undefined
            : text('stock-take.post-no-right')
        }
      >
        {text('stock-take.post')}
      </Button>
      {open === 'post' && <PostCountDialog count={count} onClose={close} />}
      {open === 'discard' && <DiscardDialog count={count} onClose={close} />}
    </>
  );
}

function DiscardDialog({ count, onClose }: { readonly count: Count; readonly onClose: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const discard = useCommand('stockCounts.discard');
  const { countId, name, counted } = count;
  const confirm = () =>
    discard.mutate(
      { countId },
      {
        onSuccess: () => {
          toast(text('stock-take.discarded', { name }), { tone: 'positive' });
          navigate('/stock/counts');
        },
        onError: (error) => {
          toast(errorText(error), { tone: 'danger' });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('stock-take.discard-title', { name })}
      action={text('stock-take.discard')}
      keep={text('stock-take.discard-keep')}
      danger
      pending={discard.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {text('stock-take.discard-help', { count: counted })}
    </ConfirmDialog>
  );
}
