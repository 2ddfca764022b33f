import { approve, type Hands, stop, view } from '../../../src/flows/index.ts'
import type { Id } from '../../../src/records/primitives.ts'
import { ofKind } from '../oracle/plans.ts'
import type { EventName } from '../schedule.ts'
import type { World } from '../world/world.ts'
import type { Authority } from './authority.ts'
import { lead, officers } from './authority.ts'
import type { Clock } from './clock.ts'
import { nextOfficer } from './humans.ts'
import { outsiders } from './outsiders.ts'
import type { Disk } from './virtual-store.ts'

/** What an event may touch. */
export type Scene = {
  readonly world: World
  readonly clock: Clock
  readonly authority: Authority
  readonly disk: Disk
  readonly id: () => Id | undefined
  readonly hands: () => Hands
}

/** Lets one event come true. Deeds that the rules refuse are refused, and the judge watches. */
export async function happen(event: EventName, scene: Scene): Promise<void> {
  const outside = outsiders[event]
  if (outside) outside(scene.world)
  else await (deeds[event] ?? (() => {}))(scene)
}

const tenMinutes = 600_000
type Deed = (scene: Scene) => void | Promise<void>

const deeds: Partial<Record<EventName, Deed>> = {
  'approver-loses-role': ({ authority, ...scene }) =>
    authority.set({ out: approversOf(scene.disk, scene.id())[0] ?? 'U0PRIV1' }),
  'approver-deactivated': ({ authority, ...scene }) =>
    authority.set({ gone: approversOf(scene.disk, scene.id())[0] ?? 'U0PRIV1' }),
  'directory-down': ({ authority, clock }) => {
    authority.set({ up: false })
    clock.after(tenMinutes, () => authority.set({ up: true }))
  },
  'policy-raised': ({ authority }) => authority.set({ quorum: 2 }),
  'policy-unreadable': ({ authority, clock }) => {
    authority.set({ readable: false })
    clock.after(tenMinutes, () => authority.set({ readable: true }))
  },
  'desk-paused': ({ authority, clock }) => {
    authority.set({ paused: true })
    clock.after(tenMinutes, () => authority.set({ paused: false }))
  },
  'long-silence': ({ clock }) => clock.pass(4 * 86_400_000),
  stop: async (scene) =>
    await tried(scene, async (id, hands) => await stop({ id, by: lead, code: 'stopped' }, hands)),
  'opener-approves': async (scene) => await approval(scene, { by: lead }),
  'outdated-approval': async (scene) => await approval(scene, { outdated: true }),
  'second-approval': async (scene) => await approval(scene, {}),
  noise: async (scene) =>
    await tried(scene, async (id, hands) => {
      await view({ id, by: officers[8] ?? lead, digest: '0'.repeat(64) }, hands)
    }),
}

async function approval(
  scene: Scene,
  how: { by?: typeof lead; outdated?: boolean },
): Promise<void> {
  await tried(scene, async (id, hands) => {
    const plans = ofKind(scene.disk.journals.get(id) ?? [], 'planned')
    const { digest = '0'.repeat(64), counts = {} } = plans.at(how.outdated ? -2 : -1) ?? {}
    const by = how.by ?? nextOfficer(scene.authority, approversOf(scene.disk, id))
    await approve({ id, by, digest, ticketsToGo: counts['tickets-go'] ?? 0 }, hands)
  })
}

/** Somebody tries a deed. Whether it is refused is the engine's business. */
async function tried(scene: Scene, deed: (id: Id, hands: Hands) => Promise<void>): Promise<void> {
  const id = scene.id()
  if (!id) return
  try {
    await deed(id, scene.hands())
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Refusal')) throw error
  }
}

/** Who has approved anything of this request, the latest first. */
const approversOf = (disk: Disk, id: Id | undefined): string[] =>
  (disk.journals.get(id ?? '') ?? [])
    .flatMap((entry) => (entry.kind === 'approved' && entry.by !== 'bot' ? [entry.by.user] : []))
    .toReversed()
