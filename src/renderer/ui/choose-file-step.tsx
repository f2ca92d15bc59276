import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './choose-file-step.module.css';

/** A kind of file that is understood. */
export type FileKind = {
  readonly key: string;
  readonly Icon: LucideIcon;
  readonly name: string;
  readonly more: string;
  /** The way to where such a file comes in, if not here. */
  readonly action?: ReactNode;
};

type ChooseFileStepProps = {
  /** Heads the kinds of files. */
  readonly title: string;
  readonly kinds: readonly FileKind[];
  /** What was refused, and where files are dropped. */
  readonly children: ReactNode;
  /** What is safe meanwhile. */
  readonly outro?: string;
};

/** The first step of a wizard that takes files: where to drop them, and which ones are understood. */
export function ChooseFileStep({ title, kinds, children, outro }: ChooseFileStepProps) {
  const id = useId();
  return (
    <div className={styles.step}>
      {children}
      <section aria-labelledby={id}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <ul className={styles.kinds}>
          {kinds.map(({ key, Icon, name, more, action }) => (
            <li key={key} className={styles.kind}>
              <Icon aria-hidden="true" />
              <h3 className={styles.name}>{name}</h3>
              <p className={styles.more}>{more}</p>
              {action && <div className={styles.more}>{action}</div>}
            </li>
          ))}
        </ul>
      </section>
      {outro !== undefined && <p className={styles.outro}>{outro}</p>}
    </div>
  );
}
