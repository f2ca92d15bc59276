import { ShieldCheck } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { Verify } from './use-verify.ts';

type VerifyButtonProps = {
  readonly verify: Verify;
  /** Somebody else began one, or the application itself. */
  readonly isElsewhere: boolean;
  /** Nothing was ever verified: it is the one thing to do. */
  readonly isFirst: boolean;
};

/** Verifies everything now, unless that is under way. */
export function VerifyButton({ verify, isElsewhere, isFirst }: VerifyButtonProps) {
  const text = useText();
  return (
    <Button
      variant={isFirst ? 'primary' : 'secondary'}
      icon={<ShieldCheck />}
      onPress={verify.run}
      pending={verify.isPending}
      disabledReason={isElsewhere ? text('audit.verifying-elsewhere') : undefined}
    >
      {text('audit.verify')}
    </Button>
  );
}
