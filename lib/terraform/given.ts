/** The properties of an object that have a value, for provider arguments that may be absent but never undefined. */
export type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Leaves out what is undefined or null. */
export function given<T extends object>(properties: T): Given<T> {
  const values: Given<T> = {};
  for (const name in properties) {
    const value = properties[name];
    if (value !== undefined && value !== null) {
      values[name] = value;
    }
  }
  return values;
}
