/**
 * Why something was refused, as people read it: `error.<code>` for each code of the contract. What a sentence
 * names comes from the refusal's details.
 */
export const errorsText = {
  'error.invalid-input': 'Something in this form does not fit. Check what you entered and try again.',
  'error.not-signed-in': 'The till is locked. Sign in and try again.',
  'error.forbidden': 'Your role does not allow this. Ask a manager or the owner.',
  'error.not-found': 'This is not there any more. Somebody may have removed it.',
  'error.cancelled': 'Stopped. Nothing was changed.',
  'error.password-again': 'This asks for your password. Nothing was changed.',
  'error.approval-not-valid': 'This was not approved as it is now. Nothing was changed. Ask once more.',
  'error.approval-expired': 'The approval was a minute old. Nothing was changed. Ask once more.',
  'error.disk-full':
    'The disk is full. Nothing was changed, and everything before is safe. Make room on the disk, then try again: Orderlla can stay open.',
  'error.shop-read-only':
    'Orderlla may not write to the shop file now. Nothing was changed, and everything before is safe. Allow writing to the file and its folder, then try again.',
  'error.shop-file-trouble':
    'The shop file could not be read or written. Nothing was changed, and everything before is safe. Look whether its disk is connected, then try again.',
  'error.shop-locked':
    'Another program is holding the shop file: perhaps one that copies files to the cloud, or one that looks for viruses. Nothing was changed. Close it, then try again.',
  'error.shop-missing':
    'The shop file is not where it was, so nothing can be kept in it. This was not done. Put the file back, or bring the shop back from a backup.',
  'error.shop-damaged':
    'The shop file is damaged and selling stops, so that nothing more of it is lost. This was not done. Bring the shop back from its newest backup.',
  'error.helper-ended':
    'The part of Orderlla that works this out stopped before it was done. Nothing was changed, and selling goes on. Try again.',
  'error.internal':
    'Orderlla ran into a fault of its own. Nothing was changed. Try again; if it happens again, quote {reference}.',

  'error.backup-running': 'Orderlla is busy with another backup. Wait until it is done, then try again.',
  'error.backup-failed':
    'No backup was made, and the ones before are as they were. The system says: {reason}',
  'error.look-over': 'Looking into this backup is over. Nothing was changed. Open it again to look further.',
  'error.backup-gone':
    'This backup is not there now. Plug in the stick or connect the folder it lies in, then try again.',
  'error.backup-damaged':
    'This backup is not whole, or belongs to another computer. Nothing was changed. Choose another one. What was found: {reason}',
  'error.wrong-passphrase': 'That passphrase does not open this backup.',
  'error.no-room':
    'There is not enough room on the disk. Nothing was changed. Free some space, then try again.',

  'error.check-failed':
    'The shop file could not be looked through. Nothing was changed, and selling goes on. The system says: {reason}',

  'error.reserve-gone':
    'Nothing is kept in reserve any more. What was sold is safe. Free some space on the disk.',

  'error.range-upside-down': 'The first day comes after the last. Choose the days the other way round.',
  'error.range-too-long': 'A report covers 40 years at most. Choose a shorter range.',
  'error.too-many-steps': 'That would be more than {most} points. Choose longer steps or a shorter range.',
  'error.not-explained': 'This figure has no list of orders of its own.',

  'error.already-open': 'This shop is already set up. Restart Orderlla to sign in.',
  'error.password-too-short': 'The password needs at least 8 characters.',
  'error.password-too-common': 'This password is one of the first that anybody would guess. Choose another.',
  'error.pin-too-simple':
    'This PIN is easy to guess. Avoid repeats, runs such as 123456, years and dates of birth.',
  'error.unknown-currency': 'This currency is not known here. Choose another.',
  'error.unknown-time-zone': 'This computer does not know that time zone. Choose another.',
  'error.not-empty': 'The sample shop needs an empty shop, and this one already has products.',

  'error.wrong-pin': 'That is not the right PIN.',
  'error.wrong-password': 'That is not the right password.',
  'error.wait-before-guess': 'Too many wrong tries. You can try again at {time}.',
  'error.password-needed': 'The first sign-in of the day asks for your password.',
  'error.pin-not-set': 'There is no PIN yet. The owner can set one under Settings, Staff and rights.',
  'error.password-not-set':
    'There is no password yet. Whoever manages the staff can set one under Settings, Staff and rights.',
  'error.not-approvable': 'Nobody can approve this with a PIN. Ask somebody who may do it to sign in.',
  'error.own-approval': 'Somebody else has to approve this.',
  'error.approver-lacks-right': '{name} may not do this either. Ask somebody else.',
  'error.not-your-own-account': 'Nobody changes this for themselves. Ask another owner.',
  'error.person-may-more': '{name} may do more than you, so an owner has to change this.',
  'error.last-owner': 'The shop needs an owner. Make somebody else an owner first.',
  'error.owner-has-every-right': '{name} is an owner and may do everything. Choose another role first.',
  'error.right-not-yours': 'You cannot give a right that you do not have yourself.',
  'error.session-over': 'This session has ended already.',
  'error.owner-only': 'Only an owner can do this.',
  'error.wrong-recovery-code': 'That is not the recovery code of this shop. Check it against the paper.',
  'error.name-taken': 'Somebody called {name} already works here. Add an initial or a surname.',

  'error.price-changed': 'Prices changed while you were selling. Look at the lines and take the new prices.',
  'error.out-of-stock': 'There is not enough on hand for this order.',
  'error.stock-warning': 'There is less on hand than this order takes.',
  'error.product-gone': '{name} is no longer sold. Remove it from the order.',
  'error.discount-above-limit': 'You may take off up to {ceiling}. Ask a manager for more.',
  'error.price-override-not-allowed': 'Your role does not change prices. Ask a manager.',
  'error.whole-pieces-only': '{name} is sold in whole pieces only.',
  'error.quantity-not-positive': 'The quantity of {name} must be more than zero.',
  'error.not-fully-paid': '{open} is still open.',
  'error.too-much-paid': 'More was paid than the order costs. Only cash gives change.',
  'error.reference-missing': '{tender} needs a reference.',
  'error.customer-needed': 'Choose the customer this order is for.',
  'error.delivery-details-missing': 'A delivery needs a name, an address and a date.',
  'error.delivery-date-in-past': 'The delivery date is in the past. Choose today or later.',
  'error.tender-gone': 'This way to pay is no longer offered. Choose another.',
  'error.same-customer': 'A customer cannot be merged with themselves. Choose two.',
  'error.customer-merged': 'This customer was merged into number {number}. Take the merge back first.',
  'error.merge-not-undoable':
    'This merge cannot be taken back any more: it was taken back already, or the customer was merged or erased since.',
  'error.text-too-long': 'Both notes together are longer than {count} letters. Keep one of them.',
  'error.customer-not-done':
    'Something of this customer is not settled yet. Deliver or cancel their open orders, take what they owe and settle their refunds, then erase.',
  'error.card-number-in-text':
    'This looks like a card number. Card numbers are never kept: write the last four digits at most.',
  'error.too-large': 'This order has grown too large to keep open. Take the payment for a part of it first.',
  'error.another-cart-open': 'There is an order open at the till. Hold it or finish it first.',

  'error.status-move-not-allowed': 'This order has moved on meanwhile. See where it stands now, then go on.',
  'error.undo-too-late':
    'A delivery is taken back within 15 minutes only. Goods that come back now are a return.',
  'error.has-returns': 'Goods of this order came back already, so its delivery stays as it is.',
  'error.order-changed':
    'Somebody changed this order meanwhile. Look at it as it is now, then change it again.',
  'error.order-not-editable':
    'This order has left the shop or was cancelled, so it stays as it is. Goods can still come back as a return.',
  'error.already-invoiced':
    'This order has an invoice, so its lines stay as they are. Cancel it and place a new one.',
  'error.prices-had-tax':
    'Prices included tax when this order was placed, and now they do not. Place what comes on top as an order of its own.',
  'error.prices-had-no-tax':
    'Prices did not include tax when this order was placed, and now they do. Place what comes on top as an order of its own.',
  'error.nothing-left': 'Nothing to pay for would be left. Cancel the whole order instead.',
  'error.nothing-to-pay': 'Nothing is open on this order. No money was taken.',
  'error.order-cancelled': 'This order is cancelled and costs nothing. No money was taken.',

  'error.not-returnable':
    'Goods come back from delivered orders only. Deliver this order first, or cancel it.',
  'error.return-above-sold': 'Only {left} of {name} can still come back. The rest came back before.',
  'error.return-above-cap':
    'Without a receipt goods worth up to {cap} are taken back, and these are worth {total}. Take back less, or find the receipt.',
  'error.return-above-price':
    '{name} costs {price} today. Without a receipt no more than that is given back.',
  'error.amount-changed': 'The amount is not the one you saw any more. Look at it again, then go on.',
  'error.refund-move-not-allowed': 'Somebody was quicker: this refund has moved on. See where it stands now.',
  'error.refund-above-payment':
    'Only {refundable} of this payment can still go back. Give the rest back from another one.',
  'error.refund-above-due': 'Only {dueBack} is due back. Give back that or less.',
  'error.refund-not-complete': '{dueBack} must go back in all. Say for each part of it how.',
  'error.nothing-to-refund': 'Nothing is due back from this order, and no money went anywhere.',

  'error.file-empty': 'The file holds no rows.',
  'error.file-unreadable':
    'This is not a list that can be read here. In a spreadsheet, save it as CSV, then choose that file.',
  'error.file-too-large': 'The file is too large. Split it and load the parts one after the other.',
  'error.file-unpacks-too-far':
    'This file would unpack to far more than it is, as no list of sales does, so it was not read. Nothing was changed. Export it again without packing it, then choose that file.',
  'error.not-an-orderlla-file':
    'This file is not an Orderlla shop: its customers, products and orders are not in it. Nothing was changed.',
  'error.too-many-rows': 'The file has too many rows. Split it and load the parts one after the other.',
  'error.upload-gone': 'The file is no longer at hand. Choose it again.',
  'error.upload-out-of-order': 'The file did not arrive whole. Choose it again.',
  'error.history-undone': 'This import was taken back already.',
  'error.history-touched': {
    one: 'Order {list} was worked on since the import. Nothing was taken back: what was done to it would be lost.',
    other:
      '{count} orders were worked on since the import: {list}. Nothing was taken back: what was done to them would be lost.',
  },
  'error.nothing-to-import': 'There is nothing to bring in from this file.',

  'error.not-counted':
    '{name} is not counted, so its stock cannot change. Turn counting on in its stock rules first.',
  'error.nothing-changed': 'Nothing is different from before, so nothing was changed.',
  'error.stock-changed':
    'The stock of {name} changed while you were looking. See what is on hand now, then correct it.',
  'error.has-reserved':
    '{name} is promised to open orders. Deliver or cancel those first, then turn counting off.',
  'error.nothing-to-count': 'Nothing in this choice is counted. Choose another category, or the whole shop.',
  'error.count-closed':
    'This stock-take has ended. Its figures stay as they are; start a new one to count again.',
  'error.not-on-sheet': '{name} is not on this sheet. Count it in a stock-take of its category.',
  'error.nothing-counted':
    'Nothing is counted yet, so there is nothing to post. Enter a count, or discard the sheet.',

  'error.view-name-taken': 'There is a view called {name} already. Choose another name.',
  'error.too-many-views': 'There are {most} views already. Delete one that nobody needs.',
  'error.sku-taken': '{name} already has the SKU {sku}. Give this one another.',
  'error.barcode-taken': '{name} already has the barcode {barcode}. A barcode belongs to one product only.',
  'error.variant-taken': 'There is already a variant called {label}. Give this one other values.',
  'error.category-gone': 'This category is not there any more. Choose another.',
  'error.tax-class-gone': 'This tax class is not there any more. Choose another.',
  'error.product-changed':
    'Somebody changed {name} while you were looking. See it as it is now, then change it again.',
  'error.product-has-variants': '{name} is sold in variants, so each of those has this of its own.',
  'error.picture-too-large':
    'This picture is too large. It may be 1,024 pixels on each side and 1 MB at most.',
  'error.picture-not-supported': 'This is not a picture that can be shown here. Choose a PNG, JPEG or WebP.',
  'error.picture-damaged':
    'This picture is damaged or holds more than a picture. Open it in another program, save it again, then choose that.',
  'error.picture-animated': 'This picture moves. Choose one that stands still.',
  'error.category-taken': 'There is already a category called {name} here, perhaps an archived one.',
  'error.category-changed':
    'Somebody changed this category while you were looking. See it as it is now, then change it again.',
  'error.category-loop': 'A category cannot stand below itself. Choose another place for it.',
  'error.category-too-deep': 'Categories go eight levels deep. Choose a place further up.',
  'error.bulk-changed':
    'Something of this was changed meanwhile, so nothing was done. Look at the changes again, then apply them.',
  'error.bulk-undone': 'These changes were taken back already.',

  'error.kiosk-not-left':
    'The name and the PIN or password do not belong together, or the password is asked first today. The screen stays with the customers.',
  'error.username-taken': 'Somebody has this user name already. Choose another.',
  'error.wrong-log-in': 'The user name and the password do not belong together.',
  'error.sign-in-first': 'Sign in first. Your basket stays as it is.',
  'error.above-kiosk-cap': 'At most {most} of {name} in one order. Take fewer.',
  'error.too-late-to-cancel':
    'This order is already on its way, so it cannot be cancelled here. Ask in the shop.',

  'error.timer-off':
    'The hourly timer is turned off, so it does nothing by itself. A person can still run it.',

  'error.nothing-to-invoice':
    'A cancelled order costs nothing, so there is nothing to invoice. Its refund has a slip of its own.',
  'error.nothing-to-deliver':
    'There is nothing to pack or deliver: this order was cancelled, or handed over at the till.',
  'error.print-failed': 'Nothing was printed: {reason}',
  'error.verification-running': 'A check is running already. Its result comes in a moment.',
  'error.save-failed': 'The file was not saved: {reason}',
  'error.save-no-room':
    'The file was not saved: there is no room left where you wanted it. Free some, or choose another place.',
  'error.save-not-allowed':
    'The file was not saved: this computer does not let Orderlla write there, or another program has the file open. Close it, or choose another place.',
  'error.save-place-gone':
    'The file was not saved: the place that you chose is not there any more. Choose another one.',
  'error.chart-unreadable':
    'The chart could not be taken along, so nothing was saved or printed. Open the report again, then try once more.',
  'error.changed-meanwhile':
    'Somebody else changed this meanwhile, so nothing was saved. Look at it as it is now, then save it again.',

  'error.day-would-change':
    'Right now the business date would jump. Nothing was changed. Save it after {time}, when both starts mean the same date.',
  'error.tax-class-name-taken': 'There is a tax class called {name} already. Choose another name.',
  'error.too-many-tax-classes': 'There are 50 tax classes. Use one of those that were put aside.',
  'error.tax-class-is-default': '{name} is what new products get. Make another class the default first.',
  'error.tax-class-in-use': '{products} products bear this tax class. Choose the class they move to.',
  'error.rate-in-past': 'Rates start today or later. What was sold before keeps the taxes it was sold with.',
  'error.rates-same': 'These are the rates from that day already. Nothing was changed.',
  'error.rate-in-force':
    'This rate has started already, so it stays. A correction is a new rate from today on.',
  'error.tender-name-taken': 'There is a way to pay called {name} already. Choose another name.',
  'error.too-many-tenders': 'There are 30 ways to pay. Use one of those that were put aside.',
  'error.pay-key-taken': '{key} is the key of {tender}. Choose another.',
  'error.tender-kind-used':
    'Money was taken by {name} already, so its kind stays. Make a new way to pay, and put this one aside.',
  'error.last-tender': 'The till needs a way to pay. Make another one first.',

  'error.zone-would-change-day':
    'In these hours the business date would jump there. Nothing was changed. Change the time zone while both places have the same date.',
  'error.prefix-not-good':
    'A prefix takes letters, digits and - / . _ # : and does not end with a digit. Nothing was changed.',
  'error.prefix-used':
    'Invoices with this prefix were counted differently before, so a number could come twice. Choose another prefix.',
  'error.invoices-begun':
    'Invoices are being counted already and go on after the last one, so that no number is missing or comes twice.',
  'error.choice-gone': 'Another place was chosen since. Nothing was changed. Choose again.',
} as const;
