import { plainHeader } from './header.ts';

/** What a column of any product list may be. */
export const importFields = [
  'externalKey',
  'name',
  'sku',
  'barcode',
  'price',
  'compareAtPrice',
  'cost',
  'stock',
  'reorderLevel',
  'category',
  'subcategory',
  'description',
  'taxClass',
  'unit',
  'picture',
  'parent',
  'variant',
  'variant2',
  'variant3',
  'state',
] as const;
export type ImportField = (typeof importFields)[number];

const list = (words: string): readonly string[] => words.split(/\s*,\s*/).map(plainHeader);

/**
 * How shops of several countries name a column, as `plainHeader` writes it; the best names first. Words
 * that name a field in one language and another in the next are left to the content of the column.
 */
export const fieldNames: Readonly<Record<ImportField, readonly string[]>> = {
  externalKey: list(
    'id, product id, item id, external id, uid, produkt id, id produit, id producto, internal id, record id',
  ),
  name: list(
    'name, product name, item name, title, product title, product, item, article name, description short, display name, ' +
      'produktname, artikelname, artikelbezeichnung, bezeichnung, produkt, artikel, titel, titre, nom, nom du produit, ' +
      'nom produit, libelle, designation, produit, article, intitule, nombre, nombre del producto, nombre producto, ' +
      'producto, titulo, articulo, denominacion, nome, nome do produto, nome prodotto, produto, prodotto, titolo, ' +
      'naam, productnaam, artikelnaam, navn, produktnavn, varenavn, namn, produktnamn, benamning, nazwa, nazwa produktu, ' +
      'nazev, nazev produktu, urun adi, urun, nama, nama produk, nama barang, наименование, название, товар, назва, ' +
      '品名, 商品名, 商品名称, 产品名称, 商品名稱, 상품명, 제품명, اسم المنتج, الاسم, שם מוצר, שם המוצר, नाम, उत्पाद',
  ),
  sku: list(
    'sku, variant sku, product sku, item sku, sku code, product code, item code, article number, article no, item number, ' +
      'item no, part number, part no, stock code, style code, artikelnummer, artikelnr, artikel nr, art nr, artnr, ' +
      'art no, bestellnummer, produktnummer, referencia, ref, reference, reference produit, ugs, code article, ' +
      'code produit, codigo, codigo producto, codigo del producto, codigo do produto, codice, codice articolo, ' +
      'codice prodotto, artikelcode, productcode, varenummer, varenr, indeks, kod produktu, kod, urun kodu, stok kodu, ' +
      'kode, kode barang, артикул, код, код товара, 商品コード, 商品编码, 货号, 상품코드, code, model, part, stockcode',
  ),
  barcode: list(
    'barcode, bar code, barcodes, ean, ean13, ean 13, ean code, ean upc, upc, upc code, upc a, gtin, gtin13, gtin upc ean or isbn, ' +
      'gtin ean, isbn, isbn13, jan, jan code, strichcode, strichkode, ean nummer, code barre, code barres, code a barres, ' +
      'gencod, codigo de barras, cod barras, codigo barras, codice a barre, codice ean, streepjescode, strekkode, ' +
      'stregkode, streckkod, kod kreskowy, kod ean, carovy kod, barkod, barkod no, штрихкод, штрих код, バーコード, ' +
      '条码, 条形码, 바코드, باركود, ברקוד, scan code, variant barcode',
  ),
  price: list(
    'price, sell price, selling price, sale price, sales price, retail price, unit price, list price, retail, rrp, ' +
      'regular price, price incl tax, price inc tax, price including tax, price excl tax, price with tax, price gross, ' +
      'gross price, price net, net price, variant price, default price, item price, rate, ' +
      'preis, verkaufspreis, vk, vk preis, vk brutto, vkpreis, bruttopreis, preis brutto, preis netto, einzelpreis, ' +
      'endpreis, stuckpreis, prix, prix de vente, prix vente, prix ttc, prix ht, prix unitaire, pv ttc, tarif, precio, ' +
      'precio venta, precio de venta, precio unitario, pvp, precio con iva, preco, preco de venda, preco venda, prezzo, ' +
      'prezzo di vendita, prezzo vendita, prezzo ivato, prijs, verkoopprijs, pris, salgspris, utsalgspris, forsaljningspris, ' +
      'cena, cena sprzedazy, cena brutto, cena s dph, fiyat, satis fiyati, harga, harga jual, цена, розничная цена, ціна, ' +
      '価格, 販売価格, 单价, 售价, 价格, 價格, 가격, 판매가, السعر, سعر البيع, מחיר, कीमत, मूल्य, mrp',
  ),
  compareAtPrice: list(
    'compare at price, compareat price, compare price, variant compare at price, price before discount, old price, was price, ' +
      'original price, msrp, uvp, streichpreis, alter preis, prix barre, ancien prix, precio anterior, precio comparacion, ' +
      'precio tachado, prezzo barrato, preco de comparacao, adviesprijs, oude prijs, for pris, ordinarie pris, mrp, ' +
      'regular price, list price, rrp',
  ),
  cost: list(
    'cost, cost price, unit cost, item cost, cost per item, purchase price, buy price, buying price, wholesale price, ' +
      'supply price, standard cost, average cost, trade price, einkaufspreis, ek, ek preis, ekpreis, einstandspreis, kosten, ' +
      'prix achat, prix d achat, prix de revient, cout, cout unitaire, pa ht, coste, costo, precio coste, precio de compra, ' +
      'precio compra, precio costo, custo, preco de custo, prezzo di acquisto, prezzo acquisto, inkoopprijs, inkopsprijs, ' +
      'innkjopspris, indkobspris, inkopspris, cena zakupu, nakupni cena, alis fiyati, harga beli, modal, закупочная цена, ' +
      'себестоимость, 原価, 仕入価格, 成本价, 进价, 원가, سعر الشراء, עלות',
  ),
  stock: list(
    'stock, stock quantity, stock qty, stock level, in stock, on hand, qty on hand, quantity on hand, qty, quantity, inventory, ' +
      'inventory quantity, inventory qty, variant inventory qty, available, available quantity, current stock, count, ' +
      'units in stock, bestand, lagerbestand, lager, menge, anzahl, stock actuel, quantite, qte, qte stock, en stock, ' +
      'stock disponible, existencias, cantidad, inventario, unidades, estoque, quantidade, giacenza, quantita, magazzino, ' +
      'voorraad, aantal, lagerbeholdning, antall, antal, lagersaldo, beholdning, ilosc, stan, stan magazynowy, mnozstvi, ' +
      'skladem, stok, stok adedi, miktar, adet, jumlah, остаток, количество, залишок, 在庫, 在庫数, 数量, 库存, 庫存, 재고, ' +
      'الكمية, المخزون, מלאי, כמות, मात्रा, स्टॉक',
  ),
  reorderLevel: list(
    'reorder level, reorder point, low stock, low stock amount, low stock threshold, minimum stock, min stock, min qty, ' +
      'stock alert, alert quantity, par level, safety stock, meldebestand, mindestbestand, mindestmenge, seuil d alerte, ' +
      'stock minimum, stock mini, stock minimo, scorta minima, estoque minimo, minimumvoorraad, minimo',
  ),
  category: list(
    'category, categories, product category, item category, category name, category path, product type, type, department, ' +
      'group, product group, item group, collection, section, family, kategorie, kategorien, warengruppe, artikelgruppe, ' +
      'produktgruppe, categorie, famille, rayon, rubrique, categoria, categorias, familia, seccion, departamento, gruppo, ' +
      'reparto, productgroep, kategori, varegruppe, varugrupp, kategoria, grupa, kategorija, категория, группа, カテゴリ, ' +
      'カテゴリー, 分类, 分類, 类别, 카테고리, الفئة, التصنيف, קטגוריה, श्रेणी, product line',
  ),
  subcategory: list(
    'subcategory, sub category, subcategories, subgroup, sub group, unterkategorie, untergruppe, sous categorie, sous famille, ' +
      'subcategoria, sub categoria, subfamilia, sottocategoria, subcategorie, underkategori, podkategoria',
  ),
  description: list(
    'description, product description, item description, long description, full description, details, body, body html, ' +
      'beschreibung, produktbeschreibung, artikelbeschreibung, langtext, langbeschreibung, description longue, ' +
      'description produit, descriptif, descripcion, descripcion larga, descricao, descrizione, omschrijving, ' +
      'beskrivelse, beskrivning, opis, popis, aciklama, deskripsi, описание, опис, 説明, 商品説明, 描述, 产品描述, 설명, ' +
      'الوصف, תיאור, विवरण, notes, memo, short description, kurzbeschreibung',
  ),
  taxClass: list(
    'tax class, tax, tax name, tax rate, tax code, tax category, tax group, tax status, taxable, vat, vat rate, vat code, gst, ' +
      'gst rate, hst, sales tax, steuer, steuerklasse, steuersatz, mwst, mw st, mwst satz, mw st satz, ust, u st, ust satz, tva, taux tva, ' +
      'taux de tva, iva, tipo iva, tipo de iva, impuesto, imposto, aliquota, aliquota iva, btw, btw tarief, mva, moms, ' +
      'momssats, vat stawka, stawka vat, dph, sazba dph, kdv, kdv orani, ppn, ндс, 税率, 税, 부가세, ضريبة, מעמ, कर, tax percent',
  ),
  unit: list(
    'unit, uom, unit of measure, unit of measurement, sold by, measure, sales unit, selling unit, einheit, mengeneinheit, me, ' +
      'unite, unite de mesure, unite de vente, unidad, unidad de medida, unidade, unita, unita di misura, eenheid, ' +
      'enhet, enhed, jednostka, jm, jednotka, birim, satuan, единица, ед изм, 単位, 单位, 단위, الوحدة, יחידה, इकाई',
  ),
  picture: list(
    'image, image url, image src, image link, picture, picture url, photo, photo url, images, thumbnail, product image, ' +
      'product image url, img, bild, bild url, bilder, produktbild, url image, images url, lien image, imagen, imagenes, ' +
      'url imagen, foto, fotos, imagem, imagens, immagine, immagini, afbeelding, afbeeldingen, bilde, billede, zdjecie, ' +
      'obrazek, resim, gorsel, gambar, изображение, фото, 画像, 图片, 이미지, صورة, תמונה',
  ),
  parent: list(
    'handle, url handle, parent, parent sku, parent id, parent code, parent product, variant group, group id, item group id, ' +
      'product handle, style, style number, master sku, matrix, ubergeordnetes produkt, elternartikel, vaterartikel, ' +
      'produit parent, padre, sku padre, producto padre, produto pai, prodotto padre, hoofdproduct',
  ),
  variant: list(
    'variant, variant name, variant title, option, option 1, option1, option1 value, option 1 value, option value, variation, ' +
      'colour, color, farbe, couleur, coloris, cor, colore, kleur, farge, farve, farg, kolor, barva, renk, warna, цвет, 色, ' +
      '颜色, 색상, اللون, צבע, variante, ausfuhrung, declinaison, attribute 1 value s',
  ),
  variant2: list(
    'option 2, option2, option2 value, option 2 value, size, grosse, taille, talla, tamano, tamanho, taglia, misura, maat, ' +
      'storrelse, storlek, rozmiar, velikost, beden, ukuran, размер, サイズ, 尺寸, 尺码, 사이즈, المقاس, מידה, attribute 2 value s',
  ),
  variant3: list(
    'option 3, option3, option3 value, option 3 value, material, style name, attribute 3 value s',
  ),
  state: list(
    'status, state, active, is active, enabled, published, archived, visible, available for sale, aktiv, actif, activo, ' +
      'estado, ativo, attivo, actief, statut, stato, zustand, aktywny, aktivni, durum, активен, статус',
  ),
};

/** Every field a header may mean, by its exact plain name; how far down its field's list it stands. */
export function fieldsNamed(plain: string): ReadonlyMap<ImportField, number> {
  return index.get(plain) ?? new Map();
}

const index = new Map<string, Map<ImportField, number>>();
for (const field of importFields) {
  fieldNames[field].forEach((name, rank) => {
    const fields = index.get(name) ?? new Map<ImportField, number>();
    if (!fields.has(field)) fields.set(field, rank);
    index.set(name, fields);
  });
}
