import { BadPolicy, policySchema } from '../records/policy.ts'
import { readPolicy } from '../records/policy-file.ts'

const usage = 'Write: npm run -s policy -- <policy file>   or   npm run -s policy -- --schema\n'

/** Exit code 0: the policy can be used. 1: a list of faults. 2: wrong usage. */
async function main([asked, ...rest]: readonly string[]): Promise<number> {
  if (asked === undefined || rest.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  if (asked === '--schema') {
    process.stdout.write(`${JSON.stringify(policySchema(), null, 2)}\n`)
    return 0
  }
  try {
    const { digest } = await readPolicy(asked)
    process.stdout.write(`The policy can be used. Its digest: ${digest}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error
    process.stdout.write(`${error.message}\n`)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
