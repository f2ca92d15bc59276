import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './acknowledge-dialog.module.css';
import { type Finding, findingWords } from './finding-words.ts';
import { usePeople } from './use-people.ts';

type AcknowledgeDialogProps = { readonly findings: readonly Finding[]; readonly onClose: () => void };

/** So many findings are named; of more only their number. */
const mostNamed = 3;

/** Takes findings off the dashboard, with a note of what was found out; they stay in the list of all. */
export function AcknowledgeDialog({ findings, onClose }: AcknowledgeDialogProps) {
  const { text, format } = useApp();
  const { names } = usePeople();
  const errorText = useErrorText();
  const { mutate, isPending, error } = useCommand('audit.acknowledge');
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const count = findings.length;
  const acknowledge = () => {
    if (note.trim() === '') return setMissing(true);
    mutate(
      { findingIds: findings.map(({ findingId }) => findingId), note },
      {
        onSuccess: () => {
          toast(text('audit.acknowledged-toast', { count }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      busy={isPending}
      title={text('audit.acknowledge-title', { count })}
      onClose={onClose}
      onSubmit={acknowledge}
      footer={
        <>
          <Button onPress={onClose} disabled={isPending}>
            {text('audit.acknowledge-keep')}
          </Button>
          <Button variant="primary" type="submit" pending={isPending}>
            {text('audit.acknowledge')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <ul className={styles.findings}>
          {findings.slice(0, mostNamed).map((finding) => (
            <li key={finding.findingId}>{findingWords(finding, { text, format, names }).title}</li>
          ))}
          {count > mostNamed && <li>{text('audit.acknowledge-more', { count: count - mostNamed })}</li>}
        </ul>
        <p>{text('audit.acknowledge-what')}</p>
        <TextArea
          label={text('audit.acknowledge-note')}
          value={note}
          onChange={(typed) => {
            setNote(typed);
            setMissing(false);
          }}
          maxLength={500}
          autoFocus
          error={isMissing ? text('audit.acknowledge-missing') : undefined}
        />
        {error && <ProblemNote>{errorText(error)}</ProblemNote>}
      </div>
    </Dialog>
  );
}
