import { frequent } from './case-people.ts'

/** What she puts under each of her messages. */
export const signature = `Claire Bernard\n${frequent.phone} · ${frequent.email}`

const forms = [
  `Ma voisine, ${frequent.name}, peut recevoir le colis à ma place.`,
  'En mon absence, appelez le 06 39 98 48 30, merci.',
  'Numéro de secours sur le bon : 0639984830.',
  `Copie à ${frequent.email}, qui partage la commande.`,
  'La commande est au nom de BERNARD Claire, joignable au +33.6.39.98.48.30.',
]

/** How somebody else speaks of her; forms count from 1. */
export const mentionText = (form: number): string => forms[form - 1] ?? ''
