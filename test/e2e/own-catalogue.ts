/** A small catalogue of our own as a Shopify product file: single products, one with variants, all counted. */
export const ownCatalogue = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Taxable,Variant Barcode
harbour-tea,Harbour tea,<p>Black tea &amp; bergamot</p>,,Tea,,true,Title,Default Title,TEA-1,shopify,120,continue,4.50,5.00,true,4006381333931
walnut-bread,Walnut bread,,,Bread,,true,Title,Default Title,BREAD-1,shopify,80,continue,3.20,,true,96385074
linen-apron,Linen apron,,,Linen,,true,Size,Small,APRON-S,shopify,60,continue,39.00,,true,
linen-apron,,,,,,,Size,Large,APRON-L,shopify,70,continue,42.00,,true,
paper-bag,Paper bag,,,Bags,,true,Title,Default Title,BAG-1,,,continue,0.20,,true,
`;

/**
 * The same shop's shelf as a plain list: what is left follows the shop's own rule when it runs out, which
 * Shopify's file would say for each product.
 */
export const plainCatalogue = `name,sku,barcode,price,stock
Harbour tea,TEA-1,4006381333931,4.50,120
Walnut bread,BREAD-1,96385074,3.20,80
Last lantern,LANTERN-1,,25.00,1
`;
