/** Whether the shop file takes two names for one: SQLite's NOCASE knows A to Z only. */
export function isSameName(one: string, other: string): boolean {
  return asciiLower(one) === asciiLower(other);
}

function asciiLower(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
