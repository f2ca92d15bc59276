import type { CallName, Input } from '../../src/shared/contract/index.ts';

const numbering = {
  orderPrefix: 'R-',
  orderDigits: 5,
  invoicePrefix: 'INV-{year}-',
  invoiceDigits: 4,
  invoiceYearly: true,
  yearStartMonth: 4,
  invoiceFirst: 1,
};

/** What the calls of who the shop is, and where its file lies, are asked in earnest. */
export const identityInputs = {
  'shop.setPlace': { country: 'IE', locale: 'en-IE', seen: { country: 'GB' } },
  'shop.numbering': {},
  'shop.previewNumbers': numbering,
  'shop.setNumbering': { ...numbering, seen: { orderPrefix: '' } },
  'shop.uploadLogo': { uploadId: 'upload-1', offset: 0, data: 'YQ==' },
  'shop.setLogo': { uploadId: 'upload-1' },
  'machine.setLook': { theme: 'dark' },
  'machine.shopFile': {},
  'machine.showShopFile': {},
  'machine.chooseFolder': {},
  'machine.moveShopFile': { token: '0'.repeat(32) },
  'machine.chooseShop': {},
  'machine.openShop': { token: '0'.repeat(32) },
  'shop.printExample': { document: 'receipt', paper: '80mm' },
} satisfies { readonly [N in CallName]?: Input<N> };
