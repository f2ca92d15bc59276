/** A day that every zip can hold: the same shop makes the same file, whenever it is written. */
export const zipDay = new Date(315_619_200_000);
