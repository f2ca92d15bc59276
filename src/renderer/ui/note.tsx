import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './note.module.css';

const icons = { danger: CircleAlert, warning: TriangleAlert, info: Info, positive: CircleCheck } as const;

type NoteProps = {
  readonly tone: keyof typeof icons;
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

/** A sentence that must not be overlooked. A refusal is read out at once. */
export function Note({ tone, children, action }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div className={joinClasses(styles.note, styles[tone])} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon aria-hidden="true" />
      <p className={styles.words}>{children}</p>
      {action}
    </div>
  );
}
