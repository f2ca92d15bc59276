import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { TenderView } from '../../../shared/contract/shop-tenders.ts';
import { payKeyOf } from '../../../shared/domain/pay-key.ts';
import type { ApiError } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { type App, useApp, useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { tenderIcons } from './tender-icons.tsx';
import styles from './tender-row.module.css';
import { tenderFacts } from './tender-row.tsx';
import { useSeen } from './use-seen.ts';

/** A way to pay as it is written; the key may be anything yet. */
type Written = Omit<Input<'tenders.create'>, 'payKey'> & { readonly payKey: string };

const emptyTender: Written = { name: '', kind: 'card', asksReference: true, payKey: '', atKiosk: false };

/** A new way to pay. */
export function NewTenderDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useApp();
  const create = useCommand('tenders.create');
  const form = useTenderForm(emptyTender, create.error);
  const submit = () => {
    const input = form.read();
    if (input === null) return;
    create.mutate(input, {
      onSuccess: () => {
        toast(text('tenders.added', { name: input.name }), { tone: 'positive' });
        onClose();
      },
    });
  };
  return (
    <ChangeDialog
      title={text('tenders.new-title')}
      action={text('tenders.add')}
      size="medium"
      pending={create.isPending}
      refused={form.refused}
      onSubmit={submit}
      onClose={onClose}
    >
      <TenderFields form={form} onType={create.reset} />
    </ChangeDialog>
  );
}

type ChangeTenderProps = { readonly tender: TenderView; readonly onClose: () => void };

/** A way to pay as it is to be from now on. */
export function ChangeTenderDialog({ tender, onClose }: ChangeTenderProps) {
  const text = useText();
  const change = useCommand('tenders.change');
  const { seen, isOvertaken, look } = useSeen(tender);
  const form = useTenderForm({ ...writtenOf(tender) }, change.error);
  const submit = () => {
    const input = form.read();
    if (input === null) return;
    change.mutate(
      { ...input, tenderId: tender.id, revision: seen.revision },
      {
        onSuccess: () => {
          toast(text('tenders.changed', { name: input.name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  const { name } = tender;
  const facts = [name, ...tenderFacts(tender, text)].join(' · ');
  const isNews = isOvertaken && !change.isPending && !change.isSuccess;
  const keepMine = () => {
    look();
    change.reset();
  };
  return (
    <ChangeDialog
      title={text('tenders.edit-title', { name: seen.name })}
      action={text('tenders.save')}
      size="medium"
      pending={change.isPending}
      refused={form.refused}
      overtaken={
        isNews
          ? {
              title: text('tenders.overtaken', { name: seen.name }),
              now: text('tenders.overtaken-now', { facts }),
              onKeepMine: keepMine,
            }
          : null
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <TenderFields form={form} onType={change.reset} />
    </ChangeDialog>
  );
}

function writtenOf({ name, kind, asksReference, payKey, atKiosk }: TenderView): Written {
  return { name, kind, asksReference, payKey: payKey ?? '', atKiosk };
}

type TenderForm = {
  readonly written: Written;
  readonly change: (part: Partial<Written>) => void;
  readonly problems: { readonly name?: string; readonly payKey?: string };
  /** What main said that no field says. */
  readonly refused: string | null;
  /** What is sent to main; null where something keeps it from being saved, which the fields then say. */
  readonly read: () => Input<'tenders.create'> | null;
};

function useTenderForm(first: Written, error: ApiError | null): TenderForm {
  const app = useApp();
  const errorText = useErrorText();
  const [written, setWritten] = useState(first);
  const [isJudged, setJudged] = useState(false);
  const own = checkTender(written, app);
  const theirs = refusedFields(error, app);
  return {
    written,
    change: (part) => setWritten({ ...written, ...part }),
    problems: { ...(isJudged ? own : {}), ...theirs },
    refused: error !== null && Object.keys(theirs).length === 0 ? errorText(error) : null,
    read: () => {
      setJudged(true);
      if (Object.keys(own).length > 0) return null;
      const { name, kind, asksReference, payKey, atKiosk } = written;
      const asks = kind !== 'cash' && asksReference;
      return { name: name.trim(), kind, asksReference: asks, payKey: payKeyOf(payKey), atKiosk };
    },
  };
}

function checkTender({ name, payKey }: Written, { text }: App) {
  return {
    ...(name.trim() === '' ? { name: text('tenders.name-missing') } : {}),
    ...(payKey.trim() !== '' && payKeyOf(payKey) === null ? { payKey: text('tenders.pay-key-wrong') } : {}),
  };
}

/** Refusals that are about one field, said there. */
function refusedFields(error: ApiError | null, { text }: App) {
  if (error?.code === 'tender-name-taken') {
    const name = String(error.details.name);
    return {
      name: text(error.details.isArchived === true ? 'tenders.name-aside' : 'tenders.name-taken', { name }),
    };
  }
  if (error?.code !== 'pay-key-taken') return {};
  const { key, tender } = error.details;
  return { payKey: text('tenders.pay-key-taken', { key: String(key), tender: String(tender) }) };
}

type FieldsProps = { readonly form: TenderForm; readonly onType: () => void };

function TenderFields({ form, onType }: FieldsProps) {
  const text = useText();
  const { written, problems } = form;
  const change = (part: Partial<Written>) => {
    form.change(part);
    onType();
  };
  const isCash = written.kind === 'cash';
  return (
    <>
      <TextField
        label={text('tenders.name')}
        value={written.name}
        onChange={(name) => change({ name })}
        error={problems.name}
        maxLength={40}
        autoFocus
      />
      <RadioCards
        label={text('tenders.kind')}
        cards={(['cash', 'card', 'upi', 'other'] as const).map((key) => {
          const Icon = tenderIcons[key];
          return {
            key,
            label: text(`tenders.kind-${key}`),
            description: text(`tenders.kind-${key}-note`),
            icon: <Icon />,
          };
        })}
        value={written.kind}
        onChange={(kind) => change({ kind })}
      />
      <Switch
        on={!isCash && written.asksReference}
        disabled={isCash}
        onChange={(asksReference) => change({ asksReference })}
        description={text(isCash ? 'tenders.cash-no-reference' : 'tenders.asks-reference-note')}
      >
        {text('tenders.asks-reference')}
      </Switch>
      <Switch
        on={written.atKiosk}
        onChange={(atKiosk) => change({ atKiosk })}
        description={text('tenders.at-kiosk-note')}
      >
        {text('tenders.at-kiosk')}
      </Switch>
      <div className={styles.key}>
        <TextField
          label={text('tenders.pay-key')}
          description={text('tenders.pay-key-note')}
          value={written.payKey}
          onChange={(payKey) => change({ payKey })}
          error={problems.payKey}
          maxLength={4}
          optional
        />
      </div>
    </>
  );
}
