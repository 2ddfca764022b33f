import { kinds } from '../../../src/flows/operations/index.ts'
import type { Item, Kind, Look } from '../../../src/flows/operations/kind.ts'

type Change = (kind: Kind, name: string) => Partial<Kind>

/** Works with other kinds of effects while `work` lasts. */
export async function withKinds<T>(change: Change, work: () => Promise<T>): Promise<T> {
  const right = { ...kinds }
  const wrong = Object.entries(right).map(([name, kind]) => [
    name,
    { ...kind, ...change(kind, name) },
  ])
  Object.assign(kinds, Object.fromEntries(wrong))
  try {
    return await work()
  } finally {
    Object.assign(kinds, right)
  }
}

/** What every look says is changed before anybody acts on it. */
const looking =
  (change: (look: Look, item: Item) => Look): Change =>
  (kind) => ({
    look: async (items, around) => {
      const looks = await kind.look(items, around)
      return new Map(
        items.flatMap((item): [number, Look][] => {
          const look = looks.get(item.n)
          return look ? [[item.n, change(look, item)]] : []
        }),
      )
    },
  })

/** Takes what it cannot know for not done, without looking. */
export const neverReadsBack: Change = () => ({
  readBack: async (items) => new Map(items.map(({ n }) => [n, 'not-applied' as const])),
})

/** Does not care what has changed since it was decided. */
export const seesNoDrift: Change = looking((look, { operation }) =>
  look.state === 'there' ? { ...look, basis: operation.basis } : look,
)

/** Does not care for a legal hold. */
export const seesNoHold: Change = looking((look) =>
  look.state === 'there' ? { ...look, held: false } : look,
)

/** Never looks for the marker of an answer that is already there. */
export const seesNoMarker: Change = (_, name) =>
  name === 'answer.send'
    ? {
        look: async (items) =>
          new Map(
            items.map(({ n, operation }) => [
              n,
              { state: 'there' as const, basis: operation.basis, held: false },
            ]),
          ),
        readBack: async (items) => new Map(items.map(({ n }) => [n, 'not-applied' as const])),
      }
    : {}
