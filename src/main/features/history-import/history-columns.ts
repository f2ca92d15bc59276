import type { HistoryField, HistorySlot } from '../../../shared/contract/history-choices.ts';
import { fieldNames } from '../import/field-names.ts';
import { plainHeader } from '../import/header.ts';

const list = (words: string): readonly string[] => words.split(/\s*,\s*/).map(plainHeader);

/** How other programs name the columns of their sales, as `plainHeader` writes it; the best names first. */
const salesNames: Readonly<Partial<Record<HistoryField, readonly string[]>>> = {
  number: list(
    'invoice no, invoice number, invoice id, order number, order no, order id, receipt number, receipt no, receipt id, ' +
      'transaction id, transaction number, transaction no, bill number, bill no, sale id, sales id, sale number, sale no, ticket number, ticket no, ' +
      'document number, document no, invoice, receipt, transaction, order, bill, ticket, orderid, invoiceid, ' +
      'rechnungsnummer, rechnungsnr, rechnung nr, belegnummer, belegnr, beleg, bonnummer, bon nr, bestellnummer, auftragsnummer, ' +
      'numero de facture, no facture, n facture, facture, numero de commande, n commande, commande, numero de ticket, ' +
      'numero de factura, factura, numero de pedido, pedido, numero fattura, fattura, numero ordine, ordine, scontrino, ' +
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
  sku: [...list('stock code, stockcode, product id, item id, plu'), ...fieldNames.sku],
  name: [
    ...list(
      'description, item, product line, lineitem name, line item name, item description, product description',
    ),
    ...fieldNames.name,
  ],
  variant: list(
    'size, variant, option, variation, lineitem variant, groesse, grosse, taille, talla, taglia, maat, размер',
  ),
  quantity: list(
    'quantity, qty, qty sold, quantity sold, units sold, units, pieces, pcs, count, items, lineitem quantity, menge, anzahl, stueck, ' +
      'stuck, quantite, qte, nombre, cantidad, cant, unidades, quantita, quantidade, qtd, aantal, antal, ilosc, mnozstvi, adet, ' +
      'jumlah, количество, кол во, 数量, 수량, الكمية, मात्रा',
  ),
  price: list(
    'unit price, price each, price per unit, item price, selling price, sale price, sales price, lineitem price, price, rate, ' +
      'einzelpreis, stueckpreis, stuckpreis, preis, vk preis, prix unitaire, pu, prix, prix de vente, precio unitario, precio, ' +
      'prezzo unitario, prezzo, preco unitario, preco, stuksprijs, prijs, pris, enhetspris, cena, cena jednostkowa, fiyat, ' +
      'birim fiyat, harga, цена, 単価, 单价, 价格, 단가, السعر, मूल्य',
  ),
  discount: list(
    'discount, discount amount, line discount, discount value, lineitem discount, reduction, rabatt, nachlass, remise, descuento, ' +
      'sconto, desconto, korting, rabat, sleva, indirim, diskon, скидка, 割引, 折扣, 할인',
  ),
  tax: list(
    'tax, tax amount, tax value, vat, vat amount, sales tax, gst, gst amount, total tax, taxes, line tax, mwst, mwst betrag, ust, ' +
      'steuer, steuerbetrag, tva, montant tva, iva, importe iva, imposta, imposto, btw, btw bedrag, moms, podatek, dph, kdv, ndc, ' +
      'ндс, 税, 税额, 消費税',
  ),
  taxRate: list(
    'tax rate, tax percent, tax percentage, vat rate, vat percent, gst rate, gst percent, mwst satz, steuersatz, ust satz, taux tva, ' +
      'taux de tva, tipo iva, tipo de iva, aliquota, aliquota iva, btw tarief, btw percentage, stawka vat, ставка ндс, 税率',
  ),
  total: list(
    'total, line total, total amount, total price, amount, grand total, order total, invoice total, sale amount, sales amount, sales, ' +
      'revenue, net sales, total paid, total sale, gesamt, gesamtbetrag, gesamtpreis, summe, betrag, umsatz, montant, montant total, ' +
      'total ttc, montant ttc, importe, importe total, total con iva, totale, importo, valor total, valor, totaal, bedrag, totaalbedrag, ' +
      'belop, suma, kwota, celkem, toplam, tutar, сумма, итого, 合計, 金額, 总额, 金额, 합계, الاجمالي, राशि',
  ),
  tender: list(
    'payment method, payment type, payment, tender, tender type, paid by, paid with, pay method, zahlungsart, zahlart, zahlungsmethode, ' +
      'mode de paiement, moyen de paiement, paiement, reglement, forma de pago, metodo de pago, pago, metodo di pagamento, pagamento, ' +
      'forma de pagamento, betaalwijze, betaalmethode, betalingsmetode, metoda platnosci, odeme, pembayaran, способ оплаты, 支払方法, 支付方式',
  ),
  status: list(
    'status, order status, state, sale status, invoice status, fulfillment status, financial status, bestellstatus, statut, etat, ' +
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

/** How well a heading names a field: 100 and less for the later of its names, 0 for none. */
export function nameScore(slot: HistorySlot, field: HistoryField, heading: string): number {
  const plain = plainHeader(heading);
  const names = historyNames[slot][field] ?? [];
  const place = names.indexOf(plain);
  if (place >= 0) return 100 - Math.min(60, place);
  // "Tax 5%", "VAT 20", "Price (EUR)": a name with a number or a currency behind it.
  const bare = plain.replace(/ (?:\d+|eur|usd|gbp|chf|inr|jpy|in euro)$/, '').replace(/ (?:\d+)$/, '');
  return bare !== plain && names.includes(bare) ? 70 : 0;
}
