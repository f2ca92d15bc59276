import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import type { FieldGroup } from './field-groups.ts';
import type { ImportPreview } from './import-reducer.ts';
import { MappingRow } from './mapping-row.tsx';
import styles from './mapping-table.module.css';
import type { ProductImport } from './use-import.ts';

type MappingGroupProps = {
  readonly group: FieldGroup;
  readonly names: readonly string[];
  readonly load: ProductImport;
  readonly preview: ImportPreview;
};

/** Fields that belong together; those that few lists have are folded away until one of them is filled. */
export function MappingGroup({ group, names, load, preview }: MappingGroupProps) {
  const text = useText();
  const id = useId();
  const { mapping } = load.state;
  const chosen = group.fields.filter((field) => mapping[field] !== undefined).length;
  const isMain = group.key === 'main' || group.key === 'price';
  const [isOpen, setOpen] = useState(isMain || chosen > 0);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <tbody id={id}>
      <tr className={styles.groupRow}>
        <th scope="rowgroup" colSpan={3}>
          <button
            type="button"
            className={styles.group}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <Arrow aria-hidden="true" />
            {text(`import-screen.group-${group.key}`)}
            <span className={styles.count}>{text('import-screen.group-count', { count: chosen })}</span>
          </button>
        </th>
      </tr>
      {isOpen &&
        group.fields.map((field) => (
          <MappingRow key={field} field={field} names={names} load={load} preview={preview} />
        ))}
    </tbody>
  );
}
