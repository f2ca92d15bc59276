import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './mapping-table.module.css';

type MappingGroupProps = {
  readonly title: string;
  /** How many of them are chosen, in words. */
  readonly count: string;
  readonly startsOpen: boolean;
  /** Its rows. */
  readonly children: ReactNode;
};

/** Fields that belong together, folded away where few files have them. */
export function MappingGroup({ title, count, startsOpen, children }: MappingGroupProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(startsOpen);
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
            {title}
            <span className={styles.count}>{count}</span>
          </button>
        </th>
      </tr>
      {isOpen && children}
    </tbody>
  );
}
