/** Where the window gets a picture of the shop file; the bytes of an id never change. */
export function pictureUrl(pictureId: number): string {
  return `app://img/${pictureId}`;
}
