import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policy } from '../sandbox/local/policy.ts'
import { type Slack, startSlack } from '../sandbox/slack/server.ts'
import type { Seeding } from '../sandbox/zendesk/account/store.ts'
import { putStory } from '../sandbox/zendesk/sample/make-ticket.ts'
import { putPerson } from '../sandbox/zendesk/sample/make-user.ts'
import { camille, staff } from '../sandbox/zendesk/sample/people.ts'
import { startZendesk } from '../sandbox/zendesk/server.ts'
import type { BotConfig } from '../src/config.ts'
import { startService } from '../src/service.ts'
import { writeAccount } from './load/account-file.ts'
import { Person, type Shown } from './load/person.ts'
import type { Row } from './row.ts'

const ticketsOfHers = 10
const [lead, officer] = ['U0AUBRY', 'U0OKAFOR']

/** Row 12: what two people do by hand from the command to the approved plan of one person. */
export async function human(): Promise<readonly Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
  writeAccount(join(root, 'zendesk'), fill)
  const account = await startZendesk({
    dir: join(root, 'zendesk'),
    delays: { index: 0, job: 10, listing: 0, deletion: 10 },
  })
  const slack = await startSlack({ dir: join(root, 'slack') })
  const service = await startService(await configIn(root, account.url, slack), silent, quick)
  slack.pointAt(`http://127.0.0.1:${service.port}/slack/events`)
  try {
    const opener = await opens(new Person(slack.url, lead))
    const approver = await approves(new Person(slack.url, officer))
    return rowsOf(opener, approver)
  } finally {
    await service.close()
    await slack.close()
    await account.close()
    await rm(root, { recursive: true })
  }
}

function fill(store: Seeding, now: number): void {
  putPerson(store, { ...camille, since: now - 900 * 86_400_000 })
  for (let id = 1; id <= ticketsOfHers; id += 1) {
    const lines = [
      { by: camille.id, text: 'Bonjour, ma tente est arrivée sans ses piquets.' },
      { by: staff.agent.id, text: 'Bonjour, nous vous les envoyons.' },
    ]
    putStory(store, { id, subject: 'Tente', by: camille.id, status: 'open', lines }, now)
  }
}

async function configIn(root: string, url: string, slack: Slack): Promise<BotConfig> {
  const policyFile = join(root, 'policy.json')
  await writeFile(policyFile, JSON.stringify({ ...policy, pauseSeconds: 3600 }))
  return {
    zendesk: {
      url,
      auth: { kind: 'oauth', clientId: 'rightsdesk', clientSecret: 'sandbox-secret' },
    },
    slack: {
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      apiUrl: slack.apiUrl,
    },
    port: 0,
    vaultKey: '5a'.repeat(32),
    dataDir: join(root, 'data'),
    policyFile,
    rehearsal: false,
  }
}

const silent = { note: () => {}, trouble: () => {} }
const quick = { indexLag: 30, listingLag: 30 }

/** The lead: a command, who it is, what happens to what was found. */
async function opens(person: Person): Promise<Person> {
  await person.types(`/rights-erase ${ticketsOfHers}`)
  await person.submits(({ views }) => views.at(-1)?.callback_id === 'confirm-people')
  await person.submits(({ views }) => views.at(-1)?.callback_id === 'decide-traces')
  return person
}

/** The officer: opens the plan from the card, types how many tickets go, says yes. */
async function approves(person: Person): Promise<Person> {
  await person.presses('read-plan')
  await person.fills('count', String(ticketsOfHers))
  await person.submits(({ views }) => views.at(-1)?.callback_id === 'approve')
  await person.until(isApproved)
  return person
}

const isApproved = ({ views }: Shown): boolean =>
  JSON.stringify(views.at(-1) ?? '').includes('You have approved this exact plan')

function rowsOf(opener: Person, approver: Person): Row[] {
  const clicks = opener.clicks + approver.clicks
  const windows = opener.windows.size + approver.windows.size
  const fields = opener.fields + approver.fields
  const note = `${opener.clicks} clicks of the lead and ${approver.clicks} of the approver; beside them 1 command and ${fields} field; nothing was in doubt`
  const what = `from the command to the approved plan, one person with ${ticketsOfHers} tickets`
  return [
    {
      row: 12,
      figure: `clicks ${what}`,
      value: clicks,
      goal: '≤ 6',
      met: clicks <= 6,
      peers: {},
      note,
    },
    {
      row: 12,
      figure: `windows ${what}`,
      value: windows,
      goal: '≤ 3',
      met: windows <= 3,
      peers: {},
      note: 'each opened once and changed where it stands',
    },
  ]
}
