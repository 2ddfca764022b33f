import { stringify } from 'yaml'
import { manifestFor } from '../commands/manifest.ts'

/** Prints the app's manifest, for the address given or to be filled in. */
const [publicUrl = 'https://rightsdesk.example.com'] = process.argv.slice(2)
process.stdout.write(
  `# Made by: npm run -s manifest -- <public address of the bot>\n${stringify(manifestFor(publicUrl))}`,
)
