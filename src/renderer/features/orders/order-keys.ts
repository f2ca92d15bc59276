/** The keys of orders, shown on the buttons and in the menus. The digits and letters stay free for typing. */
export const orderKeys = {
  search: 'F2',
  next: 'F4',
  pay: 'F6',
  reschedule: 'F7',
  edit: 'F8',
  note: 'F9',
  goBack: 'F10',
  giveBack: 'Mod+G',
  undo: 'Mod+U',
  cancel: 'Mod+Backspace',
} as const;

/** Papers that go with an order. */
export const papers = ['receipt', 'packing-slip', 'delivery-note', 'invoice'] as const;
export type Paper = (typeof papers)[number];

/** Each paper is printed by a key of its own, and saved by the same with Shift. */
export const paperKeys: Readonly<Record<Paper, { readonly print: string; readonly save: string }>> = {
  receipt: { print: 'Mod+P', save: 'Mod+Shift+P' },
  'packing-slip': { print: 'Mod+J', save: 'Mod+Shift+J' },
  'delivery-note': { print: 'Mod+D', save: 'Mod+Shift+D' },
  invoice: { print: 'Mod+B', save: 'Mod+Shift+B' },
};
