import type { HistoryField, HistorySlot } from '../../../shared/contract/history-choices.ts';
import { fieldNames } from '../import/field-names.ts';
import { plainHeader } from '../import/header.ts';

const list = (words: string): readonly string[] => words.split(/\s*,\s*/).map(plainHeader);

/** How other programs name the columns of their sales, as `plainHeader` writes it; the best names first. */
const salesNames: Readonly<Partial<Record<HistoryField, readonly string[]>>> = {
  number: list(
    'invoice no, invoice number, invoice id, order number, order no, order id, order reference, order ref, receipt number, receipt no, receipt id, ' +
      'transaction id, transaction number, transaction no, bill number, bill no, sale id, sales id, sale number, sale no, ticket number, ticket no, ' +
      'document number, document no, invoice, receipt, transaction, order, bill, ticket, orderid, invoiceid, ' +
      'rechnungsnummer, rechnungsnr, rechnung nr, belegnummer, belegnr, beleg, bonnummer, bon nr, bestellnummer, auftragsnummer, ' +
      'numero de facture, no facture, n facture, facture, numero de commande, n commande, commande, numero de ticket, ' +
      'numero de factura, factura, numero de ticket, numero de venta, numero do pedido, numero da venda, nota fiscal, numero da nota, recibo, numero do recibo, numero scontrino, numero documento, numero di ordine, numero ricevuta, ricevuta,  numero de pedido, pedido, numero fattura, fattura, numero ordine, ordine, scontrino, ' +
      'factuurnummer, factuur, bestelnummer, bonnr, fakturanummer, ordrenummer, ordernummer, numer faktury, nr faktury, ' +
      'номер чека, номер заказа, чек, 注文番号, 订单号, 주문번호, id, number, no, name',
  ),
  date: list(
    'invoice date, order date, sale date, sales date, transaction date, receipt date, purchase date, bill date, date time, datetime, ' +
      'date, timestamp, created at, placed at, paid at, sold at, created, day, rechnungsdatum, belegdatum, bestelldatum, ' +
      'verkaufsdatum, datum, datum uhrzeit, date de facture, date facture, date de commande, date de vente, date commande, ' +
      'fecha, fecha de factura, fecha de venta, fecha pedido, data, data vendita, data ordine, data da venda, factuurdatum, ' +
      'besteldatum, dato, data sprzedazy, дата, дата продажи, 日付, 日期, 注文日, 날짜, التاريخ, दिनांक, time stamp',
  ),
  time: list(
    'time, order time, sale time, transaction time, invoice time, uhrzeit, zeit, heure, hora, ora, tijd, tid, godzina, время, 時間, 时间',
  ),
  sku: [
    ...list('lineitem sku, item sku, stock code, stockcode, product id, item id, plu'),
    // Of goods in a catalogue, of an order among sales.
    ...fieldNames.sku.filter((name) => name !== 'bestellnummer'),
  ],
  name: [
    ...list(
      'lineitem name, line item name, item name, descripcion, descrizione, descricao, omschrijving, beskrivelse, beschreibung, order lines product, order line product, description, item, product line, item description, product description',
    ),
    ...fieldNames.name,
  ],
  variant: list(
    'size, variant, option, variation, lineitem variant, groesse, grosse, taille, talla, taglia, maat, размер',
  ),
  quantity: list(
    'lineitem quantity, item quantity, order lines quantity, order line quantity, quantity, qty, quantity ordered, qty ordered, order quantity, order qty, transaction qty, transaction quantity, quantity sold, quantity purchased, sold quantity, product quantity, sale quantity, qty sold, units sold, units, pieces, pcs, count, items, menge, anzahl, stueck, ' +
      'stuck, quantite, qte, nombre, cantidad, cant, unidades, quantita, quantidade, qtd, aantal, antal, ilosc, mnozstvi, adet, ' +
      'jumlah, количество, кол во, 数量, 수량, الكمية, मात्रा',
  ),
  price: list(
    'lineitem price, unit selling price, price at sale, item unit price, product price, unitprice usd, order lines unit price, order line unit price, unit price, price each, price per unit, item price, selling price, sale price, sales price, price, rate, ' +
      'einzelpreis, stueckpreis, stuckpreis, preis, vk preis, prix unitaire, pu, prix, prix de vente, precio unitario, precio, ' +
      'prezzo unitario, prezzo, preco unitario, preco, stuksprijs, prijs, pris, enhetspris, cena, cena jednostkowa, fiyat, ' +
      'birim fiyat, harga, цена, 単価, 单价, 价格, 단가, السعر, मूल्य',
  ),
  discount: list(
    'lineitem discount, item discount, line discount, discount, discounts, discount amount, discount value, reduction, rabatt, nachlass, remise, descuento, ' +
      'sconto, desconto, korting, rabat, sleva, indirim, diskon, скидка, 割引, 折扣, 할인',
  ),
  tax: list(
    'tax, tax amount, item tax, item total tax, lineitem tax, tax value, vat, vat amount, sales tax, gst, gst amount, total tax, taxes, line tax, mwst, mwst betrag, ust, ' +
      'steuer, steuerbetrag, tva, montant tva, iva, importe iva, imposta, imposto, btw, btw bedrag, moms, podatek, dph, kdv, ndc, ' +
      'ндс, 税, 税额, 消費税',
  ),
  taxRate: list(
    'tax rate, tax percent, tax percentage, vat rate, vat percent, gst rate, gst percent, mwst satz, steuersatz, ust satz, taux tva, ' +
      'taux de tva, tipo iva, tipo de iva, aliquota, aliquota iva, btw tarief, btw percentage, stawka vat, ставка ндс, 税率',
  ),
  gross: list(
    'gross sales, gross amount, gross, gross total, line subtotal, line amount, bruttoumsatz, ventes brutes, ventas brutas, vendite lorde, vendas brutas, bruto omzet',
  ),
  net: list(
    'net sales, net amount, item total, line net, untaxed amount, price subtotal, amount excl tax, total excl tax, total ht, montant ht, ' +
      'nettobetrag, nettoumsatz, netto, base imponible, imponibile, valor liquido, bedrag excl btw, order lines subtotal, order line subtotal',
  ),
  cost: list(
    'cost, unit cost, cost price, item cost, cost per item, cost each, purchase price, buying price, einkaufspreis, ek preis, ek, prix d achat, ' +
      'precio de costo, precio costo, coste, costo, custo, preco de custo, inkoopprijs, prezzo di acquisto, kostprijs',
  ),
  lineCost: list(
    'cost of goods, cost of goods sold, total cost, line cost, wareneinsatz, cout total, coste total, costo totale',
  ),
  orderDiscount: list(
    'order discount, cart discount, discount total, total discount, order discount amount, cart discount amount, discount code amount, discount amount',
  ),
  orderTax: list(
    'order tax, tax total, total tax amount, order tax amount, order tax total, order taxes, taxes',
  ),
  shipping: list(
    'shipping, shipping total, shipping cost, shipping amount, shipping price, order shipping, delivery fee, delivery charge, shipping charge, ' +
      'postage, versand, versandkosten, frais de port, livraison, envio, gastos de envio, spedizione, spese di spedizione, frete, verzendkosten',
  ),
  tip: list('tip, tips, gratuity, tip amount, trinkgeld, pourboire, propina, mancia, gorjeta, fooi'),
  orderTotal: list(
    'order total, order amount, total order amount, order total amount, total order value, total',
  ),
  refunded: list(
    'refunded amount, amount refunded, total refunded, refund amount, order refund, refund total',
  ),
  kind: list(
    'receipt type, event type, transaction type, sale type, record type, document type, invoice type, type, belegart, vorgang, type de vente, tipo, ' +
      'tipo de recibo, tipo documento, soort',
  ),
  returnOf: list(
    'original order, original order number, original invoice, original receipt, original receipt number, refund for, return of, refunded order, ' +
      'original transaction, original transaction id, original sale, parent order, parent order id, credited invoice, refund for receipt',
  ),
  cancelled: list(
    'cancelled at, canceled at, cancelled on, cancellation date, voided at, storniert am, date d annulation, fecha de cancelacion',
  ),
  total: list(
    'total collected, total, line total, item total incl tax, total incl tax, total amount, total price, total sales, total revenue, line amount incl tax, amount, grand total, invoice total, sale amount, sales amount, sales, ' +
      'revenue, total paid, total sale, gesamt, gesamtbetrag, gesamtpreis, summe, betrag, umsatz, montant, montant total, ' +
      'total ttc, montant ttc, importe, importe total, total con iva, totale, importo, valor total, valor, totaal, bedrag, totaalbedrag, ' +
      'belop, suma, kwota, celkem, toplam, tutar, сумма, итого, 合計, 金額, 总额, 金额, 합계, الاجمالي, राशि',
  ),
  tender: list(
    'payment method, payment type, payment, tender, tender type, paid by, paid with, pay method, zahlungsart, zahlart, zahlungsmethode, ' +
      'mode de paiement, moyen de paiement, paiement, reglement, forma de pago, metodo de pago, pago, metodo di pagamento, pagamento, ' +
      'forma de pagamento, betaalwijze, betaalmethode, betalingsmetode, metoda platnosci, odeme, pembayaran, способ оплаты, 支払方法, 支付方式',
  ),
  status: list(
    'status, order status, state, sale status, invoice status, financial status, payment status, fulfillment status, bestellstatus, statut, etat, ' +
      'estado, stato, toestand, stan, durum, статус, 状態, 状态, 상태',
  ),
  customer: list(
    'customer id, customer number, customer no, customer code, customer, client id, client number, client, buyer id, buyer, user id, ' +
      'member id, account id, kundennummer, kunden nr, kundennr, kunde, numero client, id cliente, cliente, klantnummer, klant, ' +
      'kundenummer, kund, klient, zakaznik, musteri, pelanggan, клиент, покупатель, 顧客, 客户, 고객',
  ),
  customerName: list(
    'customer name, client name, buyer name, customer full name, billing name, ship to name, kundenname, nom du client, nom client, ' +
      'nombre del cliente, nombre cliente, nome cliente, nome do cliente, klantnaam, kundnamn, имя клиента',
  ),
  customerEmail: list(
    'email, customer email, e mail, email address, billing email, mail, courriel, correo, correo electronico',
  ),
};

