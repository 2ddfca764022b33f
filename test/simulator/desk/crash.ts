/** The process died here. Nothing of ours may catch it: what is durable is all that is left. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** The engine went round more often than any schedule needs: it would never have ended. */
export class Runaway extends Error {
  override readonly name = 'Runaway'
}
