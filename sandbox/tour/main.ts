import { parseArgs } from 'node:util'
import { wordsFor } from '../../src/words/index.ts'
import type { Setup } from '../zendesk/options.ts'
import type { Actors } from './actors.ts'
import {
  accountForgot,
  type Check,
  folderForgot,
  logVerifies,
  namesakeUntouched,
  nothingElseWritten,
  onceInEffect,
} from './checks.ts'
import {
  allForgotten,
  nobodyElse,
  pictureGone,
  recordingsGone,
  rulesKeptQuiet,
} from './harder-checks.ts'
import { harderCases } from './harder-story.ts'
import { largeStory, type Told } from './large-story.ts'
import { jsonTeller, type Narrator, storyTeller } from './narrator.ts'
import { isCard } from './screen.ts'
import { anchored, anchorsAmong, answeredInTime, slackForgot, toldOnce } from './slack-checks.ts'
import { type Stage, setStage } from './stage.ts'
import { erasureStory } from './story.ts'

const write = (text: string): void => void process.stdout.write(text)
const { card } = wordsFor('en').desk

/** What can be told, each with the account it takes place in. */
const stories = {
  erasure: {
    account: { perMinute: 2500 },
    takes: 'an account of 600 tickets that allows 2,500 calls a minute',
    run: tour,
  },
  'erasure-large': {
    account: { size: 'large', perMinute: 2500 },
    takes: 'an account of 100,000 tickets that allows 2,500 calls a minute',
    run: largeStory,
  },
} as const satisfies Record<string, Story>

type Story = {
  readonly account: Partial<Setup>
  readonly takes: string
  readonly run: (stage: Stage, tell: Narrator) => Promise<Told>
}

/** Tells a story and checks it. Exit code 0 only if everything is proven. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      story: { type: 'string', default: 'erasure' },
    },
  })
  const story = Object.entries(stories).find(([name]) => name === values.story)?.[1]
  if (!story) {
    process.stderr.write(`There is no such story. There are: ${Object.keys(stories).join(', ')}\n`)
    return 1
  }
  const tell = values.json ? jsonTeller(write, () => new Date().toISOString()) : storyTeller(write)
  const stage = await setStage(story.account)
  try {
    tell.says(
      'stage',
      'The tour',
      `takes place in ${stage.data}, with ${story.takes} and a Slack workspace, both local.`,
    )
    await stage.start()
    const { actors, checks } = await story.run(stage, tell)
    const requests = await requestsIn(actors)
    report(checks, tell)
    const ok = checks.every((check) => check.ok) && Object.values(requests).every(isSealed)
    tell.end(ok, requests)
    return ok ? 0 : 1
  } finally {
    await stage.close()
  }
}

/** One person, and everything that can go wrong on the way. */
async function tour(stage: Stage, tell: Narrator): Promise<Told> {
  const before = stage.account.state()
  const actors = await erasureStory(stage, tell)
  const between = stage.account.state()
  await harderCases(actors)
  const both = { before: between, after: stage.account.state() }
  const harder = [
    allForgotten(both, actors.listed),
    recordingsGone(both),
    await pictureGone(stage, both),
    rulesKeptQuiet(both),
    nobodyElse(both),
  ]
  return { actors, checks: [...(await checked(stage, actors, before)), ...harder] }
}

const isSealed = (state: string): boolean => state === 'sealed'

/** Every request that has a card, and how it ended. */
async function requestsIn({ people }: Actors): Promise<Record<string, string>> {
  const { messages } = await people.lead.screen()
  const cards = messages.filter(isCard)
  return Object.fromEntries(
    cards.map(({ text, blocks }) => [
      /R-\d{4}-\d+/.exec(text)?.[0] ?? 'a request without a number',
      JSON.stringify(blocks).includes(card.sealed) ? 'sealed' : 'open',
    ]),
  )
}

async function checked(
  { account, slack, bot, data }: Stage,
  told: Actors,
  before: ReturnType<Stage['account']['state']>,
): Promise<Check[]> {
  const after = account.state()
  await bot.close()
  const { messages } = await told.people.deputy.screen()
  return [
    accountForgot(after, told.kept),
    namesakeUntouched(before, after),
    onceInEffect(account),
    nothingElseWritten(account, before, told.listed),
    answeredInTime(slack),
    toldOnce(slack),
    slackForgot(slack, bot.printed, before),
    await folderForgot(data),
    ...(await logVerifies(data)),
    await anchored(data, anchorsAmong(messages)),
  ]
}

function report(checks: readonly Check[], tell: Narrator): void {
  tell.scene('Looked at from outside')
  for (const { name, ok, found } of checks) {
    tell.says('check', ok ? '✓' : '✗', `${name} (${found})`, { data: { check: name, ok } })
  }
}

process.exitCode = await main(process.argv.slice(2))
