import fc from 'fast-check'

// The same run finds the same things on every machine; `SEED=…` looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_123) })
