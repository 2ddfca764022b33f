import { neverApprovable } from '../records/approvable.ts'
import { BadPolicy, type Policy, policySchema } from '../records/policy.ts'
import { readPolicy } from '../records/policy-file.ts'

const usage = 'Write: npm run -s policy -- <policy file>   or   npm run -s policy -- --schema\n'

/** Exit code 0: the policy can be used. 1: a list of faults. 2: wrong usage. */
async function main([asked, ...rest]: readonly string[]): Promise<number> {
  if (asked === '--schema' && rest.length === 0) {
    process.stdout.write(`${JSON.stringify(policySchema(), null, 2)}\n`)
    return 0
  }
  if (asked === undefined || asked.startsWith('-') || rest.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  return await judge(asked)
}

async function judge(path: string): Promise<number> {
  try {
    const policy = await readPolicy(path)
    const faults = neverApprovable(policy, (role) => mostIn(policy, role))
    if (faults.length > 0) throw new BadPolicy(faults)
    process.stdout.write(`The policy can be used. Its digest: ${policy.digest}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error
    process.stdout.write(`${error.message}\n`)
    return 1
  }
}

/** Only the workspace knows who is in a group: here each is as large as any rule can ask for. */
function mostIn({ roles }: Policy, role: string): string[] {
  const { members = [], groups = [] } = roles[role] ?? {}
  return [...members, ...groups.flatMap((g) => Array.from({ length: 10 }, (_, i) => `${g}#${i}`))]
}

process.exitCode = await main(process.argv.slice(2))
