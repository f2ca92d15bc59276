import { ShieldCheck } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { Verify } from './use-verify.ts';

/** Whether a check runs that somebody else began, or the application itself. */
type VerifyButtonProps = { readonly verify: Verify; readonly isElsewhere: boolean };

export function VerifyButton({ verify, isElsewhere }: VerifyButtonProps) {
  const text = useText();
  return (
    <Button
      icon={<ShieldCheck />}
      onPress={verify.run}
      pending={verify.isPending}
      disabledReason={isElsewhere ? text('audit.verifying-elsewhere') : undefined}
    >
      {text('audit.verify')}
    </Button>
  );
}
