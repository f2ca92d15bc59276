import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import type { LooseAction } from './loose-goods.ts';

type LooseScanUse = {
  readonly isBegun: boolean;
  readonly isDialogOpen: boolean;
  readonly enabled: boolean;
  readonly dispatch: (action: LooseAction) => void;
};

/** Scans without a receipt: a product comes back; a receipt that turned up after all leads to its sale. */
export function useLooseScans({ isBegun, isDialogOpen, enabled, dispatch }: LooseScanUse): void {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const scan = async (code: string): Promise<void> => {
    const number = parseOrderCode(code);
    if (number !== null) {
      if (isBegun) return void toast(text('returns.scan-other-sale', { number: String(number) }));
      return navigate('/returns', { query: { order: String(number) } });
    }
    const tile = await client.ask('catalog.findByCode', { code });
    if (tile && tile.kind !== 'parent') dispatch({ type: 'add', tile });
    else toast(text('returns.scan-unknown', { code }));
  };
  useScanner((code) => {
    if (isDialogOpen) return void toast(text('frame.scan-held', { code }));
    scan(code).catch((error: unknown) => toast(errorText(error), { tone: 'danger' }));
  }, enabled);
}
