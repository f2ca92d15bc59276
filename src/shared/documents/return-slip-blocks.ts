import type { ReturnDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { money, negateMoney, subtractMoney, sumMoney } from '../domain/money.ts';
import { orderCode } from '../domain/order-code.ts';
import { isLiveRefund } from '../domain/refund-state.ts';
import type { DocumentBlock } from './document-block.ts';
import { markBlocks } from './document-marks.ts';
import {
  amountBlock,
  type DocumentWords,
  given,
  noteBlocks,
  orderNumber,
  shopFooter,
  shopHeader,
} from './document-parts.ts';
import { refundBlocks } from './refund-rows.ts';
import { returnedLineBlock } from './returned-line.ts';

/**
 * What a customer brought back and where the money for it went: given back, on its way, spent on new goods, or off
 * what they owe. `printed` is how often this slip was printed before.
 */
export function returnSlipBlocks(
  goods: ReturnDetail,
  shop: ShopView,
  words: DocumentWords,
  printed: number,
): readonly DocumentBlock[] {
  const { text, format } = words;
  return [
    shopHeader(shop, words),
    ...markBlocks({ shop, printed }, words),
    titleBlock(goods, shop, words),
    { kind: 'rule' },
    ...goods.lines.map((line) => returnedLineBlock(line, line.total, words)),
    { kind: 'rule' },
    ...(goods.tax === 0 ? [] : [amountBlock(words, text('documents.tax-included'), goods.tax)]),
    ...(goods.rounding === 0 ? [] : [amountBlock(words, text('documents.return-rounding'), goods.rounding)]),
    {
      kind: 'amount',
      weight: 'total',
      label: text('documents.goods-value'),
      value: format.money(goods.total),
    },
    ...moneyBlocks(goods, words),
    ...noteBlocks(goods.note),
    { kind: 'signature', labels: [text('documents.customer-signature')] },
    ...(goods.orderId === null
      ? []
      : [{ kind: 'qr', content: orderCode(goods.orderId), caption: text('documents.scan') } as const]),
    ...shopFooter(shop),
  ];
}

function titleBlock(goods: ReturnDetail, shop: ShopView, { text, format }: DocumentWords): DocumentBlock {
  const order = goods.orderId === null ? text('documents.no-receipt') : orderNumber(shop, goods.orderId);
  return {
    kind: 'title',
    text: text('documents.return-number', { number: String(goods.returnId) }),
    rows: [
      { label: text('documents.date'), value: format.dateTime(goods.at) },
      { label: text('documents.from-order'), value: order },
      ...given(text('documents.served-by'), goods.staffName),
      ...given(text('documents.customer'), goods.customerName),
      ...given(
        text('documents.exchanged-for'),
        goods.exchangeOrderId === null ? null : orderNumber(shop, goods.exchangeOrderId),
      ),
    ],
  };
}

/** Where the value went. What of it went nowhere was taken off what the customer owed. */
function moneyBlocks(goods: ReturnDetail, words: DocumentWords): readonly DocumentBlock[] {
  const live = goods.refunds.filter((refund) => isLiveRefund(refund.state));
  const off = money(Math.max(0, subtractMoney(goods.total, sumMoney(live.map(({ amount }) => amount)))));
  return [
    ...live.flatMap((refund) => refundBlocks(refund, words)),
    ...(off === 0 ? [] : [amountBlock(words, words.text('documents.off-what-is-owed'), negateMoney(off))]),
  ];
}
