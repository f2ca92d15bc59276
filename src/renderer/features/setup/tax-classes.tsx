import { Plus, Trash2, X } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { TaxClassDraft, TaxDraft } from './suggest.ts';
import styles from './tax-classes.module.css';
import type { Setup } from './use-setup.ts';

/** As many as a shop file takes. */
const mostClasses = 10;
const mostTaxes = 8;

/** The shop's tax classes with their rates, to look at and to change. */
export function TaxClasses({ setup }: { readonly setup: Setup }) {
  const text = useText();
  const { taxClasses } = setup.draft;
  const taxName = taxClasses[0]?.taxes[0]?.name ?? '';
  return (
    <section className={styles.part} aria-labelledby="tax-classes">
      <header>
        <h2 id="tax-classes" className={styles.title}>
          {text('setup.tax-classes')}
        </h2>
        <p className={styles.note}>{text('setup.tax-classes-note')}</p>
      </header>
      <ul className={styles.list}>
        {taxClasses.map((one, index) => (
          <ClassRow key={one.id} one={one} isFirst={index === 0} setup={setup} />
        ))}
      </ul>
      {taxClasses.length < mostClasses && (
        <div>
          <Button
            size="small"
            icon={<Plus />}
            onPress={() =>
              setup.dispatch({
                kind: 'add-tax-class',
                name: text('setup.tax-new-class', { number: taxClasses.length + 1 }),
                taxName,
              })
            }
          >
            {text('setup.add-tax-class')}
          </Button>
        </div>
      )}
    </section>
  );
}

type ClassRowProps = { readonly one: TaxClassDraft; readonly isFirst: boolean; readonly setup: Setup };

function ClassRow({ one, isFirst, setup }: ClassRowProps) {
  const text = useText();
  const { dispatch, problems, draft } = setup;
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <TextField
          label={text('setup.tax-class-name')}
          hideLabel
          value={one.name}
          onChange={(name) => dispatch({ kind: 'tax-class-name', classId: one.id, name })}
          error={problems[`tax-class-${one.id}`]}
        />
        {isFirst && <span className={styles.note}>{text('setup.tax-class-default')}</span>}
      </div>
      <div className={styles.taxes}>
        {one.taxes.map((tax) => (
          <TaxRow key={tax.id} one={one} tax={tax} setup={setup} />
        ))}
      </div>
      {draft.taxClasses.length > 1 && (
        <IconButton
          label={text('setup.remove-tax-class', { name: one.name })}
          icon={<Trash2 />}
          onPress={() => dispatch({ kind: 'remove-tax-class', classId: one.id })}
        />
      )}
    </li>
  );
}

type TaxRowProps = { readonly one: TaxClassDraft; readonly tax: TaxDraft; readonly setup: Setup };

function TaxRow({ one, tax, setup }: TaxRowProps) {
  const text = useText();
  const { dispatch, problems } = setup;
  const ids = { classId: one.id, taxId: tax.id };
  return (
    <div className={styles.tax}>
      <TextField
        label={text('setup.tax-name')}
        hideLabel
        placeholder={text('setup.tax-name')}
        value={tax.name}
        onChange={(name) => dispatch({ kind: 'tax-name', ...ids, name })}
        error={problems[`tax-${tax.id}`]}
      />
      <PercentField
        label={text('setup.tax-rate')}
        hideLabel
        value={tax.rate}
        onChange={(rate) => dispatch({ kind: 'tax-rate', ...ids, rate })}
        error={problems[`rate-${tax.id}`]}
      />
      {one.taxes.at(-1) === tax && one.taxes.length < mostTaxes ? (
        <IconButton
          label={text('setup.add-tax', { class: one.name })}
          icon={<Plus />}
          onPress={() => dispatch({ kind: 'add-tax', classId: one.id, name: '' })}
        />
      ) : (
        <span />
      )}
      {one.taxes.length > 1 && (
        <IconButton
          label={text('setup.remove-tax', { name: tax.name, class: one.name })}
          icon={<X />}
          onPress={() => dispatch({ kind: 'remove-tax', ...ids })}
        />
      )}
    </div>
  );
}
