import { closedMentions } from './closed-mentions.ts'
import { camille, deliveryPhoneField, others, staff } from './people.ts'
import type { Story } from './story-types.ts'

const { nadia, owen, antoine, lea } = others
const [sofia, thomas, priya] = [staff.agent.id, staff.second.id, staff.third.id]

/** Other people's tickets that speak of her, in every way a name or number gets written. */
export const mentionTickets: readonly Story[] = [
  ...closedMentions,
  {
    id: 46988,
    subject: 'Participants à la sortie raquettes',
    by: antoine.id,
    status: 'solved',
    lines: [
      {
        by: antoine.id,
        html: '<p dir="auto">Voici la liste : Antoine Garnier, Camille <b>Lef</b>èvre, Hugo Perrin.</p>',
      },
      { by: thomas, text: 'Merci Antoine, trois paires de raquettes réservées.' },
      {
        by: antoine.id,
        html: '<p dir="auto">Petite correction : Camille Lef&egrave;vre viendra avec ses propres raquettes.</p>',
      },
    ],
  },
  {
    id: 47310,
    subject: 'Qui a mon duvet ?',
    by: nadia.id,
    status: 'solved',
    lines: [
      {
        by: nadia.id,
        html: '<p dir="auto">Le duvet est parti chez <a href="mailto:camille.lefevre@example.com">Camille Lefèvre</a>, écrivez-lui directement.</p>',
      },
      { by: sofia, text: 'Merci Nadia, nous organisons l’échange.' },
    ],
  },
  {
    id: 47502,
    subject: 'Import error in our club shop',
    by: owen.id,
    status: 'pending',
    lines: [
      {
        by: owen.id,
        text: 'Your export gives us the key ref-camille.lefevre@example.com-2 twice, so our import stops.',
      },
      {
        by: priya,
        text: 'Hi Owen, does the row with camille.lefevre@example.com have an order number?\nPriya',
      },
    ],
  },
  {
    id: 47771,
    subject: 'Liste pour la commande groupée',
    by: antoine.id,
    status: 'open',
    lines: [
      {
        by: antoine.id,
        html: '<p dir="auto">Bonjour, merci d’ajouter à la commande groupée : Hugo Perrin, Camille<br>Lefèvre et moi-même.</p>',
      },
    ],
  },
  {
    id: 47940,
    subject: 'Fwd: partage de la commande NO-172008',
    by: lea.id,
    status: 'open',
    lines: [
      {
        by: lea.id,
        html: '<p dir="auto">Bonjour, je vous transfère le message de ma colocataire :</p><blockquote>Salut Léa, dis-leur que je paie la moitié. Camille Lefèvre, camille.lefevre@example.com, +33 6 39 98 12 34</blockquote><p dir="auto">Est-ce possible ? Léa</p>',
      },
    ],
  },
  {
    id: 48090,
    subject: 'Colis abîmé',
    by: nadia.id,
    status: 'open',
    lines: [
      {
        by: nadia.id,
        text: 'Bonjour, le colis est arrivé ouvert. Que faire ?\nNadia',
        files: [{ name: 'colis.jpg', type: 'image/jpeg', about: 'a torn parcel' }],
      },
      {
        by: sofia,
        note: true,
        text: 'Même tournée que Camille Lefèvre (0639981234), à rappeler aussi.',
      },
    ],
  },
  {
    id: 48151,
    subject: 'Livraison pour Camille Lefèvre',
    by: lea.id,
    status: 'open',
    fields: [{ id: deliveryPhoneField, value: '06 39 98 12 34' }],
    lines: [
      {
        by: lea.id,
        text: 'Bonjour, la commande NO-172311 est pour Camille Lefèvre, merci de l’appeler avant de passer.\nLéa Marchand',
      },
    ],
  },
  {
    id: 47388,
    subject: 'Facture commune',
    by: lea.id,
    status: 'solved',
    cc: [camille.id],
    lines: [
      {
        by: lea.id,
        text: 'Bonjour, peut-on avoir une facture pour deux ? Camille Lefèvre est en copie.\nLéa',
      },
      { by: thomas, text: 'Bonjour, bien sûr. À quelle adresse ?\nThomas' },
      {
        by: camille.id,
        text: 'Bonjour, 3 impasse du Moulin, 34000 Montpellier. Merci,\nCamille Lefèvre',
      },
    ],
  },
]
