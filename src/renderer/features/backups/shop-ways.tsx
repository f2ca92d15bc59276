import { Eye, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { LookDialog } from './look-dialog.tsx';
import { type RestoreChoice, RestoreDialog } from './restore-dialog.tsx';

type ShopWaysProps = {
  readonly choice: RestoreChoice;
  readonly verb: 'restore' | 'replaced-back';
  /** Why it cannot be brought back now. */
  readonly reason: string | undefined;
  readonly mayLook: boolean;
};

/** What can be done with a shop as it was: it is brought back, or looked into. */
export function ShopWays({ choice, verb, reason, mayLook }: ShopWaysProps) {
  const { text } = useApp();
  const [isRestoring, setRestoring] = useState(false);
  const [isLooking, setLooking] = useState(false);
  return (
    <>
      <Button
        icon={<RotateCcw />}
        onPress={() => setRestoring(true)}
        disabledReason={isRestoring ? undefined : reason}
      >
        {text(`backups.${verb}`)}
      </Button>
      {mayLook && (
        <Button
          icon={<Eye />}
          onPress={() => setLooking(true)}
          disabledReason={isLooking ? undefined : reason}
        >
          {text('backups.look')}
        </Button>
      )}
      {isLooking && <LookDialog source={choice.source} at={choice.at} onClose={() => setLooking(false)} />}
      {isRestoring && <RestoreDialog choice={choice} onClose={() => setRestoring(false)} />}
    </>
  );
}
