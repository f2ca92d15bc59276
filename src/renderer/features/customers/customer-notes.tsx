import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LeaveWhile } from '../../ui/leave-while.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './customer-notes.module.css';

type Note = CustomerDetail['notes'][number];

/** What people of the shop wrote down about a customer, when, and who; newest first. */
export function CustomerNotes({ customer }: { readonly customer: CustomerDetail }) {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  const { notes } = customer;
  return (
    <Card title={text('customers.notes')}>
      <div className={styles.body}>
        {mayEdit && <NewNote customer={customer} />}
        {notes.length === 0 ? (
          <p className={styles.quiet}>{text('customers.notes-none')}</p>
        ) : (
          <ul className={styles.list}>
            {notes.map((note) => (
              <NoteRow key={note.noteId} note={note} mayRemove={mayEdit} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function NewNote({ customer: { id: customerId, name } }: { readonly customer: CustomerDetail }) {
  const text = useText();
  const errorText = useErrorText();
  const add = useCommand('customers.addNote');
  const [note, setNote] = useState('');
  const save = () => {
    if (note.trim() !== '') add.mutate({ customerId, note }, { onSuccess: () => setNote('') });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        label={text('customers.note-new')}
        hideLabel
        placeholder={text('customers.note-new')}
        value={note}
        onChange={setNote}
        maxLength={1000}
        rows={2}
        error={add.error ? errorText(add.error) : undefined}
      />
      {note.trim() !== '' && (
        <Button type="submit" size="small" pending={add.isPending}>
          {text('customers.note-add')}
        </Button>
      )}
      <LeaveWhile
        busy={note.trim() !== ''}
        title={text('customers.note-leave-title')}
        action={text('customers.note-leave')}
        keep={text('customers.note-stay')}
        onLeave={() => setNote('')}
      >
        {text('customers.note-leave-help', { name })}
      </LeaveWhile>
    </form>
  );
}

function NoteRow({ note, mayRemove }: { readonly note: Note; readonly mayRemove: boolean }) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const remove = useCommand('customers.removeNote');
  const time = format.dateTime(note.at);
  const run = () =>
    remove.mutate(
      { noteId: note.noteId },
      {
        onSuccess: () => toast(text('customers.note-removed'), { tone: 'positive' }),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <li className={styles.note}>
      <div className={styles.words}>
        <p className={styles.text} dir="auto">
          {note.note}
        </p>
        <p className={styles.quiet}>
          {note.staffName === null ? time : text('customers.note-by', { staff: note.staffName, time })}
        </p>
      </div>
      {mayRemove && (
        <IconButton
          size="small"
          label={text('customers.note-remove')}
          icon={<Trash2 />}
          onPress={run}
          disabled={remove.isPending}
        />
      )}
    </li>
  );
}
