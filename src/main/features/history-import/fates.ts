import type { HistoryFate } from '../../../shared/contract/history-choices.ts';

/** What programs call how an order stands; any other word is taken for one that was delivered. */
const words: Readonly<Record<Exclude<HistoryFate, 'left-out'>, string>> = {
  delivered:
    'delivered,completed,complete,paid,fulfilled,partially refunded,partially returned,partially fulfilled,partial,sale,posted,invoiced,locked,closed,done,sold,finished,success,successful,ok,geliefert,abgeschlossen,bezahlt,livré,livree,payé,terminé,entregado,pagado,completado,consegnato,pagato,geleverd,betaald,levert,zakończone,выполнен,доставлен',
  received:
    'placed,pending,received,processing,authorized,partially paid,draft,quotation,sent to customer,open,new,ordered,confirmed,unpaid,on hold,awaiting payment,awaiting fulfillment,unfulfilled,offen,neu,bestellt,in bearbeitung,en attente,nouveau,pendiente,nuevo,in attesa,in behandeling,новый',
  shipped:
    'shipped,sent,dispatched,partially shipped,versandt,versendet,expédié,expediee,enviado,spedito,verzonden,отправлен',
  'in-transit': 'in transit,out for delivery,on the way,unterwegs,en route,en camino,in consegna,onderweg',
  cancelled:
    'cancelled,canceled,cancel,void,voided,failed,declined,rejected,expired,storniert,abgebrochen,annulé,annulée,cancelado,anulado,annullato,geannuleerd,anulowane,отменен',
  returned:
    'returned,refunded,return,chargeback,retourniert,erstattet,zurückgegeben,retourné,remboursé,devuelto,reembolsado,reso,rimborsato,geretourneerd,terugbetaald,возврат',
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

const known = new Map<string, HistoryFate>(
  Object.entries(words).flatMap(([fate, list]) =>
    list.split(',').map((word) => [plain(word), fate as HistoryFate] as const),
  ),
);

/** What an order becomes whose status has this word; `isGuessed` where no such word is known. */
export function fateOf(
  status: string,
  chosen: ReadonlyMap<string, HistoryFate>,
): { readonly becomes: HistoryFate; readonly isGuessed: boolean } {
  const told = chosen.get(status.toLowerCase());
  if (told !== undefined) return { becomes: told, isGuessed: false };
  if (status === '') return { becomes: 'delivered', isGuessed: false };
  const found = known.get(plain(status));
  return { becomes: found ?? 'delivered', isGuessed: found === undefined };
}
