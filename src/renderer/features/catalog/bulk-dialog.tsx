import { useState } from 'react';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './bulk-dialog.module.css';
import { type BulkChange, type BulkSelection, bulkChangeOf, emptyBulkDraft } from './bulk-draft.ts';
import { BulkForm } from './bulk-form.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import { type BulkApplying, useApplyBulk } from './use-apply-bulk.ts';
import { type BulkPreviewPages, useBulkPreview } from './use-bulk-preview.ts';

type BulkDialogProps = {
  readonly selection: BulkSelection;
  /** Archived ones are shown: they can be brought back. */
  readonly isArchived: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Changes many products: what, then how each would be, then all in one go, which can be stopped and undone. */
export function BulkDialog({ selection, isArchived, onDone, onClose }: BulkDialogProps) {
  const text = useText();
  const { currencyExponent } = useShop();
  const [draft, setDraft] = useState(emptyBulkDraft);
  const [isAsked, setAsked] = useState(false);
  const [change, setChange] = useState<BulkChange | null>(null);
  const preview = useBulkPreview(selection, change);
  const applying = useApplyBulk(() => {
    onDone();
    onClose();
  });
  const show = () => {
    setAsked(true);
    setChange(bulkChangeOf(draft, currencyExponent, !isArchived));
  };
  const apply = () => {
    if (change !== null && preview.summary) applying.apply({ selection, change, seen: preview.summary.seen });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text(change === null ? 'bulk.what' : 'bulk.what-changes')}
      size={change === null ? 'medium' : 'large'}
      busy={applying.isRunning}
      onSubmit={change === null ? show : apply}
      footer={
        change === null ? (
          <>
            <Button onPress={onClose}>{text('ui.cancel')}</Button>
            <Button variant="primary" type="submit">
              {text('bulk.preview')}
            </Button>
          </>
        ) : (
          <PreviewButtons preview={preview} applying={applying} onBack={() => setChange(null)} />
        )
      }
    >
      {change === null ? (
        <div className={styles.content}>
          {isAsked && <Incomplete isShown={bulkChangeOf(draft, currencyExponent, !isArchived) === null} />}
          <BulkForm draft={draft} isArchived={isArchived} onChange={setDraft} />
        </div>
      ) : (
        <div className={styles.content}>
          {applying.isRunning && <Running applying={applying} />}
          {applying.refusal !== null && <ProblemNote>{applying.refusal}</ProblemNote>}
          <BulkPreview preview={preview} />
        </div>
      )}
    </Dialog>
  );
}

function Incomplete({ isShown }: { readonly isShown: boolean }) {
  const text = useText();
  return isShown ? <ProblemNote tone="warning">{text('bulk.incomplete')}</ProblemNote> : null;
}

function Running({ applying }: { readonly applying: BulkApplying }) {
  const text = useText();
  const { progress } = applying;
  return (
    <ProgressBar
      label={text('bulk.applying')}
      value={progress?.done ?? null}
      most={progress?.total ?? 1}
      words={progress ? text('bulk.progress', { done: progress.done, total: progress.total }) : undefined}
    />
  );
}

type PreviewButtonsProps = {
  readonly preview: BulkPreviewPages;
  readonly applying: BulkApplying;
  readonly onBack: () => void;
};

function PreviewButtons({ preview, applying, onBack }: PreviewButtonsProps) {
  const text = useText();
  const changing = preview.summary?.changing ?? 0;
  if (applying.isRunning) {
    return (
      <Button onPress={applying.stop} pending={applying.isStopping}>
        {text('bulk.stop')}
      </Button>
    );
  }
  return (
    <>
      <Button onPress={onBack}>{text('bulk.back')}</Button>
      <Button variant="primary" type="submit" disabled={changing === 0}>
        {text('bulk.apply', { count: changing })}
      </Button>
    </>
  );
}
