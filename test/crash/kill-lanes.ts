import { type KillOptions, type KillReport, killRounds } from './kill.ts';
import { givenLane, inLanes, type Lane, sayLane } from './lanes.ts';

type KillLane = Lane & KillOptions & { readonly shop: string };

const own = givenLane<KillLane>(import.meta.filename);
if (own !== null) sayLane(await killRounds(own.shop, own.rounds, own.seed, own));

/** The rounds of {@link killRounds}, in two processes. */
export async function killInLanes(
  shop: string,
  rounds: number,
  seed: number,
  options: KillOptions = {},
): Promise<KillReport> {
  const reports = await inLanes<KillReport>(import.meta.filename, { rounds, seed }, { shop, ...options });
  return {
    rounds,
    deeds: reports.reduce((sum, { deeds }) => sum + deeds, 0),
    failures: reports.flatMap(({ failures }) => failures),
  };
}
