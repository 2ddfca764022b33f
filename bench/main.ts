import { acknowledgement } from './acknowledgement.ts'
import { batch } from './batch.ts'
import { bundling } from './bundling.ts'
import { busy } from './busy.ts'
import { calls } from './calls.ts'
import { thousandClicks } from './clicks.ts'
import { durableStep } from './durable-step.ts'
import { human } from './human.ts'
import { matching } from './matching.ts'
import type { Row } from './row.ts'
import { starting } from './starting.ts'

/** Every measurement; each says which rows of the design's table it measures. */
const measurements: readonly (() => Promise<readonly Row[]>)[] = [
  acknowledgement,
  thousandClicks,
  busy,
  calls,
  batch,
  matching,
  bundling,
  durableStep,
  starting,
  human,
]

const rows: Row[] = []
for (const measure of measurements) {
  const measured = await measure()
  rows.push(...measured)
  if (!process.argv.includes('--json')) for (const row of measured) print(row)
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`)

function print({ row, figure, value, goal, met, peers, note }: Row): void {
  const others = Object.entries(peers).map(([name, figureOf]) => `${name}: ${figureOf}`)
  const lines = [
    `${String(row).padStart(2)}  ${figure}`,
    `    ${value}  (goal ${goal}${met ? '' : ', NOT MET'})   ${others.join('   ')}`,
    `    ${note}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
