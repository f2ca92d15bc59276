import { plainHeader } from '../import/header.ts';

const list = (words: string): readonly string[] => words.split(',').map(plainHeader);

/** What programs call a row of something that came back, and one of something sold. */
const backWords = new Set(
  list(
    'refund,refunded,refunds,return,returned,returns,sale return,sales return,credit,credit note,credit memo,out refund,customer credit note,' +
      'gutschrift,rückgabe,retoure,erstattung,storno,stornorechnung,remboursement,avoir,retour,reembolso,devolución,devolucion,abono,' +
      'nota de crédito,rimborso,reso,nota di credito,devolução,terugbetaling,creditnota,creditfactuur,retur,kreditnota,zwrot,возврат',
  ),
);
const soldWords = new Set(
  list(
    'sale,sales,payment,order,invoice,receipt,purchase,charge,capture,cash sale,out invoice,customer invoice,exchange,' +
      'verkauf,rechnung,beleg,bon,vente,facture,venta,factura,boleta,ticket,vendita,fattura,scontrino,venda,fatura,verkoop,factuur,salg,продажа',
  ),
);

/** True for what came back, false for what was sold, null for a word that says neither. */
export function isBackWord(text: string): boolean | null {
  const plain = plainHeader(text);
  return backWords.has(plain) ? true : soldWords.has(plain) ? false : null;
}

const sumWords = new Set(
  list(
    'total,totals,grand total,sum,sums,summary,report total,subtotal,overall,all,summe,gesamt,gesamtsumme,zwischensumme,endsumme,total general,' +
      'total général,totaux,totales,suma,totale,totali,totale generale,somma,soma,totais,total geral,totaal,totalen,eindtotaal,i alt,razem,итого,всего,合計,总计',
  ),
);

/** "Total" where the number of an order stands: it adds up the others, whatever else the row has. */
export function isSumWord(number: string): boolean {
  return number !== '' && !/\d/.test(number) && sumWords.has(plainHeader(number));
}

/** A row that adds up the others: one of its cells says so. */
export function isSumRow(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '' && cell.length < 40 && sumWords.has(plainHeader(cell)));
}
