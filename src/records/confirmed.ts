declare const confirmed: unique symbol

/**
 * Something that a human confirmed. Only `flows/decide.ts` makes one, and the vault's parser of plans
 * makes it again: acting on what was never confirmed does not compile.
 */
export type Confirmed<T> = T & { readonly [confirmed]: true }
