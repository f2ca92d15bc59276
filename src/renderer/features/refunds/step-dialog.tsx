import { assertNever } from '../../../shared/domain/assert-never.ts';
import { InitiateDialog } from './initiate-dialog.tsx';
import { OtherWayDialog } from './other-way-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { StepDialogProps } from './refund-dialog-frame.tsx';
import type { RefundStep } from './refund-steps.ts';
import { SettleDialog } from './settle-dialog.tsx';

/** The dialog of a step with one refund. */
export function StepDialog({ step, ...props }: StepDialogProps & { readonly step: RefundStep }) {
  switch (step) {
    case 'initiate':
    case 'hand-out':
      return <InitiateDialog {...props} />;
    case 'settle':
      return <SettleDialog {...props} />;
    case 'other-way':
      return <OtherWayDialog {...props} />;
    case 'fail':
    case 'void':
      return <ReasonDialog {...props} step={step} />;
    default:
      return assertNever(step);
  }
}
