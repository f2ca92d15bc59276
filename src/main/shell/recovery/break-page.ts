import { actionAddress } from '../trouble.ts';
import { pageFrame, paragraph, text } from './page-frame.ts';

/**
 * What customers see at a till whose shop cannot be opened. Nothing that is lost can be lost by whoever goes on from
 * here, and no PIN can be checked without a shop.
 */
export function breakPage(): string {
  return pageFrame({
    title: text('shell.break-title'),
    body: [paragraph(text('shell.break-words'))],
    links: [{ address: actionAddress('staff'), label: text('shell.break-staff') }],
    isForCustomers: true,
  });
}