const paymentNames: Readonly<Partial<Record<HistoryField, readonly string[]>>> = {
  number:
    salesNames.number?.filter((name) => !['id', 'number', 'no', 'name', 'transaction id'].includes(name)) ??
    [],
  amount: [
    ...list('amount, paid, payment amount, paid amount, amount paid, value'),
    ...(salesNames.total ?? []),
  ],
  tender: [...(salesNames.tender ?? []), ...list('method, type')],
};

const customerNames: Readonly<Partial<Record<HistoryField, readonly string[]>>> = {
  customer: [...(salesNames.customer ?? []), ...list('id, number, no, code')],
  name: [
    ...(salesNames.customerName ?? []),
    ...list('name, full name, nom, nombre, nome, naam, navn, namn, имя'),
  ],
  firstName: list(
    'first name, firstname, given name, forename, vorname, prenom, nombre de pila, voornaam, fornavn, fornamn, имя',
  ),
  lastName: list(
    'last name, lastname, surname, family name, nachname, familienname, nom de famille, apellido, apellidos, cognome, sobrenome, achternaam, efternavn, фамилия',
  ),
  email: salesNames.customerEmail ?? [],
  phone: list(
    'phone, phone number, telephone, mobile, mobile number, tel, telefon, handy, telefono, movil, telefoon, телефон',
  ),
  address: list(
    'address, street, address1, address 1, billing address, adresse, anschrift, strasse, direccion, indirizzo, adres, adress, адрес',
  ),
};

