import type { TextKey } from '../../../shared/text/english.ts';
import { useText } from '../../ui/app-context.tsx';
import styles from './section.module.css';

type TheirsProps<T extends object> = {
  /** The fields that somebody else saved meanwhile. */
  readonly fields: readonly (keyof T)[];
  /** What the shop file says now. */
  readonly kept: T;
  readonly labels: { readonly [field in keyof T]?: TextKey };
};

/** What somebody else saved meanwhile, field by field, so that nobody overwrites it unread. */
export function Theirs<T extends object>({ fields, kept, labels }: TheirsProps<T>) {
  const text = useText();
  const label = text as (key: string) => string;
  const shown = fields.flatMap((field) => {
    const key = labels[field];
    return key === undefined ? [] : [{ key, value: String(kept[field] ?? '') }];
  });
  return (
    <>
      <p>{text('settings.overtaken-note')}</p>
      {shown.map(({ key, value }) => (
        <p key={key} className={styles.theirs}>
          <span className={styles.label}>{label(key)}</span>{' '}
          <bdi>{value === '' ? text('settings.overtaken-empty') : value}</bdi>
        </p>
      ))}
    </>
  );
}
