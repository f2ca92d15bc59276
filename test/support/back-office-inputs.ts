import type { CallName, Input } from '../../src/shared/contract/index.ts';
import { ownerPassword, ownerPin } from './create-test-app.ts';

const page = { text: 'flat', cursor: null, limit: 20 } as const;

/** What the calls of staff, approvals and the kiosk are asked in earnest. */
export const backOfficeInputs = {
  'session.confirmPassword': { password: ownerPassword },
  'staff.rename': { staffId: 2, name: 'Carla' },
  'staff.setRole': { staffId: 2, role: 'viewer' },
  'staff.setRights': {
    staffId: 2,
    overrides: [{ right: 'refund', granted: false }],
    discountCeiling: 50_000 as never,
  },
  'staff.setPassword': { staffId: 2, password: 'walnut-heron-3-ladder' },
  'staff.changeOwnPin': { current: ownerPassword, pin: '603918' },
  'staff.changeOwnPassword': { current: ownerPassword, password: 'walnut-heron-3-ladder' },
  'staff.setDisabled': { staffId: 2, disabled: false },
  'staff.sessions': { staffId: null, openOnly: false, cursor: null, limit: 20 },
  'staff.endSession': { sessionId: 1 },
  'staff.newRecoveryCode': { password: ownerPassword },
  'approvals.people': { right: 'discount', above: null },
  'approvals.give': {
    call: 'orders.place',
    input: {},
    right: 'sell',
    staffId: 2,
    pin: '730184',
    earlierId: null,
  },
  'orderllaImport.preview': { uploadId: 'upload-1' },
  'orderllaImport.run': { uploadId: 'upload-1' },
  'orderllaImport.saveReport': { uploadId: 'upload-1' },
  'kiosk.state': {},
  'kiosk.look': {},
  'kiosk.enter': {},
  'kiosk.leave': { name: 'Olga Owner', secret: ownerPin },
  'kiosk.register': {
    username: 'eve',
    password: ownerPassword,
    name: 'Eve',
    phone: '1',
    address: 'Low Road 2',
  },
  'kiosk.signIn': { username: 'eve', password: ownerPassword },
  'kiosk.signOut': {},
  'kiosk.touch': {},
  'kiosk.categories': {},
  'kiosk.products': { ...page, categoryId: 1 },
  'kiosk.product': { productId: 2 },
  'kiosk.tiles': { productIds: [2, 3] },
  'kiosk.place': {
    kind: 'delivery',
    lines: [{ productId: 2, pieces: 1, unitPrice: 350 as never }],
    phone: '1',
    address: 'Low Road 2',
    tenderId: 1,
    expectedTotal: 350 as never,
  },
  'kiosk.orders': { cursor: null, limit: 20 },
  // The one that was placed at the kiosk.
  'kiosk.order': { orderId: 10 },
  'kiosk.cancel': { orderId: 10 },
  'kiosk.profile': {},
  'kiosk.updateProfile': { name: 'Eve', phone: '1', address: 'Low Road 2' },
  'kiosk.changePassword': { current: ownerPassword, password: 'walnut-heron-3-ladder' },
} satisfies { readonly [N in CallName]?: Input<N> };
