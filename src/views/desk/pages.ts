/** A part of a list that is too long for one window. Pages are counted from 0. */
export type Page<T> = { readonly items: readonly T[]; readonly page: number; readonly of: number }

/** The page asked for, or the nearest that there is. */
export function pageOf<T>(all: readonly T[], size: number, asked: number): Page<T> {
  const of = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(Math.max(0, asked), of - 1)
  return { items: all.slice(page * size, (page + 1) * size), page, of }
}
