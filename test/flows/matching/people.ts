import type { Term, TermKind } from '../../../src/flows/matching/index.ts'

export const france = { country: 'FR' }

export const strong = (kind: TermKind, value: string): Term => ({ kind, value, strength: 'strong' })
export const weak = (kind: TermKind, value: string): Term => ({ kind, value, strength: 'weak' })

export const email = strong('email', 'camille.lefevre@example.com')
export const phone = strong('phone', '+33612345678')
export const name = weak('name', 'Camille Lefèvre')
export const handle = strong('handle', '@cam_lef')
export const externalId = strong('external-id', 'C-10042')

export const camille: readonly Term[] = [email, phone, name, handle, externalId]
