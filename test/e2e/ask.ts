import type { Page } from 'playwright';
import { createRequestId } from '../../src/renderer/bridge/request-id.ts';
import type { Reply } from '../../src/shared/contract/errors.ts';
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts';

/** A call as the page is given it: what Playwright can carry into the window. */
type Asked = { readonly name: string; readonly input: unknown; readonly requestId: string };

/**
 * Asks main as the window itself would, through `window.orderlla`: for what a journey is not about.
 * @throws Error with the code and details of a refusal.
 */
export async function ask<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await askForReply(page, name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value as Output<N>;
}

/** The same, with a refusal as an answer. `requestId` repeats an earlier question. */
export function askForReply(
  page: Page,
  name: CallName,
  input: unknown,
  requestId: string = createRequestId(),
): Promise<Reply> {
  return page.evaluate(
    ({ name: call, input: given, requestId: id }: Asked) => {
      if (!window.orderlla) throw new Error('The preload did not run');
      return window.orderlla.invoke(call, given, id);
    },
    { name, input, requestId },
  );
}
