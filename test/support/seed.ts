import { configureGlobal } from 'fast-check'

// The same run finds the same things on every machine; `SEED=…` looks elsewhere.
configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_123) })
