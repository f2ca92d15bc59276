import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { negateMoney, subtractMoney } from '../domain/money.ts';
import type { DocumentBlock } from './document-block.ts';
import { amountBlock, type DocumentWords, given, orderNumber } from './document-parts.ts';
import { returnedLineBlock } from './returned-line.ts';

/**
 * What came back on the ticket of an exchange: the goods, their value, and the difference that is paid or goes back.
 * Nothing for an order that is no exchange.
 */
export function exchangeBlocks(
  { exchangeOf: goods, total }: OrderDetail,
  shop: ShopView,
  words: DocumentWords,
): readonly DocumentBlock[] {
  if (goods === null) return [];
  const { text } = words;
  const difference = subtractMoney(total, goods.spent);
  return [
    { kind: 'rule' },
    {
      kind: 'title',
      text: text('documents.exchanged'),
      rows: [
        { label: text('documents.return'), value: String(goods.returnId) },
        ...given(
          text('documents.from-order'),
          goods.orderId === null ? null : orderNumber(shop, goods.orderId),
        ),
      ],
    },
    ...goods.lines.map((line) => returnedLineBlock(line, negateMoney(line.total), words)),
    amountBlock(words, text('documents.goods-value'), negateMoney(goods.total)),
    ...(goods.spent === goods.total
      ? []
      : [amountBlock(words, text('documents.value-spent'), negateMoney(goods.spent))]),
    ...(difference === 0
      ? []
      : [amountBlock(words, text('documents.difference-paid'), difference, 'strong')]),
    ...(goods.givenBack === 0
      ? []
      : [amountBlock(words, text('documents.difference-back'), goods.givenBack, 'strong')]),
  ];
}
