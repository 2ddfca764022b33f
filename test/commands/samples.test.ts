import { createHmac } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openWorkplace } from '../support/workplace.ts'

const samples = fileURLToPath(new URL('../../../shared/slack/payloads', import.meta.url))

const Sample = z.looseObject({ type: z.string().optional(), command: z.string().optional() })

/** One sample as Slack would sign and send it. */
function signed(secret: string, text: string, contentType: string): RequestInit {
  const stamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${text}`).digest('hex')
  return {
    method: 'POST',
    body: text,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
    },
  }
}

function wire(sample: z.infer<typeof Sample>): string {
  if (sample.type === undefined && sample.command !== undefined) {
    return new URLSearchParams(sample as Record<string, string>).toString()
  }
  return new URLSearchParams({ payload: JSON.stringify(sample) }).toString()
}

test.skipIf(!existsSync(samples))(
  'every published sample of a command, click, form and menu is answered, and none does anything',
  async () => {
    const { service, account, slack, lines } = await openWorkplace({
      account: { account: { size: 'staff' } },
    })
    const url = `http://127.0.0.1:${service().port}/slack/events`
    const files = ['interactive', 'commands'].flatMap((kind) =>
      readdirSync(join(samples, kind)).map((file) => join(kind, file)),
    )
    const answers = await Promise.all(
      files.map(async (file) => {
        const sample = Sample.parse(JSON.parse(readFileSync(join(samples, file), 'utf8')))
        const began = performance.now()
        const answer = await fetch(
          url,
          signed(slack.signingSecret, wire(sample), 'application/x-www-form-urlencoded'),
        )
        await answer.text()
        return { file, status: answer.status, unanswered: performance.now() - began > 3_000 }
      }),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(answers.filter(({ unanswered }) => unanswered)).toEqual([])
    // Half a payload is told that it is one; everything whole is received.
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400]))
    expect(answers.filter(({ status }) => status === 400).length).toBeLessThan(6)
    expect(account.log().filter(({ effect }) => effect.length > 0)).toEqual([])
    expect(lines.join('')).not.toContain('xoxb')
  },
)

if (!existsSync(samples)) {
  process.stderr.write('SKIPPED: no ../shared/slack/payloads: samples of Slack are not tried\n')
}
