import type { MergeChoice, MergeSide } from '../../../shared/contract/customer-records.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { differing, type MergeField } from './merge-draft.ts';
import styles from './merge-page.module.css';

type MergeChoicesProps = {
  readonly kept: MergeSide;
  readonly merged: MergeSide;
  readonly choice: MergeChoice;
  /** The number that stays. */
  readonly onStay: (number: string) => void;
  readonly onChoose: (part: Partial<MergeChoice>) => void;
};

/** Who stays, and of each field in which the two differ whose. */
export function MergeChoices({ kept, merged, choice, onStay, onChoose }: MergeChoicesProps) {
  const { text, format } = useApp();
  // In the order of their numbers, so that nobody jumps to the other side when the other one stays.
  const sides = [kept, merged].toSorted((a, b) => a.id - b.id);
  const fields = differing(kept, merged);
  const areLogIns = kept.username !== null && merged.username !== null;
  return (
    <>
      <Card title={text('customers.merge-which')}>
        <div className={styles.fields}>
          <RadioCards
            label={text('customers.merge-which')}
            hideLabel
            cards={sides.map((side) => ({
              key: String(side.id),
              label: text('customers.merge-side', { number: String(side.id), name: side.name }),
              description: [
                text('customers.group-orders', { count: side.orders }),
                format.money(side.spent),
                side.lastDate === null ? '' : format.dateShort(side.lastDate),
              ]
                .filter(Boolean)
                .map(isolated)
                .join(' · '),
            }))}
            value={String(kept.id)}
            onChange={onStay}
          />
          <p className={styles.help}>{text('customers.merge-which-help')}</p>
        </div>
      </Card>
      {(fields.length > 0 || areLogIns) && (
        <Card title={text('customers.merge-fields')}>
          <div className={styles.fields}>
            {fields.map((field) => (
              <FieldChoice
                key={field}
                field={field}
                kept={kept}
                merged={merged}
                choice={choice}
                onChoose={onChoose}
              />
            ))}
            {areLogIns && (
              <RadioCards
                label={text('customers.log-in')}
                cards={sides.map((side) => ({
                  key: sideOf(side, kept),
                  label: logInWords(side, text),
                  description: text('customers.merge-of', { number: String(side.id) }),
                }))}
                value={choice.logIn}
                onChange={(logIn) => onChoose({ logIn })}
              />
            )}
          </div>
        </Card>
      )}
    </>
  );
}

function logInWords({ username, hasPassword }: MergeSide, text: ReturnType<typeof useApp>['text']): string {
  const name = username ?? '';
  return hasPassword ? name : text('customers.log-in-without-password', { username: name });
}

function sideOf(side: MergeSide, kept: MergeSide): 'kept' | 'merged' {
  return side.id === kept.id ? 'kept' : 'merged';
}

type FieldChoiceProps = Pick<MergeChoicesProps, 'kept' | 'merged' | 'choice' | 'onChoose'> & {
  readonly field: MergeField;
};

function FieldChoice({ field, kept, merged, choice, onChoose }: FieldChoiceProps) {
  const { text } = useApp();
  const cards = [kept, merged]
    .toSorted((a, b) => a.id - b.id)
    .map((side) => ({
      key: sideOf(side, kept) as 'kept' | 'merged' | 'both',
      label: side[field] === '' ? text('customers.merge-empty') : written(field, side[field]),
      description: text('customers.merge-of', { number: String(side.id) }),
    }));
  const withBoth =
    field === 'note' && kept.note !== '' && merged.note !== ''
      ? [...cards, { key: 'both' as const, label: text('customers.merge-note-both') }]
      : cards;
  return (
    <RadioCards
      label={text(`customers.${field}`)}
      cards={withBoth}
      value={choice[field]}
      onChange={(value) => onChoose({ [field]: value })}
    />
  );
}

/** A field in one line; numbers and addresses of e-mail run left to right in any script. */
function written(field: MergeField, value: string): string {
  const isCode = field === 'phone' || field === 'email';
  return isCode ? `\u2066${value}\u2069` : isolated(value.replace(/\s*\n\s*/gu, ', '));
}

/** Keeps its own direction among words of another. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
