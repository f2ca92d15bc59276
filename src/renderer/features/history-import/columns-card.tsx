import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { useColumnNames, useUnusedColumns } from '../../ui/column-names.ts';
import { MappingGroup } from '../../ui/mapping-group.tsx';
import { MappingRow } from '../../ui/mapping-row.tsx';
import { MappingTable } from '../../ui/mapping-table.tsx';
import { RawRows } from '../../ui/raw-rows.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { fieldGroups } from './field-groups.ts';
import { type FilePreview, mappingOf, missingOf, withColumn, withFile } from './history-state.ts';
import type { History } from './use-history.ts';

type ColumnsCardProps = { readonly history: History; readonly file: FilePreview };

/** Each field of a file, the column that fills it, and what stands there. */
export function ColumnsCard({ history, file }: ColumnsCardProps) {
  const text = useText();
  const names = useColumnNames(file.headers);
  const mapping = mappingOf(history.state, file.slot);
  const unused = useUnusedColumns(names, file.columnSamples, mapping);
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
  return (
    <MappingRow
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

/** The first rows of a file as they stand. */
export function FirstRows({ file }: { readonly file: FilePreview }) {
  const text = useText();
  const names = useColumnNames(file.headers);
  const title = text('history-screen.first-rows', { file: file.fileName, count: file.sample.length });
  return (
    <Card title={title} flush>
      <RawRows label={title} names={names} rows={file.sample} />
    </Card>
  );
}
