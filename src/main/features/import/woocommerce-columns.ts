import { plainHeader } from './header.ts';

/**
 * Headers of WooCommerce's product export as `plainHeader` writes them: English, then German, French,
 * Spanish, Italian, Dutch and Portuguese, because the export is in the language of the web shop.
 */
export const woocommerceColumns = {
  id: ['id'],
  type: ['type', 'typ', 'tipo'],
  sku: ['sku', 'artikelnummer', 'ugs', 'cod', 'codigo', 'ref'],
  barcode: [
    'gtin upc ean or isbn',
    'gtin upc ean oder isbn',
    'gtin upc ean ou isbn',
    'gtin upc ean o isbn',
    'gtin upc ean of isbn',
    'gtin',
    'ean',
    'barcode',
    'upc',
    'meta global unique id',
    'meta alg ean',
    'meta wpm gtin code',
    'meta ean',
    'meta gtin',
    'meta barcode',
  ],
  name: ['name', 'nom', 'nombre', 'nome', 'naam'],
  published: ['published', 'veroffentlicht', 'publie', 'publicado', 'pubblicato', 'gepubliceerd'],
  shortDescription: [
    'short description',
    'kurzbeschreibung',
    'description courte',
    'descripcion corta',
    'breve descrizione',
    'korte beschrijving',
    'descricao curta',
  ],
  description: ['description', 'beschreibung', 'descripcion', 'descrizione', 'beschrijving', 'descricao'],
  saleStart: [
    'date sale price starts',
    'datum an dem angebotspreis beginnt',
    'date de debut de promo',
    'dia en que empieza el precio rebajado',
    'data di inizio del prezzo in saldo',
    'startdatum actieprijs',
    'data de inicio do preco promocional',
  ],
  saleEnd: [
    'date sale price ends',
    'datum an dem angebotspreis endet',
    'date de fin de promo',
    'dia en que termina el precio rebajado',
    'data di fine del prezzo in saldo',
    'einddatum actieprijs',
    'data de termino do preco promocional',
  ],
  taxStatus: [
    'tax status',
    'steuerstatus',
    'etat de la tva',
    'estado del impuesto',
    'stato delle imposte',
    'belastingstatus',
  ],
  taxClass: [
    'tax class',
    'steuerklasse',
    'classe de tva',
    'clase de impuesto',
    'aliquota di imposta',
    'belastingklasse',
  ],
  inStock: [
    'in stock',
    'vorratig',
    'auf lager',
    'en stock',
    'existencias',
    'hay existencias',
    'in magazzino',
    'op voorraad',
    'em estoque',
  ],
  stock: [
    'stock',
    'bestand',
    'lager',
    'lagerbestand',
    'inventario',
    'magazzino',
    'voorraad',
    'estoque',
    'quantite',
  ],
  lowStock: [
    'low stock amount',
    'geringe lagermenge',
    'montant de stock faible',
    'cantidad de bajo inventario',
    'quantita scorta bassa',
  ],
  backorders: [
    'backorders allowed',
    'lieferruckstande erlaubt',
    'autoriser les commandes de produits en rupture',
    'permitir reservas de productos agotados',
    'abilita gli ordini arretrati',
    'nabestellingen toestaan',
    'sao permitidas encomendas',
  ],
  salePrice: [
    'sale price',
    'angebotspreis',
    'tarif promo',
    'precio rebajado',
    'prezzo in offerta',
    'actieprijs',
    'preco promocional',
  ],
  regularPrice: [
    'regular price',
    'regularer preis',
    'normaler preis',
    'tarif regulier',
    'precio normal',
    'prezzo di listino',
    'reguliere prijs',
    'preco',
  ],
  cost: ['cost of goods', 'cost', 'meta wc cog cost', 'meta cost', 'meta alg wc cog cost'],
  categories: ['categories', 'kategorien', 'categorias', 'categorie', 'categorieen'],
  images: ['images', 'bilder', 'imagenes', 'immagine', 'immagini', 'afbeeldingen', 'imagens'],
  parent: ['parent', 'ubergeordnetes produkt', 'ubergeordnet', 'superior', 'genitore', 'hoofd', 'ascendente'],
  position: ['position', 'posicion', 'posizione', 'positie', 'posicao'],
} as const satisfies Record<string, readonly string[]>;

export type WoocommerceField = keyof typeof woocommerceColumns;

/** Where the name and the values of one attribute stand. */
export type AttributeColumns = { readonly name: number; readonly values: number };

const attributeWords = /\b(?:attribut|attribute|atributo|attributo|kenmerk|eigenschap)\b/;
const valueWords =
  /\b(?:value|values|wert|werte|valeur|valeurs|valor|valores|valore|valori|waarde|waarden)\b/;
const nameWords = /\b(?:name|nom|nombre|nome|naam)\b/;

/** The attribute columns in the order of their numbers. */
export function findAttributes(headers: readonly string[]): readonly AttributeColumns[] {
  const found = new Map<number, { name?: number; values?: number }>();
  headers.forEach((header, index) => {
    const plain = plainHeader(header);
    const number = /\b(\d{1,3})\b/.exec(plain)?.[1];
    if (number === undefined || !attributeWords.test(plain) || /\b(?:default|standard)\b/.test(plain)) return;
    const attribute = found.get(Number(number)) ?? {};
    if (valueWords.test(plain)) attribute.values ??= index;
    else if (nameWords.test(plain)) attribute.name ??= index;
    found.set(Number(number), attribute);
  });
  const attributes: AttributeColumns[] = [];
  for (const [, { name, values }] of [...found].toSorted(([a], [b]) => a - b)) {
    if (name !== undefined && values !== undefined) attributes.push({ name, values });
  }
  return attributes;
}
