/** The most ids that Zendesk takes in one `*_many` call (it answers 400 `TooManyValues` beyond). */
const MOST_IDS = 100

/**
 * The id, if it can be one. Ids come from people's messages and from files; one that isn't a whole
 * number above zero must not become part of an address.
 *
 * @throws TypeError without the value, which may be anything, a name or an e-mail included.
 */
export function checkedId(id: number): number {
  if (Number.isSafeInteger(id) && id > 0) return id
  throw new TypeError('A Zendesk id must be a whole number above zero')
}

/**
 * The id of what Zendesk names by a word (`V3-3453357b842a…` a job, a UUID a side conversation), if
 * it can be one. @throws TypeError without the value.
 */
export function checkedWord(id: string): string {
  if (/^[\w-]{1,100}$/.test(id)) return id
  throw new TypeError('A Zendesk id has only letters, digits, - and _')
}

/**
 * The ids of one bulk write. It isn't split up when there are too many, because each part would be
 * a job of its own, and who asked for one job would lose the others.
 *
 * @throws TypeError for no id, more than 100, or one that can't be an id.
 */
export function bulk(ids: readonly number[]): readonly number[] {
  if (ids.length === 0 || ids.length > MOST_IDS) {
    throw new TypeError(`One bulk call takes 1 to ${MOST_IDS} ids, not ${ids.length}`)
  }
  return ids.map(checkedId)
}

/** Any number of ids, each once, in groups that one call takes. */
export function inGroups<Id>(ids: Iterable<Id>): Id[][] {
  const each = [...new Set(ids)]
  return Array.from({ length: Math.ceil(each.length / MOST_IDS) }, (_, group) =>
    each.slice(group * MOST_IDS, (group + 1) * MOST_IDS),
  )
}
