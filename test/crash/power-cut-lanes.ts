import { givenLane, inLanes, type Lane, sayLane } from './lanes.ts';
import { type PowerCutReport, powerCutImages, recordSale } from './power-cut.ts';

type ImageLane = Lane & { readonly shop: string; readonly orders: number };

const own = givenLane<ImageLane>(import.meta.filename);
if (own !== null) {
  const sale = await recordSale(own.shop, own.orders, 'none');
  sayLane(await powerCutImages(sale, own.rounds, own.seed));
}

/** Images of a sale of `orders` orders, made and looked at in two processes that each record one. */
export async function powerCutInLanes(
  shop: string,
  orders: number,
  images: number,
  seed: number,
): Promise<Omit<PowerCutReport, 'syncs'>> {
  const lane = { rounds: images, seed };
  const reports = await inLanes<PowerCutReport>(import.meta.filename, lane, { shop, orders });
  return {
    images,
    deeds: reports.reduce((sum, { deeds }) => sum + deeds, 0),
    failures: reports.flatMap(({ failures }) => failures),
  };
}
