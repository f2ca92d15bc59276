/** The window's only look at the clock, for request ids; what people see is told by main. Milliseconds UTC. */
export function windowClock(): number {
  return Date.now();
}
