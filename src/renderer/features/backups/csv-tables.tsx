import { type CsvTable, type CsvTableGroup, csvTableGroups } from '../../../shared/contract/csv-tables.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './csv-part.module.css';
import type { CsvChoice } from './csv-part.tsx';

type CsvTablesProps = {
  readonly choice: CsvChoice;
  readonly onChange: (change: Partial<CsvChoice>) => void;
};

const groups = Object.keys(csvTableGroups) as CsvTableGroup[];

/** Which tables, and of which days. */
export function CsvTables({ choice, onChange }: CsvTablesProps) {
  const text = useText();
  const errorText = useErrorText();
  const { data, error } = useApiQuery('backups.csvTables', {});
  if (error) {
    return <ProblemNote title={text('backups.csv-tables-unreadable')}>{errorText(error)}</ProblemNote>;
  }
  if (!data) return <Skeleton height="12rem" />;
  const known = new Set(data.map(({ table }) => table));
  const haveDays = data.some(({ table, hasDays }) => hasDays && choice.tables.includes(table));
  return (
    <>
      <div className={styles.groups}>
        {groups.map((group) => (
          <TableGroup
            key={group}
            label={text(`backups.csv-group-${group}`)}
            tables={csvTableGroups[group].filter((table) => known.has(table))}
            chosen={choice.tables}
            onChange={(tables) => onChange({ tables })}
          />
        ))}
      </div>
      {haveDays && <Days choice={choice} onChange={onChange} />}
    </>
  );
}

type TableGroupProps = {
  readonly label: string;
  readonly tables: readonly CsvTable[];
  readonly chosen: readonly CsvTable[];
  readonly onChange: (chosen: readonly CsvTable[]) => void;
};

function TableGroup({ label, tables, chosen, onChange }: TableGroupProps) {
  const text = useText();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {tables.map((table) => (
        <Checkbox
          key={table}
          checked={chosen.includes(table)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...chosen, table] : chosen.filter((one) => one !== table))
          }
        >
          {text(`backups.table-${table}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Days({ choice: { from, to }, onChange }: CsvTablesProps) {
  const text = useText();
  const today = useToday();
  const isUpsideDown = from !== null && to !== null && from > to;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text('backups.csv-days')}</legend>
      <div className={styles.days}>
        <DateField
          label={text('backups.csv-from')}
          optional
          value={from}
          around={today}
          onChange={(day) => onChange({ from: day })}
        />
        <DateField
          label={text('backups.csv-to')}
          optional
          value={to}
          around={today}
          error={isUpsideDown ? text('backups.csv-upside-down') : undefined}
          onChange={(day) => onChange({ to: day })}
        />
      </div>
      <p className={styles.muted}>{text('backups.csv-days-note')}</p>
    </fieldset>
  );
}