/** The fields of each kind of file and what their columns are called. */
export const historyNames: Readonly<
  Record<HistorySlot, Readonly<Partial<Record<HistoryField, readonly string[]>>>>
> = { sales: salesNames, payments: paymentNames, customers: customerNames };

/** Words that tell what a column is where its whole name is none that is known: sure of nothing, so last of all. */
const telling: Readonly<Partial<Record<HistoryField, RegExp>>> = {
  quantity:
    /^(?!.*(?:stock|hand|return|refund|free|min|max|reserved)).*(?:qty|quantity|quantite|cantidad|quantidade|menge|anzahl|aantal)/,
  price:
    /^(?!.*(?:total|cost|list|msrp|compare|old)).*(?:unit price|price per|price each|stuckpreis|precio unitario|prix unitaire)/,
  date: /^(?!.*(?:ship|deliver|birth|due|update|modified|expir|return|refund|cancel|paid|limit)).*(?:date|datum|fecha)/,
};

/** A heading in the forms in which it is compared with names. */
export type Heading = {
  readonly plain: string;
  /** "MwSt" and "OrderNo" are written as one word, or as two. */
  readonly joined: string;
  /** "Tax 5%", "VAT 20", "Price (EUR)": a name with a number or a currency behind it. */
  readonly bare: string;
};

export function headingOf(text: string): Heading {
  const plain = plainHeader(text);
  const bare = plain.replace(/ (?:\d+|eur|usd|gbp|chf|inr|jpy|in euro)$/, '').replace(/ (?:\d+)$/, '');
  return { plain, joined: plain.replaceAll(' ', ''), bare };
}

/** Where each name of a field stands among them, as it is and as one word. */
type Places = { readonly plain: ReadonlyMap<string, number>; readonly joined: ReadonlyMap<string, number> };

const places = new Map<readonly string[], Places>(
  Object.values(historyNames).flatMap((fields) =>
    Object.values(fields).map((names) => [
      names,
      { plain: firstPlaces(names), joined: firstPlaces(names.map((name) => name.replaceAll(' ', ''))) },
    ]),
  ),
);

function firstPlaces(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...names.entries()].toReversed().map(([place, name]) => [name, place]));
}

/** How well a heading names a field: 100 and less for the later of its names, 0 for none. */
export function nameScore(slot: HistorySlot, field: HistoryField, { plain, joined, bare }: Heading): number {
  const known = places.get(historyNames[slot][field] ?? []);
  const place = known?.plain.get(plain);
  if (place !== undefined) return 100 - Math.min(60, place);
  const likewise = joined === '' ? undefined : known?.joined.get(joined);
  if (likewise !== undefined) return 95 - Math.min(60, likewise);
  if (bare !== plain && known?.plain.has(bare)) return 70;
  return slot === 'sales' && telling[field]?.test(plain) ? 25 : 0;
}
