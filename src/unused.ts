/**
 * Stands in the bundle for the packages that Bolt loads for other kinds of app than this one:
 * Express, Socket Mode, OAuth (decision 0016). Whoever uses one takes its alias out of `build`.
 */
export const isUsed = false
