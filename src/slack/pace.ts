/** Five posts in five seconds: one a second, in short bursts, as Slack allows for each channel. */
const most = 5
const within = 5000

/**
 * Keeps a channel's posts at what Slack asks for even when it would not answer 429:
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export class Pace {
  #posted: readonly number[] = []

  /** When the next post may go, in milliseconds since 1970. */
  opensAt(now: number): number {
    this.#posted = this.#posted.filter((at) => at > now - within)
    const oldest = this.#posted[0]
    return oldest !== undefined && this.#posted.length >= most ? oldest + within : 0
  }

  /** Told when the answer is there: Slack has counted it by then. */
  count(now: number): void {
    this.#posted = [...this.#posted, now]
  }
}
