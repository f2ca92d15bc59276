import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './kiosk-form.module.css';

type KioskSheetProps = {
  readonly title: string;
  readonly onBack: () => void;
  /** Above it all: where one is on the way. */
  readonly steps?: ReactNode;
  readonly children: ReactNode;
};

/** A step or page of the kiosk: a large way back, what it is, and its content. */
export function KioskSheet({ title, onBack, steps, children }: KioskSheetProps) {
  const text = useText();
  return (
    <div className={styles.sheet}>
      {steps}
      <div className={styles.head}>
        <Button size="touch" icon={<ArrowLeft />} onPress={onBack}>
          {text('kiosk.back')}
        </Button>
        <h2 className={styles.title}>{title}</h2>
      </div>
      {children}
    </div>
  );
}
