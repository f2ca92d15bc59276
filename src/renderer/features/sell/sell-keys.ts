import type { TextKey } from '../../../shared/text/english.ts';

/** The keys of the till: what the buttons show and the help page lists. */
export const sellKeys = {
  help: 'F1',
  search: 'F2',
  quantity: 'F4',
  discount: 'F6',
  price: 'F7',
  note: 'F8',
  hold: 'F9',
  remove: 'Delete',
  lineUp: 'Alt+ArrowUp',
  lineDown: 'Alt+ArrowDown',
  orderDiscount: 'Mod+D',
  customer: 'F3',
  customItem: 'Mod+I',
  held: 'Mod+O',
  recent: 'Mod+J',
  goodsBack: 'F10',
  clear: 'Mod+Backspace',
  pay: 'Enter',
  payAnywhere: 'Mod+Enter',
} as const;

type HelpGroup = {
  readonly title: TextKey;
  readonly rows: readonly { readonly keys: readonly string[]; readonly label: TextKey }[];
};

/** The help page. */
export const sellHelp: readonly HelpGroup[] = [
  {
    title: 'sell.help-group-find',
    rows: [
      { keys: [sellKeys.search], label: 'sell.help-search' },
      { keys: ['ArrowDown', 'ArrowUp'], label: 'sell.help-results' },
      { keys: [sellKeys.pay], label: 'sell.help-add' },
      { keys: ['Escape'], label: 'sell.help-clear' },
      { keys: [sellKeys.customItem], label: 'sell.help-custom' },
    ],
  },
  {
    title: 'sell.help-group-line',
    rows: [
      { keys: [sellKeys.lineUp, sellKeys.lineDown], label: 'sell.help-lines' },
      { keys: ['+', '-'], label: 'sell.help-more-less' },
      { keys: [sellKeys.quantity], label: 'sell.help-quantity' },
      { keys: [sellKeys.discount], label: 'sell.help-discount' },
      { keys: [sellKeys.price], label: 'sell.help-price' },
      { keys: [sellKeys.note], label: 'sell.help-note' },
      { keys: [sellKeys.remove], label: 'sell.help-remove' },
    ],
  },
  {
    title: 'sell.help-group-cart',
    rows: [
      { keys: [sellKeys.customer], label: 'sell.help-customer' },
      { keys: [sellKeys.orderDiscount], label: 'sell.help-order-discount' },
      { keys: [sellKeys.hold], label: 'sell.help-hold' },
      { keys: [sellKeys.held], label: 'sell.help-held' },
      { keys: [sellKeys.recent], label: 'sell.help-recent' },
      { keys: [sellKeys.goodsBack], label: 'sell.goods-back' },
      { keys: [sellKeys.clear], label: 'sell.help-clear-cart' },
      { keys: [sellKeys.payAnywhere], label: 'sell.help-pay' },
      { keys: [sellKeys.help], label: 'sell.help-help' },
    ],
  },
];
