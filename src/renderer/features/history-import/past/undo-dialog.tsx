import type { ReactNode } from 'react';
import { useApp } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { Reconciled } from './measures.ts';
import styles from './undo-dialog.module.css';
import type { Undo } from './use-undo.ts';

type UndoDialogProps = { readonly summary: Reconciled['summary']; readonly undo: Undo };

/** Says what goes and what stays, then how far it is. */
export function UndoDialog({ summary, undo }: UndoDialogProps) {
  const { text } = useApp();
  const { isPending } = undo;
  return (
    <Dialog
      open={undo.isAsking}
      onClose={undo.close}
      title={text('history-past.undo-title', { file: summary.fileName })}
      role="alertdialog"
      busy={isPending}
      footer={
        isPending ? (
          <Button onPress={undo.stop}>{text('history-past.undo-stop')}</Button>
        ) : (
          <>
            <Button onPress={undo.close} autoFocus>
              {text('history-past.keep')}
            </Button>
            <Button variant="danger" onPress={undo.run}>
              {text('history-past.undo')}
            </Button>
          </>
        )
      }
    >
      {isPending ? (
        <ProgressBar
          label={text('history-past.undoing')}
          value={undo.progress?.done ?? null}
          most={undo.progress?.total ?? 1}
        />
      ) : (
        <WhatGoes summary={summary} />
      )}
    </Dialog>
  );
}

function WhatGoes({ summary }: Pick<UndoDialogProps, 'summary'>) {
  const { text } = useApp();
  const { orders, returns } = summary;
  return (
    <>
      <Part heading={text('history-past.undo-goes')}>
        {orders > 0 && <li>{text('history-past.undo-goes-orders', { count: orders })}</li>}
        {returns > 0 && <li>{text('history-past.undo-goes-returns', { count: returns })}</li>}
        <li>{text('history-past.undo-goes-reports')}</li>
        <li>{text('history-past.undo-goes-made')}</li>
      </Part>
      <Part heading={text('history-past.undo-stays')}>
        <li>{text('history-past.undo-stays-sales')}</li>
        <li>{text('history-past.undo-stays-made')}</li>
        <li>{text('history-past.undo-stays-entry')}</li>
      </Part>
      <p className={styles.check}>{text('history-past.undo-check')}</p>
    </>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
