import { parseOrderCode } from '../../shared/domain/order-code.ts';
import { useClient } from '../bridge/client-context.tsx';
import { useText } from '../ui/app-context.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { navigate } from '../ui/router.ts';
import { toast } from '../ui/toast-queue.ts';
import { useScanner } from '../ui/use-scanner.ts';

/**
 * A scan on any screen but the till: a receipt's code opens its order, any other goes to the till, which knows
 * products. The till and dialogs that take scans themselves come first.
 */
export function useRouteScans(rights: readonly string[]): void {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();

  const openOrder = async (code: string, number: number) => {
    const found = await client.ask('orders.findByCode', { code });
    if (found) navigate(`/orders/${found.orderId}`);
    else toast(text('frame.scan-no-order', { number }));
  };
  useScanner((code) => {
    if (document.querySelector('[role="dialog"][data-rac], [role="alertdialog"]')) {
      toast(text('frame.scan-held', { code }));
      return;
    }
    const number = parseOrderCode(code);
    if (number !== null && rights.includes('see-orders')) {
      openOrder(code, number).catch((error: unknown) => toast(errorText(error), { tone: 'danger' }));
    } else if (rights.includes('sell')) {
      navigate('/sell', { query: { code } });
    } else {
      toast(text('frame.scan-no-right', { code }));
    }
  });
}
