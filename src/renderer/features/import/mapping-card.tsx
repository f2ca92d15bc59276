import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { useColumnNames, useUnusedColumns } from '../../ui/column-names.ts';
import { MappingGroup } from '../../ui/mapping-group.tsx';
import { MappingRow } from '../../ui/mapping-row.tsx';
import { MappingTable } from '../../ui/mapping-table.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { fieldGroups } from './field-groups.ts';
import type { ImportField, ImportPreview } from './import-reducer.ts';
import type { ProductImport } from './use-import.ts';

type MappingCardProps = { readonly load: ProductImport; readonly preview: ImportPreview };

/** Each field of a product, the column that fills it, and what stands there. */
export function MappingCard({ load, preview }: MappingCardProps) {
  const text = useText();
  const names = useColumnNames(preview.headers);
  const { mapping, touched } = load.state;
  const unused = useUnusedColumns(names, preview.columnSamples, mapping);
  const guessed = preview.remembered ? 'import-screen.mapping-remembered' : 'import-screen.mapping-guessed';
  return (
    <Card title={text('import-screen.mapping')} flush>
      <MappingTable
        headings={[text('import-screen.field'), text('import-screen.column'), text('import-screen.sample')]}
        intro={touched.size === 0 ? text(guessed) : undefined}
        outro={unused}
      >
        {fieldGroups.map(({ key, fields }) => {
          const chosen = fields.filter((field) => mapping[field] !== undefined).length;
          return (
            <MappingGroup
              key={key}
              title={text(`import-screen.group-${key}`)}
              count={text('import-screen.group-count', { count: chosen })}
              startsOpen={key === 'main' || key === 'price' || chosen > 0}
            >
              {fields.map((field) => (
                <FieldRow key={field} field={field} names={names} load={load} preview={preview} />
              ))}
            </MappingGroup>
          );
        })}
      </MappingTable>
    </Card>
  );
}

type FieldRowProps = MappingCardProps & { readonly field: ImportField; readonly names: readonly string[] };

function FieldRow({ field, names, load, preview }: FieldRowProps) {
  const text = useText();
  const { mapping, touched } = load.state;
  const column = mapping[field];
  return (
    <MappingRow
      label={text(`import.field-${field}`)}
      aside={
        column !== undefined &&
        !touched.has(field) && (
          <Badge tone={preview.remembered ? 'positive' : 'info'}>
            {text(preview.remembered ? 'import-screen.remembered' : 'import-screen.guessed')}
          </Badge>
        )
      }
      names={names}
      column={column ?? null}
      samples={column === undefined ? [] : (preview.columnSamples[column] ?? [])}
      onChange={(chosen) => load.setField(field, chosen)}
    />
  );
}
