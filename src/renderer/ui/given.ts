type Given<Props> = { [name in keyof Props]?: Exclude<Props[name], undefined> };

/** Leaves out properties that are undefined, for components that tell "absent" from "undefined". */
export function given<Props extends object>(props: Props): Given<Props> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<Props>;
}
