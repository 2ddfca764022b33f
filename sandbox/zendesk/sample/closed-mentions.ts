import { others, staff } from './people.ts'
import type { Story } from './story-types.ts'

const { julien, nadia, owen, hanna, antoine, lea } = others
const [sofia, thomas, priya] = [staff.agent.id, staff.second.id, staff.third.id]
const nfd = 'Camille Lefèvre'.normalize('NFD')

/** The closed ones among them, archived or not. */
export const closedMentions: readonly Story[] = [
  {
    id: 22310,
    subject: 'Cadeau : destinataire du bon d’achat',
    by: julien.id,
    status: 'closed',
    archived: true,
    lines: [
      {
        by: julien.id,
        text: 'Bonjour,\n\nmerci d’envoyer le bon d’achat de 50 € à CAMILLE.LEFEVRE@EXAMPLE.COM, c’est un cadeau.\n\nJulien',
      },
      { by: sofia, text: 'C’est envoyé, Julien. Bonne fête à elle !' },
    ],
  },
  {
    id: 26845,
    subject: 'Livraison chez une voisine',
    by: nadia.id,
    status: 'closed',
    archived: true,
    lines: [
      {
        by: nadia.id,
        text: 'Bonjour, je serai absente jeudi, pouvez-vous livrer chez ma voisine ? Je vous donne son numéro par téléphone.\nNadia',
      },
      {
        by: thomas,
        note: true,
        text: 'Voisine jointe au 06 39 98 12 34, d’accord pour recevoir le colis jeudi.',
      },
      { by: thomas, text: 'C’est noté, livraison jeudi chez votre voisine.' },
    ],
  },
  {
    id: 33790,
    subject: 'Group order, one number to call',
    by: owen.id,
    status: 'closed',
    archived: true,
    lines: [
      {
        by: owen.id,
        text: 'Hi,\n\nfor the Cévennes trip please call our French contact, 0639981234, if the courier gets lost.\n\nCheers,\nOwen',
      },
      { by: priya, text: 'Hello Owen, thanks, I have passed that on to the courier.\nPriya' },
    ],
  },
  {
    id: 40218,
    subject: 'Erreur de colis',
    by: antoine.id,
    status: 'closed',
    archived: true,
    lines: [
      {
        by: antoine.id,
        text: 'Bonjour, j’ai reçu le colis de quelqu’un d’autre (une tente Skagen 2).\nAntoine Garnier',
      },
      { by: sofia, text: 'Bonjour Antoine, désolés ! Que lisez-vous sur l’étiquette ?' },
      { by: antoine.id, text: 'Il n’y a qu’un numéro : +33.6.39.98.12.34' },
    ],
  },
  {
    id: 42766,
    subject: 'Stugan booking, second contact',
    by: hanna.id,
    status: 'closed',
    archived: true,
    lines: [
      {
        by: hanna.id,
        text: 'Hello,\n\nsecond contact for the rental skis: 0033 6 39 98 12 34. She speaks English.\n\nHanna',
      },
      { by: priya, text: 'Added to the booking, have a good trip!\nPriya' },
    ],
  },
  {
    id: 45112,
    subject: 'Facture au mauvais nom',
    by: julien.id,
    status: 'closed',
    lines: [
      {
        by: julien.id,
        text: 'Bonjour, la facture NO-165812 est au nom de LEFEVRE Camille alors que j’ai payé moi-même. Pouvez-vous la refaire ?\nJulien Moreau',
      },
      {
        by: thomas,
        text: 'Bonjour Julien, la facture corrigée est dans votre espace client.\nThomas',
      },
    ],
  },
  {
    id: 46240,
    subject: 'Parrainage',
    by: lea.id,
    status: 'closed',
    lines: [
      {
        by: lea.id,
        text: `Bonjour, j’ai été parrainée par ${nfd} mais la remise n’apparaît pas.\nLéa`,
      },
      { by: sofia, text: 'Bonjour Léa, la remise est appliquée.\nSofia' },
    ],
  },
]
