import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from './app-context.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './page-header.module.css';

type PageHeaderProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onBack?: (() => void) | undefined;
  readonly actions?: ReactNode;
};

/** Title of a screen with its actions at the end of the line. */
export function PageHeader({ title, subtitle, onBack, actions }: PageHeaderProps) {
  const text = useText();
  return (
    <header className={styles.header}>
      {onBack && (
        <span className={styles.back}>
          <IconButton label={text('ui.back')} icon={<ArrowLeft />} onPress={onBack} />
        </span>
      )}
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
