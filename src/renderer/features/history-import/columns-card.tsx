import { useMemo } from 'react';
import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { columnNames, unusedColumns } from '../../ui/column-names.ts';
import { MappingGroup } from '../../ui/mapping-group.tsx';
import { MappingRow } from '../../ui/mapping-row.tsx';
import { MappingTable } from '../../ui/mapping-table.tsx';
import { RawRows } from '../../ui/raw-rows.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { fieldGroups } from './field-groups.ts';
import { type FilePreview, mappingOf, missingOf, withColumn, withFile } from './history-state.ts';
import type { History } from './use-history.ts';

/** Columns left aside that are named; more are counted. */
const mostNamed = 8;

type ColumnsCardProps = { readonly history: History; readonly file: FilePreview };

/** What the columns of a file are called. */
function useColumnNames({ headers }: FilePreview): readonly string[] {
  const text = useText();
  return useMemo(
    () => columnNames(headers, (number) => text('import-screen.column-number', { number })),
    [headers, text],
  );
}

/** Each field of a file, the column that fills it, and what stands there. */
export function ColumnsCard({ history, file }: ColumnsCardProps) {
  const text = useText();
  const names = useColumnNames(file);
  const mapping = mappingOf(history.state, file.slot);
  const unused = useUnused(history, file, names);
  return (
    <Card title={text(`history-screen.columns-${file.slot}`)} flush>
      <MappingTable
        headings={[
          text(`history-screen.field-of-${file.slot}`),
          text('import-screen.column'),
          text('import-screen.sample'),
        ]}
        outro={unused}
      >
        {fieldGroups[file.slot].map(({ key, fields, isRare = false }) => {
          const chosen = fields.filter((field) => mapping[field] !== undefined).length;
          return (
            <MappingGroup
              key={key}
              title={text(`history-screen.group-${key}`)}
              count={text('import-screen.group-count', { count: chosen })}
              startsOpen={!isRare || chosen > 0}
            >
              {fields.map((field) => (
                <FieldRow key={field} field={field} names={names} history={history} file={file} />
              ))}
            </MappingGroup>
          );
        })}
      </MappingTable>
    </Card>
  );
}

type FieldRowProps = ColumnsCardProps & {
  readonly field: HistoryField;
  readonly names: readonly string[];
};

function FieldRow({ field, names, history, file }: FieldRowProps) {
  const text = useText();
  const { state, session } = history;
  const { slot } = file;
  const mapping = mappingOf(state, slot);
  const column = mapping[field];
  const isMissing = missingOf(state).some((one) => one.slot === slot && one.field === field);
  const isAsRead = column !== undefined && column === file.mapping[field];
  const isChosen = state.choices.files?.[slot]?.mapping !== undefined;
  const words = useMemo(
    () => ({
      notInFile: text('import-screen.not-in-file'),
      columnEmpty: text('import-screen.column-empty'),
      columnOf: (label: string) => text('import-screen.column-of', { field: label }),
    }),
    [text],
  );
  return (
    <MappingRow
      words={words}
      label={text(`history-screen.field-${field}`)}
      aside={
        isMissing ? (
          <Badge tone="danger">{text('history-screen.needed')}</Badge>
        ) : (
          isAsRead &&
          !isChosen && (
            <Badge tone={file.remembered ? 'positive' : 'info'}>
              {text(file.remembered ? 'import-screen.remembered' : 'import-screen.guessed')}
            </Badge>
          )
        )
      }
      names={names}
      column={column ?? null}
      samples={column === undefined ? [] : (file.columnSamples[column] ?? [])}
      onChange={(chosen) =>
        session.choose((choices) => withFile(choices, slot, { mapping: withColumn(mapping, field, chosen) }))
      }
    />
  );
}

/** A sentence about columns that are left aside; undefined where none is. */
function useUnused({ state }: History, file: FilePreview, names: readonly string[]): string | undefined {
  const text = useText();
  const format = useFormat();
  const unused = unusedColumns(file.columnSamples, mappingOf(state, file.slot));
  if (unused.length === 0) return undefined;
  const named = unused.slice(0, mostNamed).map((index) => names[index] ?? '');
  const more = unused.length - mostNamed;
  const columns =
    more > 0
      ? text('import-screen.unused-more', { columns: named.join(', '), count: more })
      : format.list(named);
  return text('import-screen.unused', { columns });
}

/** The first rows of a file as they stand. */
export function FirstRows({ file }: { readonly file: FilePreview }) {
  const text = useText();
  const names = useColumnNames(file);
  const title = text('history-screen.first-rows', { file: file.fileName, count: file.sample.length });
  return (
    <Card title={title} flush>
      <RawRows label={title} names={names} rows={file.sample} />
    </Card>
  );
}
