import { mayDo, pause, Refusal, requestsNow } from '../../flows/index.ts'
import type { Policy } from '../../records/policy.ts'
import type { Request } from '../../records/request.ts'
import { deskOf } from '../../views/desk/desk-of.ts'
import { deskText, helpText, listText, statusText } from '../../views/desk/said.ts'
import type { Deed, Office, Visited } from '../deed.ts'
import { openFor, standingFor } from './standings.ts'

type Saying = (visited: Visited, office: Office, about: string) => Promise<string>

/** What can follow `/rights`, in English and in French. */
const subcommands: Readonly<Record<string, Saying>> = {
  '': desk,
  home: desk,
  accueil: desk,
  help,
  aide: help,
  status,
  statut: status,
  list,
  liste: list,
  verify,
  vérifier: verify,
  verifier: verify,
  pause: async (visited, office) => await turn(visited, office, true),
  resume: async (visited, office) => await turn(visited, office, false),
  reprendre: async (visited, office) => await turn(visited, office, false),
}

/** The command `/rights`: anybody may ask what it does; everything else takes a role. */
export const rightsDeed: Deed = {
  may: 'anyone',
  run: async (visited, office) => {
    const [word = '', ...rest] = visited.text.trim().split(/\s+/)
    const name = word.toLowerCase().normalize('NFC')
    const say = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
    const text = say
      ? await say(visited, office, rest.join(' '))
      : await notUnderstood(visited, office)
    return { kind: 'say', text }
  },
}

async function desk({ by, sight }: Visited, { hands }: Office): Promise<string> {
  await mayDo(by, 'any', hands)
  const { standings, policy, paused } = await openFor(by, hands)
  const text = deskText(deskOf(by.user, standings), channelOf(policy), sight)
  return paused ? `:pause_button: *${sight.words.desk.card.paused}*\n\n${text}` : text
}

async function list({ by, sight }: Visited, { hands }: Office): Promise<string> {
  await mayDo(by, 'any', hands)
  const { standings, policy } = await openFor(by, hands)
  return listText(standings, channelOf(policy), sight)
}

async function help({ sight }: Visited, { hands }: Office): Promise<string> {
  const { deeds, channels } = await policyOf(hands)
  return helpText({ deeds, ...(channels ? { channel: channels.requests } : {}) }, sight)
}

async function notUnderstood(visited: Visited, office: Office): Promise<string> {
  const { rights } = visited.sight.words.desk
  // What was typed may name a person: it is not said again in a message.
  return [rights['not-understood'], await help(visited, office)].join('\n\n')
}

async function status({ by, sight }: Visited, { hands }: Office, about: string): Promise<string> {
  await mayDo(by, 'any', hands)
  const { rights } = sight.words.desk
  if (about === '') return rights['which-one']
  const request = (await requestsNow(hands)).find((one) => isMeant(one, about))
  if (!request) return rights.unknown
  const { policy, roles } = await openFor(by, hands)
  return statusText(standingFor(by, request, { policy, roles, hands }), channelOf(policy), sight)
}

/** By its number, with or without what all numbers have, or by its two words. */
function isMeant({ number, name }: Request, about: string): boolean {
  const said = about.toLowerCase()
  return said === name || [said, `r-${said}`].includes(number.toLowerCase())
}

async function verify({ by, sight }: Visited, office: Office): Promise<string> {
  await mayDo(by, 'any', office.hands)
  const { rights } = sight.words.desk
  const { ok, entries, faults } = await office.verify()
  return ok ? rights.verified(entries) : rights.broken(faults)
}

/** Pauses the desk, or lets it go on. What has come of it everybody reads in the channel. */
async function turn({ by, sight }: Visited, office: Office, on: boolean): Promise<string> {
  const { rights } = sight.words.desk
  await pause({ by, on }, office.hands)
  if (on) return rights.paused
  office.takeUp().catch((error: unknown) => office.trouble('resume', error))
  return rights.resumed
}

async function policyOf(hands: Office['hands']): Promise<Policy> {
  try {
    return await hands.policy()
  } catch {
    throw new Refusal('policy-unreadable')
  }
}

const channelOf = ({ channels }: Policy): string => channels?.requests ?? ''
