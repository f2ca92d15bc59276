/** What is packed so much smaller is made to fill a disk, not to hold a list of anything. */
const mostRatio = 200;
/** Below this many bytes it fills nothing. */
const harmless = 4 * 1024 * 1024;

/** Whether so many packed bytes become more than anybody's file does. */
export function unpacksTooFar(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes > harmless && unpackedBytes > packedBytes * mostRatio;
}
