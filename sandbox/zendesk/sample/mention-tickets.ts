import { camille, deliveryPhoneField, others, staff } from './people.ts'
import type { Story } from './story-types.ts'

const { julien, nadia, owen, hanna, antoine, lea } = others
const [sofia, thomas, priya] = [staff.agent.id, staff.second.id, staff.third.id]
const nfd = 'Camille Lefèvre'.normalize('NFD')

/** Other people's tickets that speak of her, in every way a name or number gets written. */
export const mentionTickets: readonly Story[] = [
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
      { by: nadia.id, text: 'Bonjour, le colis est arrivé ouvert. Que faire ?\nNadia' },
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
