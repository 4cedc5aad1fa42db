/** A place that one feature opens for others to fill. Built-in and third-party extensions use the same ones. */
export interface ExtensionPoint<T> {
  readonly name: string;
  /** Wraps a value so that a manifest can list it under `contributes`. */
  add(value: T): Contribution<T>;
}

/** One value for one extension point, listed in a feature's manifest. */
export interface Contribution<T = unknown> {
  readonly point: string;
  readonly value: T;
}

/** Opens an extension point. `name` is unique in the whole product, e.g. `posts.unfurl`. */
export function extensionPoint<T>(name: string): ExtensionPoint<T> {
  return { name, add: (value) => ({ point: name, value }) };
}
